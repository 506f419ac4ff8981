"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.borongan import api

urlpatterns: list[URLPattern] = [
    path("borongan/", api.DaftarBorongan.as_view()),
    path("borongan/<int:pk>/", api.rincian),
    path("borongan/<int:pk>/baris/", api.Baris.as_view()),
    path("borongan/<int:pk>/kirim/", api.kirim),
]
