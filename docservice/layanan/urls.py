"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.layanan import views

app_name = "layanan"
urlpatterns = [
    path("layanan/", views.katalog, name="katalog"),
    path("layanan/<str:kode>/", views.cek, name="cek"),
    path("permohonan/", views.antrean, name="antrean"),
    path("permohonan/<int:pk>/", views.permohonan, name="permohonan"),
    path("permohonan/<int:pk>/<str:tindakan>/", views.putuskan, name="putuskan"),
]
