"""The two lives of a paper: of its bytes (a version) and of its verification (the document)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from docservice.umum.alur import Alur, Keadaan


class StatusBerkas(models.TextChoices):
    DITERIMA = "diterima", "Diterima"
    BERSIH = "bersih", "Bebas virus"
    SIAP = "siap", "Terbaca"
    TAK_TERBACA = "tak_terbaca", "Tidak dapat dibaca dengan aman"
    DITOLAK = "ditolak", "Tidak dapat diterima"
    KARANTINA = "karantina", "Dikarantina"


B = StatusBerkas
ALUR_BERKAS = Alur(
    "berkas",
    {
        B.DITERIMA: Keadaan("Diterima", "sistem", "berkas.diterima", (B.BERSIH, B.DITOLAK, B.KARANTINA)),
        B.BERSIH: Keadaan("Bebas virus", "sistem", "berkas.bersih", (B.SIAP, B.TAK_TERBACA, B.KARANTINA)),
        B.SIAP: Keadaan("Terbaca", "", "berkas.siap", (B.KARANTINA,)),
        B.TAK_TERBACA: Keadaan("Tidak dapat dibaca dengan aman", "", "berkas.tak_terbaca", (B.KARANTINA,)),
        B.DITOLAK: Keadaan("Tidak dapat diterima", "", "berkas.ditolak"),
        B.KARANTINA: Keadaan("Dikarantina", "", "berkas.karantina", (B.BERSIH,)),
    },
)
BACAAN_TERBUKA = frozenset({B.BERSIH, B.SIAP, B.TAK_TERBACA})
"""Only what the scanner called clean is in any read path (Law 3)."""


class StatusDokumen(models.TextChoices):
    DIPROSES = "diproses", "Sedang diproses"
    MENUNGGU = "menunggu_verifikasi", "Menunggu verifikasi"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    TERVERIFIKASI = "terverifikasi", "Terverifikasi"
    GAGAL = "tidak_diterima", "Tidak dapat diterima"
    TIDAK_BERLAKU = "tidak_berlaku", "Tidak berlaku"


D = StatusDokumen
ALUR_DOKUMEN = Alur(
    "dokumen",
    {
        D.DIPROSES: Keadaan("Sedang diproses", "sistem", "dokumen.diunggah", (D.MENUNGGU, D.GAGAL)),
        D.MENUNGGU: Keadaan(
            "Menunggu verifikasi",
            "fasilitator",
            "dokumen.menunggu",
            (D.TERVERIFIKASI, D.DIKEMBALIKAN, D.DIPROSES),
        ),
        D.DIKEMBALIKAN: Keadaan("Dikembalikan", "pegawai", "dokumen.dikembalikan", (D.DIPROSES, D.MENUNGGU)),
        D.TERVERIFIKASI: Keadaan(
            "Terverifikasi",
            "",
            "dokumen.terverifikasi",
            (D.MENUNGGU, D.DIPROSES, D.DIKEMBALIKAN, D.TIDAK_BERLAKU),
        ),
        D.TIDAK_BERLAKU: Keadaan(D.TIDAK_BERLAKU.label, "", "dokumen.tidak_berlaku"),
        D.GAGAL: Keadaan("Tidak dapat diterima", "pegawai", "dokumen.gagal", (D.DIPROSES,)),
    },
)


class Basis(models.TextChoices):
    """Which original was seen (Law 9; screens §5.2)."""

    ASLI = "asli", "Kertas asli"
    LEGALISIR = "legalisir", "Salinan legalisir"
    TTE = "tte", "TTE yang sah"
    PENERBIT = "penerbit", "Data instansi penerbit (SIASN)"


def basis_dipakai() -> list[Basis]:
    """The data of the issuing agency only where the region allows it: no paper is seen (riwayat-layanan F.4 d)."""
    return [satu for satu in Basis if satu != Basis.PENERBIT or settings.ISSUER_BASIS]


class Kelas(models.TextChoices):
    """Access class of a kind of document (ANRI SKKAD; riwayat-layanan E.1)."""

    BIASA = "B", "Biasa"
    TERBATAS = "T", "Terbatas"
    RAHASIA = "R", "Rahasia"
