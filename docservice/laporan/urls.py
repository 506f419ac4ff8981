"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.laporan import views

app_name = "laporan"
urlpatterns: list[URLPattern] = [
    path("drh/<slug:nip>/", views.drh, name="drh"),
    path("drh/<slug:nip>/unduh/", views.unduh, name="unduh_drh"),
]
