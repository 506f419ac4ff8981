"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.aturan import api, api_libur

urlpatterns: list[URLPattern] = [
    path("aturan/hari-libur/", api_libur.DaftarLibur.as_view()),
    path("aturan/hari-libur/<int:pk>/cabut/", api_libur.cabut),
    path("aturan/jenis-dokumen/", api.tambah_jenis),
    path("aturan/jenis-dokumen/<str:kode>/versi/", api.VersiJenis.as_view()),
    path("aturan/jenis-dokumen/<str:kode>/akhiri/", api.akhiri_jenis),
    path("aturan/layanan/<str:kode>/versi/", api.VersiAturanLayanan.as_view()),
    path("aturan/layanan/<str:kode>/akhiri/", api.akhiri_layanan),
]
