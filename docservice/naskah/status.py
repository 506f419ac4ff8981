"""States of a decree being made, of an attempt to sign it, and of its number."""

from __future__ import annotations

from django.db import models

from docservice.umum.alur import Alur, Keadaan


class StatusNaskah(models.TextChoices):
    DRAF = "draf", "SK sedang disusun"
    PARAF = "paraf", "Menunggu paraf"
    TTE = "menunggu_tte", "Siap ditandatangani"
    SEDANG = "sedang", "Sedang ditandatangani"
    TAK_PASTI = "tak_pasti", "Hasil tidak diketahui"
    TERBIT = "terbit", "Ditandatangani"


N = StatusNaskah
ALUR_NASKAH = Alur(
    "naskah",
    {
        N.DRAF: Keadaan("SK sedang disusun", "administrator", "naskah.dikembalikan", (N.PARAF,)),
        N.PARAF: Keadaan("Menunggu paraf", "pejabat", "naskah.dikirim_paraf", (N.TTE, N.DRAF)),
        N.TTE: Keadaan("Siap ditandatangani", "pejabat", "naskah.paraf_lengkap", (N.SEDANG, N.DRAF)),
        N.SEDANG: Keadaan(
            "Sedang ditandatangani", "sistem", "naskah.mulai_tanda_tangan", (N.TERBIT, N.TTE, N.TAK_PASTI)
        ),
        N.TAK_PASTI: Keadaan("Hasil tidak diketahui", "sistem", "naskah.hasil_tidak_diketahui", (N.TERBIT, N.TTE)),
        N.TERBIT: Keadaan("Ditandatangani", "", "naskah.terbit"),
    },
)


class StatusUpaya(models.TextChoices):
    """Fate of one signing attempt, recorded before the call (Law 6)."""

    TERBUKA = "terbuka", "Sedang ditandatangani"
    SIGNED = "signed", "Ditandatangani"
    REFUSED = "refused", "Ditolak penyedia"
    RETRYABLE = "retryable", "Belum ditandatangani"
    UNKNOWN = "unknown", "Hasil tidak diketahui"


class StatusNomor(models.TextChoices):
    DICADANGKAN = "dicadangkan", "Dicadangkan"
    DIPAKAI = "dipakai", "Dipakai"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    BATAL = "batal", "Batal"
    TIDAK_BERLAKU = "tidak_berlaku", "Tidak berlaku"


class StatusPencabutan(models.TextChoices):
    """Whether a decree is said to hold no more, and by whom."""

    DIUSULKAN = "diusulkan", "Menunggu administrator lain"
    BERLAKU = "berlaku", "Tidak berlaku lagi"
    DITOLAK = "ditolak", "Tetap berlaku"


P = StatusPencabutan
ALUR_PENCABUTAN = Alur(
    "pencabutan",
    {
        P.DIUSULKAN: Keadaan(P.DIUSULKAN.label, "administrator", "pencabutan.diusulkan", (P.BERLAKU, P.DITOLAK)),
        P.BERLAKU: Keadaan(P.BERLAKU.label, "", "pencabutan.berlaku"),
        P.DITOLAK: Keadaan(P.DITOLAK.label, "", "pencabutan.ditolak"),
    },
)
