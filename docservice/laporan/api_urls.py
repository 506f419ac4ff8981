"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.laporan import api, api_evaluasi, api_kelengkapan

urlpatterns: list[URLPattern] = [
    path("laporan/kelengkapan/", api.kelengkapan),
    path("laporan/kelengkapan/dokumen/", api.kelengkapan_dokumen),
    path("laporan/kelengkapan/<int:pk>/", api_kelengkapan.KelengkapanUnit.as_view()),
    path("laporan/kelengkapan/<int:pk>/ingatkan/", api_kelengkapan.ingatkan),
    path("laporan/evaluasi/", api_evaluasi.Semua.as_view()),
    path("laporan/evaluasi/<int:pk>/", api_evaluasi.Unit.as_view()),
    path("laporan/evaluasi/pegawai/<slug:nip>/", api_evaluasi.Orang.as_view()),
    path("laporan/pemutakhiran/", api_kelengkapan.DaftarPemutakhiran.as_view()),
    path("laporan/pemutakhiran/<int:pk>/", api_kelengkapan.CapaianPemutakhiran.as_view()),
    path("laporan/pemutakhiran/<int:pk>/tutup/", api_kelengkapan.tutup),
    path("pegawai/<slug:nip>/drh/", api.drh),
]
