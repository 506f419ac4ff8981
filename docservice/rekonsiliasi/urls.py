"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.rekonsiliasi import views

app_name = "rekonsiliasi"
urlpatterns = [
    path("rekonsiliasi/", views.daftar, name="daftar"),
    path("rekonsiliasi/<int:pk>/", views.rincian, name="rincian"),
    path("rekonsiliasi/<int:pk>/putuskan/", views.putuskan, name="putuskan"),
    path("rekonsiliasi/<int:pk>/tutup/", views.tutup, name="tutup"),
    path("rekonsiliasi/<int:pk>/batalkan/", views.batalkan, name="batalkan"),
    path("rekonsiliasi/<int:pk>/perbaikan-bkn.csv", views.perbaikan_bkn, name="perbaikan_bkn"),
    path("rekonsiliasi/<int:pk>/hasil.<str:bentuk>", views.unduh, name="unduh"),
]
