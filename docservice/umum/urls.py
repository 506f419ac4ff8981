"""Addresses of the common room."""

from __future__ import annotations

from django.urls import path

from docservice.umum import views

app_name = "umum"
urlpatterns = [
    path("bantuan/", views.bantuan, name="bantuan"),
    path("tampilan/", views.tampilan, name="tampilan"),
]
