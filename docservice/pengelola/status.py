"""States of an appointment (riwayat-layanan B.3) and of a freeze."""

from __future__ import annotations

from django.db import models

from docservice.umum.alur import Alur, Keadaan


class StatusPengangkatan(models.TextChoices):
    DIUSULKAN = "diusulkan", "Diusulkan"
    DIREVIEW = "direview_bkpsdmd", "Ditinjau BKPSDMD"
    DITETAPKAN = "ditetapkan_sk", "Ditetapkan dengan SK"
    PAKTA = "pakta_integritas_diteken", "Pakta integritas ditandatangani"
    AKTIF = "aktif", "Aktif"
    DIBEKUKAN = "dibekukan_sementara", "Dibekukan sementara"
    BERAKHIR = "berakhir", "Berakhir"
    DITOLAK = "tidak_ditetapkan", "Tidak ditetapkan"


P = StatusPengangkatan
ALUR_PENGANGKATAN = Alur(
    "pengangkatan",
    {
        P.DIUSULKAN: Keadaan(P.DIUSULKAN.label, "administrator", "pengelola.diusulkan", (P.DIREVIEW, P.DITOLAK)),
        P.DIREVIEW: Keadaan(P.DIREVIEW.label, "administrator", "pengelola.direview", (P.DITETAPKAN, P.DITOLAK)),
        P.DITETAPKAN: Keadaan(P.DITETAPKAN.label, "pegawai", "pengelola.ditetapkan", (P.PAKTA, P.BERAKHIR)),
        P.PAKTA: Keadaan(P.PAKTA.label, "sistem", "pengelola.pakta_diteken", (P.AKTIF, P.BERAKHIR)),
        P.AKTIF: Keadaan(P.AKTIF.label, "fasilitator", "pengelola.aktif", (P.DIBEKUKAN, P.BERAKHIR)),
        P.DIBEKUKAN: Keadaan(P.DIBEKUKAN.label, "fasilitator", "pengelola.dibekukan", (P.AKTIF, P.BERAKHIR)),
        P.BERAKHIR: Keadaan(P.BERAKHIR.label, "", "pengelola.berakhir"),
        P.DITOLAK: Keadaan(P.DITOLAK.label, "", "pengelola.tidak_ditetapkan"),
    },
)
BERJALAN = (P.DIUSULKAN, P.DIREVIEW, P.DITETAPKAN, P.PAKTA)
"""Not in force yet: no role opens anything."""


class StatusPembekuan(models.TextChoices):
    DIBEKUKAN = "akses_dibekukan", "Akses dibekukan"
    DINYATAKAN = "menunggu_mengetahui", "Menunggu Kepala Perangkat Daerah"
    DIKETAHUI = "menunggu_pencabutan", "Menunggu pencabutan"
    DICABUT = "dicabut", "Dicabut"


B = StatusPembekuan
ALUR_PEMBEKUAN = Alur(
    "pembekuan",
    {
        B.DIBEKUKAN: Keadaan(B.DIBEKUKAN.label, "fasilitator", "pembekuan.ditetapkan", (B.DINYATAKAN,)),
        B.DINYATAKAN: Keadaan(B.DINYATAKAN.label, "pejabat", "pembekuan.dinyatakan_sanggup", (B.DIKETAHUI,)),
        B.DIKETAHUI: Keadaan(B.DIKETAHUI.label, "administrator", "pembekuan.diketahui", (B.DICABUT,)),
        B.DICABUT: Keadaan(B.DICABUT.label, "", "pembekuan.dicabut"),
    },
)
