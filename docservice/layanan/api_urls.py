"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.layanan import api

urlpatterns: list[URLPattern] = [
    path("layanan/", api.katalog),
    path("layanan/<slug:kode>/", api.layanan),
    path("layanan/<slug:kode>/periksa/", api.periksa_syarat),
    path("permohonan/", api.DaftarPermohonan.as_view()),
    path("permohonan/antrean/", api.Antrean.as_view()),
    path("permohonan/<int:pk>/", api.rincian),
    path("permohonan/<int:pk>/teruskan/", api.teruskan),
    path("permohonan/<int:pk>/btl/", api.btl),
    path("permohonan/<int:pk>/tms/", api.tms),
    path("permohonan/<int:pk>/tolak/", api.tolak),
    path("permohonan/<int:pk>/lengkapi/", api.lengkapi),
    path("permohonan/<int:pk>/batalkan/", api.batalkan),
    path("permohonan/<int:pk>/pertek/", api.pertek),
    path("permohonan/<int:pk>/pesan/", api.Percakapan.as_view()),
    path("permohonan/<int:pk>/keberatan/", api.keberatan),
    path("permohonan/<int:pk>/keberatan/jawab/", api.jawab_keberatan),
]
