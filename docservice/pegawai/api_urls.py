"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.pegawai import api, api_acuan, api_unit

urlpatterns: list[URLPattern] = [
    path("pegawai/", api.DaftarPegawai.as_view()),
    path("pegawai/<slug:nip>/", api.rincian),
    path("pegawai/<slug:nip>/perpindahan/", api.Pindah.as_view()),
    path("pegawai/<slug:nip>/akun/", api.akun),
    path("acuan/", api_acuan.DaftarAcuan.as_view()),
    path("acuan/<slug:tabel>/", api_acuan.SatuAcuan.as_view()),
    path("daerah/", api_unit.SatuDaerah.as_view()),
    path("unit/", api_unit.DaftarUnit.as_view()),
    path("unit/<int:pk>/", api_unit.rincian),
    path("unit/<int:pk>/nama/", api_unit.nama),
    path("unit/<int:pk>/induk/", api_unit.induk),
    path("unit/<int:pk>/tutup/", api_unit.tutup),
    path("unit/<int:pk>/kop/", api_unit.kop),
]
