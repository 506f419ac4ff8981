"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.riwayat import api, api_data, api_klarifikasi, api_rahasia

urlpatterns: list[URLPattern] = [
    path("jenis-riwayat/", api.jenis_riwayat),
    path("riwayat/", api.DaftarRiwayat.as_view()),
    path("riwayat/saran/", api.saran),
    path("riwayat/antrean/", api.Antrean.as_view()),
    path("riwayat/<int:pk>/", api.rincian),
    path("riwayat/<int:pk>/ajukan/", api.ajukan_lagi),
    path("riwayat/<int:pk>/batalkan/", api.batalkan),
    path("riwayat/<int:pk>/konfirmasi/", api.konfirmasi),
    path("riwayat/<int:pk>/tolak-konfirmasi/", api.tolak_konfirmasi),
    path("riwayat/<int:pk>/klarifikasi/", api_klarifikasi.Klarifikasi.as_view()),
    path("riwayat/<int:pk>/verifikasi/", api.verifikasi),
    path("riwayat/<int:pk>/kembalikan/", api.kembalikan),
    path("riwayat/<int:pk>/validasi/", api.validasi),
    path("riwayat/<int:pk>/tolak/", api.tolak),
    path("riwayat/<int:pk>/siasn/", api.siasn),
    path("pegawai/<slug:nip>/data-utama/", api_data.rincian),
    path("riwayat-rahasia/", api_rahasia.DaftarRahasia.as_view()),
    path("riwayat-rahasia/<int:pk>/", api_rahasia.rincian),
    path("riwayat-rahasia/<int:pk>/sahkan/", api_rahasia.sahkan),
    path("riwayat-rahasia/<int:pk>/tolak/", api_rahasia.tolak),
]
