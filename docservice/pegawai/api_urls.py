"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.pegawai import api

urlpatterns: list[URLPattern] = [
    path("pegawai/", api.DaftarPegawai.as_view()),
    path("pegawai/<slug:nip>/", api.rincian),
]
