"""The two lives of a bulk upload: of the whole and of each file in it."""

from __future__ import annotations

from django.db import models

from docservice.umum.alur import Alur, Keadaan


class StatusBorongan(models.TextChoices):
    DIURAI = "diurai", "Sedang dibuka"
    DIPERIKSA = "diperiksa", "Menunggu Anda periksa"
    DIKIRIM = "dikirim", "Sedang dikirim"
    SELESAI = "selesai", "Selesai"
    DITOLAK = "ditolak", "Tidak dapat dibuka"


S = StatusBorongan
ALUR_BORONGAN = Alur(
    "borongan",
    {
        S.DIURAI: Keadaan("Sedang dibuka", "sistem", "borongan.diterima", (S.DIPERIKSA, S.DITOLAK)),
        S.DIPERIKSA: Keadaan("Menunggu Anda periksa", "fasilitator", "borongan.diurai", (S.DIKIRIM,)),
        S.DIKIRIM: Keadaan("Sedang dikirim", "sistem", "borongan.dikirim", (S.SELESAI, S.DIPERIKSA)),
        S.SELESAI: Keadaan("Selesai", "", "borongan.selesai"),
        S.DITOLAK: Keadaan("Tidak dapat dibuka", "", "borongan.ditolak"),
    },
)


class StatusBaris(models.TextChoices):
    PERLU = "perlu", "Perlu diperbaiki"
    SIAP = "siap", "Siap dikirim"
    TERKIRIM = "terkirim", "Terkirim"
    DITOLAK = "ditolak", "Tidak dapat diterima"
    DIBUANG = "dibuang", "Tidak dikirim"


DAPAT_DIUBAH = (StatusBaris.PERLU, StatusBaris.SIAP, StatusBaris.DIBUANG)
