"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.laporan import api

urlpatterns: list[URLPattern] = [
    path("laporan/kelengkapan/", api.kelengkapan),
    path("pegawai/<slug:nip>/drh/", api.drh),
]
