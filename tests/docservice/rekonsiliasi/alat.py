"""An export for the sample office, handed in, compared and closed as its people do."""

from __future__ import annotations

from typing import Any

from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan
from docservice.rekonsiliasi.contoh import JUDUL, contoh_ekspor
from docservice.rekonsiliasi.models import Beda, Rekonsiliasi
from docservice.umum.lembar import csv_lembar
from tests.docservice.halaman import ADMINISTRATOR, Situs, berkas, teks

KEPALA, KEPALA_PD, ADMINISTRATOR_LAIN = 2, 3, 6
KINANTI = 12
"""Of the hospital: no role, a validated golongan."""


def nip(situs: Situs, nomor: int) -> str:
    return situs.orang(nomor).nip


def ekspor(**ubah: str) -> bytes:
    """The sample export, each line with *ubah* (column → value) written over it for the person named by ``nip``."""
    nip = ubah.pop("nip", "")
    kolom = [judul for judul, _ in JUDUL]
    baris = [list(satu) for satu in contoh_ekspor()]
    for satu in baris[1:]:
        if satu[kolom.index("NIP BARU")] == nip:
            for judul, nilai in ubah.items():
                satu[kolom.index(judul)] = nilai
    return csv_lembar(baris)


def serahkan(situs: Situs, isi: bytes, *, nama: str = "siasn.csv", kunci: str = "k", **lain: Any) -> Rekonsiliasi:
    """Handed in at the page and compared by its job."""
    kiriman = {"berkas": berkas(isi, nama), "per_tanggal": "1-2-2026", "kunci": kunci} | lain
    jawaban = situs.masuk(ADMINISTRATOR).post("/rekonsiliasi/", kiriman)
    assert jawaban.status_code == 302, teks(jawaban)
    satu = Rekonsiliasi.objects.get(pk=jawaban.headers["Location"].split("/")[2])
    jalankan(Job.objects.get(kunci=f"rekonsiliasi.banding:{satu.pk}").pk)
    satu.refresh_from_db()
    return satu


def beda(satu: Rekonsiliasi, nip: str, bidang: str) -> Beda:
    return Beda.objects.select_related("orang").get(rekonsiliasi=satu, orang__nip=nip, bidang=bidang)


def tutup(situs: Situs, satu: Rekonsiliasi) -> Rekonsiliasi:
    """Everything still open is put off, then the run is closed and its result made."""
    Beda.objects.filter(rekonsiliasi=satu, status="belum_diputuskan").update(
        status="tunda", alasan="Nanti saja.", diputus_oleh=situs.akun(ADMINISTRATOR), diputus_pada=satu.dibuat_pada
    )
    situs.masuk(ADMINISTRATOR).post(f"/rekonsiliasi/{satu.pk}/tutup/")
    jalankan(Job.objects.get(kunci=f"rekonsiliasi.hasil:{satu.pk}").pk)
    satu.refresh_from_db()
    return satu
