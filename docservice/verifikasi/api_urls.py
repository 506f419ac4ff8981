"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.verifikasi import api, api_sesi

urlpatterns: list[URLPattern] = [
    path("verifikasi/antrean/", api.Antrean.as_view()),
    path("verifikasi/ambil/", api.ambil),
    path("verifikasi/perpanjang/", api_sesi.perpanjang),
    path("verifikasi/sesi/", api_sesi.DaftarSesi.as_view()),
    path("verifikasi/sesi/akhiri/", api_sesi.akhiri),
    path("verifikasi/mutu/", api_sesi.MutuPemeriksa.as_view()),
    path("verifikasi/<int:pk>/lewati/", api_sesi.lewati),
    path("verifikasi/alasan/", api.alasan),
    path("verifikasi/<int:pk>/urungkan/", api.urungkan),
    path("dokumen/<int:pk>/verifikasi/", api.Putusan.as_view()),
    path("dokumen/<int:pk>/kembalikan/", api.kembalikan),
]
