"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.arsip import views, views_bermasalah, views_cari, views_daftar, views_jurnal

app_name = "arsip"
urlpatterns = [
    path("cari/", views_cari.halaman_cari, name="cari"),
    path("cari/saran/", views_cari.saran, name="saran"),
    path("cari/mini/<int:pk>/v<int:versi>.webp", views_cari.gambar_mini, name="mini"),
    path("cari/simpan/", views_cari.simpan, name="simpan"),
    path("cari/tersimpan/<int:pk>/hapus/", views_cari.hapus, name="hapus"),
    path("cari/daftar/", views_daftar.semua, name="daftar_semua"),
    path("cari/daftar/baru/", views_daftar.minta, name="minta_daftar"),
    path("cari/daftar/<int:pk>/", views_daftar.daftar, name="daftar"),
    path("cari/daftar/<int:pk>/unduh/", views_daftar.unduh, name="unduh_daftar"),
    path("bermasalah/", views_bermasalah.bermasalah, name="bermasalah"),
    path("bermasalah/pekerjaan/<int:pk>/ulangi/", views_bermasalah.ulangi, name="ulangi_pekerjaan"),
    path("bermasalah/karantina/<int:pk>/usulkan/", views_bermasalah.usulkan, name="usulkan_lepas"),
    path("bermasalah/karantina/<int:pk>/putuskan/", views_bermasalah.putuskan, name="putuskan_lepas"),
    path("jurnal/", views_jurnal.halaman, name="jurnal"),
    path("sehat/", views.halaman_sehat, name="sehat"),
]
