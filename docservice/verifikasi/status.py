"""States of a sitting at the workbench, and of a second look at one of its decisions."""

from __future__ import annotations

from django.db import models

from docservice.umum.alur import Alur, Keadaan


class StatusSesi(models.TextChoices):
    BERJALAN = "berjalan", "Sedang berjalan"
    BERAKHIR = "berakhir", "Menunggu tanda tangan"
    DITANDATANGANI = "ditandatangani", "Berita acara ditandatangani"


S = StatusSesi
ALUR_SESI = Alur(
    "sesi_verifikasi",
    {
        S.BERJALAN: Keadaan("Sedang berjalan", "fasilitator", "sesi.dimulai", (S.BERAKHIR,)),
        S.BERAKHIR: Keadaan("Menunggu tanda tangan", "fasilitator", "sesi.diakhiri", (S.DITANDATANGANI,)),
        S.DITANDATANGANI: Keadaan("Berita acara ditandatangani", "", "sesi.ditandatangani"),
    },
)


class StatusKedua(models.TextChoices):
    MENUNGGU = "menunggu", "Menunggu orang kedua"
    BEDA = "beda", "Beda pendapat, menunggu orang ketiga"
    SEPAKAT = "sepakat", "Sepakat"
    DIPERTAHANKAN = "dipertahankan", "Putusan pertama dipertahankan"
    DIBALIK = "dibalik", "Putusan pertama dibalik"
    GUGUR = "gugur", "Gugur karena berkasnya diganti"


K = StatusKedua
ALUR_KEDUA = Alur(
    "periksa_kedua",
    {
        K.MENUNGGU: Keadaan(
            "Menunggu orang kedua", "fasilitator", "periksa_kedua.dipilih", (K.SEPAKAT, K.BEDA, K.GUGUR)
        ),
        K.BEDA: Keadaan("Beda pendapat", "administrator", "periksa_kedua.beda", (K.DIPERTAHANKAN, K.DIBALIK, K.GUGUR)),
        K.SEPAKAT: Keadaan("Sepakat", "", "periksa_kedua.sepakat"),
        K.DIPERTAHANKAN: Keadaan("Dipertahankan", "", "periksa_kedua.dipertahankan"),
        K.DIBALIK: Keadaan("Dibalik", "", "periksa_kedua.dibalik"),
        K.GUGUR: Keadaan("Gugur", "", "periksa_kedua.gugur"),
    },
)
