"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.masukan import api

urlpatterns: list[URLPattern] = [
    path("masukan/", api.Daftar.as_view()),
    path("masukan/<int:pk>/jawab/", api.jawab),
]
