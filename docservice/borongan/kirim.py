"""One row of a sending becomes a document, or gets the sentence that says why not."""

from __future__ import annotations

from docservice.antrean.errors import CobaLagi
from docservice.borongan.baris import ORANG_TAK_DIKENAL
from docservice.borongan.models import BarisBorongan, Borongan
from docservice.borongan.status import StatusBaris
from docservice.dokumen import gudang
from docservice.dokumen.actions import BerkasSama, unggah
from docservice.dokumen.models import JenisDokumen
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import KesalahanDomain, RuangPenuh, SementaraTerganggu


def kirim_baris(borongan: Borongan, baris: BarisBorongan, pegawai: Pegawai | None, jenis: JenisDokumen | None) -> None:
    """Raises :class:`CobaLagi` when the store is full or away: the row stays ready and is sent later."""
    if pegawai is None or jenis is None:
        _tandai(baris, StatusBaris.PERLU, ORANG_TAK_DIKENAL)
        return
    try:
        with gudang.bagian().open(baris.sha256) as isi:
            versi = unggah(
                by=borongan.oleh,
                pegawai=pegawai,
                jenis=jenis,
                minor=baris.minor,
                berkas=isi,
                nama_berkas=baris.nama,
                kunci=f"borongan:{borongan.pk}:{baris.urutan}",
                borongan=True,
            )
    except (RuangPenuh, SementaraTerganggu) as penuh:
        raise CobaLagi(penuh.kode) from None
    except BerkasSama as sama:
        _tandai(baris, StatusBaris.DITOLAK, sama.pesan, dokumen=sama.dokumen.pk)
    except KesalahanDomain as salah:
        _tandai(baris, StatusBaris.DITOLAK, salah.pesan)
    else:
        _tandai(baris, StatusBaris.TERKIRIM, "", dokumen=versi.dokumen_id)


def _tandai(baris: BarisBorongan, status: StatusBaris, masalah: str, *, dokumen: int | None = None) -> None:
    isi = {"status": status, "masalah": masalah[:300], "dokumen_id": dokumen}
    BarisBorongan.objects.filter(pk=baris.pk).update(**isi)
