"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.rekonsiliasi import api

urlpatterns: list[URLPattern] = [
    path("rekonsiliasi/", api.DaftarRekonsiliasi.as_view()),
    path("rekonsiliasi/<int:pk>/", api.rincian),
    path("rekonsiliasi/<int:pk>/beda/", api.DaftarBeda.as_view()),
    path("rekonsiliasi/<int:pk>/putuskan/", api.putuskan),
    path("rekonsiliasi/<int:pk>/tutup/", api.tutup),
    path("rekonsiliasi/<int:pk>/batalkan/", api.batalkan),
    path("rekonsiliasi/<int:pk>/hasil/<str:bentuk>/", api.hasil),
]
