"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.arsip import api

urlpatterns: list[URLPattern] = [path("arsip/cari/", api.cari_arsip)]
