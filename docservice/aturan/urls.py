"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.aturan import views, views_libur

app_name = "aturan"
urlpatterns = [
    path("aturan/", views.daftar, name="daftar"),
    path("aturan/hari-libur/", views_libur.hari_libur, name="libur"),
    path("aturan/hari-libur/<int:pk>/cabut/", views_libur.cabut_libur, name="cabut_libur"),
    path("aturan/layanan/<str:kode>/", views.layanan, name="layanan"),
    path("aturan/layanan/<str:kode>/akhiri/", views.akhiri_layanan, name="akhiri_layanan"),
    path("aturan/jenis-dokumen/", views.jenis, name="jenis"),
    path("aturan/jenis-dokumen/<str:kode>/", views.satu_jenis, name="satu_jenis"),
    path("aturan/jenis-dokumen/<str:kode>/akhiri/", views.akhiri_jenis, name="akhiri_jenis"),
]
