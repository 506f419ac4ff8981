"""States of what somebody wrote to those who run the service."""

from __future__ import annotations

from django.db import models

from docservice.umum.alur import Alur, Keadaan


class StatusMasukan(models.TextChoices):
    TERKIRIM = "terkirim", "Menunggu jawaban"
    DIJAWAB = "dijawab", "Dijawab"


M = StatusMasukan
ALUR_MASUKAN = Alur(
    "masukan",
    {
        M.TERKIRIM: Keadaan("Menunggu jawaban", "administrator", "masukan.dikirim", (M.DIJAWAB,)),
        M.DIJAWAB: Keadaan("Dijawab", "", "masukan.dijawab"),
    },
)
