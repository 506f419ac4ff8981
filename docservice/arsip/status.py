"""The life of a list that somebody wants to take out of the archive (Pergub Babel 14/2023 Pasal 16)."""

from __future__ import annotations

from django.db import models

from docservice.umum.alur import Alur, Keadaan


class StatusDaftar(models.TextChoices):
    DIMINTA = "diminta", "Menunggu rekomendasi"
    DIREKOMENDASIKAN = "direkomendasikan", "Direkomendasikan"
    DITOLAK = "tidak_direkomendasikan", "Tidak direkomendasikan"


S = StatusDaftar
ALUR_DAFTAR = Alur(
    "daftar",
    {
        S.DIMINTA: Keadaan("Menunggu rekomendasi", "administrator", "daftar.diminta", (S.DIREKOMENDASIKAN, S.DITOLAK)),
        S.DIREKOMENDASIKAN: Keadaan("Direkomendasikan", "", "daftar.direkomendasikan"),
        S.DITOLAK: Keadaan("Tidak direkomendasikan", "", "daftar.ditolak"),
    },
)
