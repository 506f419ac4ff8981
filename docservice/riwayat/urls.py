"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.riwayat import (
    views,
    views_data,
    views_klarifikasi,
    views_konfirmasi,
    views_petugas,
    views_rahasia,
    views_siasn,
    views_usulan,
)
from docservice.riwayat.views_petugas import ADMINISTRATOR, FASILITATOR

app_name = "riwayat"
urlpatterns = [
    path("riwayat/", views.riwayat, name="riwayat"),
    path("data-utama/", views_data.halaman, name="data_utama"),
    path("riwayat/usulan/baru/", views_usulan.baru, name="baru"),
    path("riwayat/usulan/<int:pk>/", views.usulan, name="usulan"),
    path("riwayat/usulan/<int:pk>/perbaiki/", views_usulan.perbaiki, name="perbaiki"),
    path("riwayat/usulan/<int:pk>/tarik/", views.tarik, name="tarik"),
    path("riwayat/usulan/<int:pk>/konfirmasi/", views_konfirmasi.putuskan, name="konfirmasi"),
    path("riwayat/usulan/<int:pk>/klarifikasi/", views_klarifikasi.tulis, name="klarifikasi"),
    path("riwayat/usulan/<int:pk>/siasn/", views_siasn.simpan, name="siasn"),
    path("riwayat/rahasia-saya/", views_rahasia.saya, name="rahasia_saya"),
    path("rahasia/", views_rahasia.daftar, name="rahasia"),
    path("rahasia/catat/", views_rahasia.masukkan, name="rahasia_catat"),
    path("rahasia/<int:pk>/", views_rahasia.satu, name="rahasia_satu"),
    path("usulan/", views_petugas.antrean, {"meja": FASILITATOR}, name="antrean"),
    path("usulan/<int:pk>/", views_petugas.putuskan, {"meja": FASILITATOR}, name="periksa"),
    path("validasi/", views_petugas.antrean, {"meja": ADMINISTRATOR}, name="validasi"),
    path("validasi/<int:pk>/", views_petugas.putuskan, {"meja": ADMINISTRATOR}, name="putuskan"),
]
