"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.verifikasi import views

app_name = "verifikasi"
urlpatterns = [
    path("verifikasi/", views.daftar, name="antrean"),
    path("verifikasi/<int:pk>/", views.meja, name="meja"),
    path("verifikasi/urungkan/<int:pk>/", views.urungkan, name="urungkan"),
]
