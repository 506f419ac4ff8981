"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.borongan import views

app_name = "borongan"
urlpatterns = [
    path("borongan/", views.daftar, name="daftar"),
    path("borongan/<int:pk>/", views.borongan, name="borongan"),
    path("borongan/<int:pk>/kirim/", views.kirim, name="kirim"),
    path("borongan/<int:pk>/laporan.csv", views.laporan, name="laporan"),
]
