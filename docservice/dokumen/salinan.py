"""A safe copy of an honest file the gate refused: its pages as pictures, uploaded as the next version."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePath

from django.db import transaction

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna
from docservice.antrean.errors import CobaLagi, sibuk
from docservice.antrean.pekerjaan import Klaim, taruh
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.actions import alamat, unggah
from docservice.dokumen.models import VersiDokumen
from docservice.dokumen.status import StatusBerkas
from docservice.umum.errors import KesalahanDomain, RuangPenuh, SementaraTerganggu, SudahBerubah, TidakBerwenang
from storage import Busy, UnsafeToRender, safe_copy

DAPAT_DISALIN = frozenset({"isi_aktif"})
"""Refused for what it could do, not for what it says; encrypted, signed and broken files have no safe copy."""
SEDANG = "salinan"


def dapat_disalin(versi: VersiDokumen) -> bool:
    return versi.status == StatusBerkas.DITOLAK and versi.alasan_kode in DAPAT_DISALIN and not versi.bertanda_tangan


def minta_salinan(*, by: Pengguna, versi: VersiDokumen) -> None:
    """Ask for the copy; it is made in the child and then judged like any upload. Raises :class:`SudahBerubah`."""
    if versi.diunggah_oleh_id != by.pk:
        raise TidakBerwenang("Salinan aman diminta oleh pengunggahnya.")
    if not dapat_disalin(versi) or versi.dokumen.versi.filter(nomor__gt=versi.nomor).exists():
        raise SudahBerubah("Dari berkas ini tidak dapat dibuat salinan aman. Foto ulang kertasnya.")
    with transaction.atomic():
        if VersiDokumen.objects.filter(pk=versi.pk).exclude(tertunda=SEDANG).update(tertunda=SEDANG):
            catat("dokumen.salinan_diminta", by=by, objek=versi.dokumen, versi=versi.nomor, sha256=versi.sha256)
            taruh("dokumen.salinan", versi.pk)


def buat_salinan(subjek: str, klaim: Klaim) -> None:
    """Render version *subjek* and upload the result under a key of its own: running twice is one new version."""
    versi = VersiDokumen.objects.select_related("dokumen__pegawai", "dokumen__jenis", "diunggah_oleh").get(pk=subjek)
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            gudang.masuk().local_path(versi.sha256) as path,
            safe_copy(path, Path(folder, "aman.pdf"), policy=gudang.aturan_berkas()).open("rb") as isi,
        ):
            unggah(
                by=versi.diunggah_oleh,
                pegawai=versi.dokumen.pegawai,
                jenis=versi.dokumen.jenis,
                dokumen=versi.dokumen,
                berkas=isi,
                nama_berkas=f"{PurePath(versi.nama_berkas).stem}-salinan-aman.pdf",
                kunci=f"salinan:{versi.pk}",
            )
    except Busy:
        raise sibuk() from None
    except (RuangPenuh, SementaraTerganggu) as penuh:
        raise CobaLagi(penuh.kode) from None
    except (UnsafeToRender, KesalahanDomain):
        _gagal(versi, klaim)
        return
    with klaim.selesai():
        VersiDokumen.objects.filter(pk=versi.pk).update(tertunda="")


def _gagal(versi: VersiDokumen, klaim: Klaim) -> None:
    with klaim.selesai():
        VersiDokumen.objects.filter(pk=versi.pk).update(tertunda="", alasan_kode="rusak")
        teks = f"Dari {versi.dokumen.judul} tidak dapat dibuat salinan aman. Cetak lalu foto kertasnya."
        kabari(versi.diunggah_oleh, teks, kunci=f"salinan:{versi.pk}", tautan=alamat(versi.dokumen), nada="bahaya")
