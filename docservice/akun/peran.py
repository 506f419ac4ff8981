"""The roles (riwayat-layanan B.1) with the words a person reads, side by side."""

from __future__ import annotations

from django.db import models


class Peran(models.TextChoices):
    PEGAWAI = "pegawai", "Pegawai"
    FASILITATOR = "fasilitator", "Fasilitator"
    ADMINISTRATOR = "administrator", "Administrator"
    KEPALA_BKPSDM = "kepala_bkpsdm", "Kepala BKPSDMD"
    KEPALA_PD = "kepala_pd", "Kepala Perangkat Daerah"
    PPK = "ppk", "Pejabat Pembina Kepegawaian"
    PEJABAT = "pejabat_penandatangan", "Pejabat penanda tangan"
    STAF_ARSIP = "staf_arsip", "Staf arsip"
    ATASAN = "atasan_langsung", "Atasan langsung"
    DISKOMINFO = "diskominfo", "Dinas Komunikasi dan Informatika"
    AUDITOR = "auditor_internal", "Auditor internal"


SELURUH_DAERAH = frozenset({Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM, Peran.STAF_ARSIP})
"""Roles that see the personnel archive of the whole region (not the confidential class)."""
MELIHAT_RAHASIA = frozenset({Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM})
MELIHAT_UNIT = frozenset({Peran.FASILITATOR})
"""Roles that see the archive of the employees of their unit subtree."""
PENGANGKAT: dict[str, tuple[Peran, ...]] = {
    satu: (Peran.KEPALA_BKPSDM,) if satu == Peran.ADMINISTRATOR else (Peran.ADMINISTRATOR,) for satu in Peran
}
"""Who gives and ends a role: administrators, and the head of the agency for them (POSO 7(3)c; riwayat-layanan B.2)."""
