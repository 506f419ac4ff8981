"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.arsip import api, api_bermasalah

urlpatterns: list[URLPattern] = [
    path("arsip/cari/", api.cari_arsip),
    path("pekerjaan-macet/", api_bermasalah.pekerjaan_macet),
    path("pekerjaan-macet/<int:pk>/ulangi/", api_bermasalah.ulangi),
    path("karantina/", api_bermasalah.karantina),
    path("karantina/<int:pk>/usulkan/", api_bermasalah.usulkan),
    path("karantina/<int:pk>/putuskan/", api_bermasalah.putuskan),
]
