"""What this room tells the page of a document: the rows it proves, and the row it could prove."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.dokumen.tautan import Tautan
from docservice.riwayat.jenis import SEMUA, JenisRiwayat
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import TERBUKA, StatusRiwayat

DAPAT_MEMBUKTIKAN = (StatusDokumen.MENUNGGU, StatusDokumen.TERVERIFIKASI)


def tautan_riwayat(dokumen: Dokumen, pengguna: Pengguna) -> Iterator[Tautan]:
    """Rows proved by *dokumen* that this person may see."""
    for baris in Riwayat.objects.visible_to(pengguna).filter(bukti__dokumen=dokumen):
        kata = "bukti" if baris.status == StatusRiwayat.TERVALIDASI else baris.get_status_display().lower()
        alamat = reverse("riwayat:usulan", args=[baris.pk])
        yield Tautan(f"Riwayat {baris.skema.sebutan} {baris.ringkas}", kata, alamat, "garis-waktu")


def usulan_berikut(dokumen: Dokumen, pengguna: Pengguna) -> Iterator[Tautan]:
    """*Periksa isian*: for its owner, once it was read and while it proves nothing yet."""
    for jenis in _belum_dibuktikan(dokumen, pengguna) if dokumen.status in DAPAT_MEMBUKTIKAN else ():
        label = "Periksa isian" if jenis.dari_bacaan else f"Isi riwayat {jenis.sebutan}"
        alamat = f"{reverse('riwayat:baru')}?dokumen={dokumen.pk}&jenis={jenis.kode}"
        yield Tautan(label, "", alamat, "pena")


def akan_diperiksa(dokumen: Dokumen, pengguna: Pengguna) -> bool:
    """Will there be values read from it to look through, for a person who does so?"""
    return any(jenis.dari_bacaan for jenis in _belum_dibuktikan(dokumen, pengguna))


def _belum_dibuktikan(dokumen: Dokumen, pengguna: Pengguna) -> list[JenisRiwayat]:
    """Kinds of riwayat its owner could prove with it and has not."""
    if dokumen.pegawai.pengguna_id != pengguna.pk or dokumen.sumber == Dokumen.Sumber.TERBITAN:
        return []
    tawaran = [jenis for jenis in jenis_dari(dokumen) if jenis.ditawarkan_pada(dokumen.jenis_id)]
    return [jenis for jenis in tawaran if riwayat_dari(dokumen, jenis) is None]


def jenis_dari(dokumen: Dokumen) -> list[JenisRiwayat]:
    """Kinds of riwayat that a proposal can begin for with this kind of document."""
    return [jenis for jenis in SEMUA.values() if dokumen.jenis_id in jenis.mulai_dari]


def riwayat_dari(dokumen: Dokumen, jenis: JenisRiwayat) -> Riwayat | None:
    """The row of this kind that rests on *dokumen* already, proposed or accepted; none where one proves several."""
    if jenis.banyak:
        return None
    hidup = (*TERBUKA, StatusRiwayat.TERVALIDASI)
    return Riwayat.objects.jenis(jenis.kode).filter(bukti__dokumen=dokumen, status__in=hidup).first()
