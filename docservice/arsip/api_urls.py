"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.arsip import api, api_bermasalah, api_daftar, api_jurnal

urlpatterns: list[URLPattern] = [
    path("arsip/cari/", api.cari_arsip),
    path("arsip/saran/", api.saran),
    path("arsip/orang/", api.Orang.as_view()),
    path("arsip/terakhir/", api.terakhir),
    path("arsip/tersimpan/", api.Tersimpan.as_view()),
    path("arsip/tersimpan/<int:pk>/", api.hapus_tersimpan),
    path("arsip/daftar/", api_daftar.SemuaDaftar.as_view()),
    path("arsip/daftar/<int:pk>/", api_daftar.satu_daftar),
    path("arsip/daftar/<int:pk>/putuskan/", api_daftar.putuskan),
    path("arsip/daftar/<int:pk>/unduh/", api_daftar.unduh),
    path("jurnal/", api_jurnal.Jurnal.as_view()),
    path("pekerjaan-macet/", api_bermasalah.pekerjaan_macet),
    path("pekerjaan-macet/<int:pk>/ulangi/", api_bermasalah.ulangi),
    path("karantina/", api_bermasalah.karantina),
    path("karantina/<int:pk>/usulkan/", api_bermasalah.usulkan),
    path("karantina/<int:pk>/putuskan/", api_bermasalah.putuskan),
]
