"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.beranda import views

app_name = "beranda"
urlpatterns = [path("", views.beranda, name="beranda")]
