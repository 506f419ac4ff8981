"""The two lives of a reconciliation: of the run, and of each difference in it (POSO 1 no. 14)."""

from __future__ import annotations

from django.db import models

from docservice.umum.alur import Alur, Keadaan


class StatusRekonsiliasi(models.TextChoices):
    DIBACA = "dibaca", "Sedang dibandingkan"
    DIPUTUSKAN = "diputuskan", "Menunggu putusan"
    MENUTUP = "menutup", "Hasil sedang dibuat"
    DITUTUP = "ditutup", "Ditutup"
    DITOLAK = "tak_dibandingkan", "Tidak dapat dibandingkan"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


S = StatusRekonsiliasi
ALUR_REKONSILIASI = Alur(
    "rekonsiliasi",
    {
        S.DIBACA: Keadaan(S.DIBACA.label, "sistem", "rekonsiliasi.diterima", (S.DIPUTUSKAN, S.DITOLAK)),
        S.DIPUTUSKAN: Keadaan(
            S.DIPUTUSKAN.label, "administrator", "rekonsiliasi.dibandingkan", (S.MENUTUP, S.DIBATALKAN)
        ),
        S.MENUTUP: Keadaan(S.MENUTUP.label, "sistem", "rekonsiliasi.menutup", (S.DITUTUP,)),
        S.DITUTUP: Keadaan(S.DITUTUP.label, "", "rekonsiliasi.ditutup"),
        S.DITOLAK: Keadaan(S.DITOLAK.label, "", "rekonsiliasi.ditolak"),
        S.DIBATALKAN: Keadaan(S.DIBATALKAN.label, "", "rekonsiliasi.dibatalkan"),
    },
)


class StatusBeda(models.TextChoices):
    TERBUKA = "belum_diputuskan", "Belum diputuskan"
    KAMI = "kami_benar", "Data kami benar"
    BKN = "bkn_benar", "Data BKN benar"
    TUNDA = "tunda", "Ditunda"


B = StatusBeda
ALUR_BEDA = Alur(
    "beda",
    {
        B.TERBUKA: Keadaan(B.TERBUKA.label, "administrator", "beda.ditemukan", (B.KAMI, B.BKN, B.TUNDA)),
        B.TUNDA: Keadaan(B.TUNDA.label, "administrator", "beda.ditunda", (B.KAMI, B.BKN)),
        B.KAMI: Keadaan(B.KAMI.label, "administrator", "beda.kami_benar", (B.BKN, B.TUNDA)),
        B.BKN: Keadaan(B.BKN.label, "", "beda.bkn_benar"),
    },
)
PUTUSAN = (B.KAMI, B.BKN, B.TUNDA)
PILIHAN_PUTUSAN = [(satu.value, satu.label) for satu in PUTUSAN]
