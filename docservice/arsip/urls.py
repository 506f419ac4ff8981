"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.arsip import views

app_name = "arsip"
urlpatterns = [
    path("cari/", views.halaman_cari, name="cari"),
    path("sehat/", views.halaman_sehat, name="sehat"),
]
