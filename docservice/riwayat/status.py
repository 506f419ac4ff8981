"""States of a riwayat row (riwayat-layanan C.2) from proposal to accepted fact."""

from __future__ import annotations

from django.db import models

from docservice.umum.alur import Alur, Keadaan


class StatusRiwayat(models.TextChoices):
    DRAF = "draf", "Draf"
    KONFIRMASI = "menunggu_konfirmasi", "Menunggu konfirmasi pegawai"
    DIAJUKAN = "diajukan", "Diajukan"
    DIVERIFIKASI = "diverifikasi_fasilitator", "Diverifikasi fasilitator"
    TERVALIDASI = "divalidasi_admin", "Tervalidasi"
    DITOLAK = "ditolak", "Tidak disetujui"
    DIBATALKAN = "dibatalkan", "Dibatalkan"
    DIGANTI = "diganti", "Diganti"
    TIDAK_BERLAKU = "tidak_berlaku", "Tidak berlaku"


S = StatusRiwayat
ALUR_RIWAYAT = Alur(
    "riwayat",
    {
        S.KONFIRMASI: Keadaan(S.KONFIRMASI.label, "pegawai", "riwayat.diisikan", (S.DIAJUKAN, S.DIBATALKAN)),
        S.DRAF: Keadaan("Draf", "pegawai", "riwayat.dikembalikan", (S.DIAJUKAN, S.DIBATALKAN)),
        S.DIAJUKAN: Keadaan("Diajukan", "fasilitator", "riwayat.diajukan", (S.DIVERIFIKASI, S.DRAF, S.DIBATALKAN)),
        S.DIVERIFIKASI: Keadaan(
            "Diverifikasi fasilitator",
            "administrator",
            "riwayat.diverifikasi",
            (S.TERVALIDASI, S.DITOLAK, S.DRAF, S.DIAJUKAN),
        ),
        S.TERVALIDASI: Keadaan("Tervalidasi", "", "riwayat.divalidasi", (S.DIGANTI, S.TIDAK_BERLAKU)),
        S.TIDAK_BERLAKU: Keadaan(S.TIDAK_BERLAKU.label, "", "riwayat.tidak_berlaku"),
        S.DIGANTI: Keadaan("Diganti", "", "riwayat.diganti"),
        S.DITOLAK: Keadaan("Tidak disetujui", "", "riwayat.ditolak"),
        S.DIBATALKAN: Keadaan("Dibatalkan", "", "riwayat.dibatalkan"),
    },
)
TERBUKA = (S.DRAF, S.KONFIRMASI, S.DIAJUKAN, S.DIVERIFIKASI)


class Pihak(models.TextChoices):
    """In whose place somebody moves a proposal or writes about it."""

    PEGAWAI = "pegawai", "Pegawai"
    PENGISI = "pengisi", "Pengisi"
    FASILITATOR = "fasilitator", "Fasilitator"
    ADMINISTRATOR = "administrator", "BKPSDMD"


PETUGAS = (Pihak.FASILITATOR, Pihak.ADMINISTRATOR)
"""Who decides, and so is named in what is said about it."""


class StatusRahasia(models.TextChoices):
    DICATAT = "dicatat", "Menunggu pengesahan"
    SAH = "disahkan", "Disahkan"
    DITOLAK = "tidak_disahkan", "Tidak disahkan"
    DIGANTI = "diganti", "Diganti"


K = StatusRahasia
ALUR_RAHASIA = Alur(
    "rahasia",
    {
        K.DICATAT: Keadaan(K.DICATAT.label, "administrator", "rahasia.dicatat", (K.SAH, K.DITOLAK)),
        K.SAH: Keadaan(K.SAH.label, "", "rahasia.disahkan", (K.DIGANTI,)),
        K.DITOLAK: Keadaan(K.DITOLAK.label, "", "rahasia.tidak_disahkan"),
        K.DIGANTI: Keadaan(K.DIGANTI.label, "", "rahasia.diganti"),
    },
)
