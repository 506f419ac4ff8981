"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.masukan import views

app_name = "masukan"
urlpatterns: list[URLPattern] = [
    path("masukan/", views.masukan, name="masukan"),
    path("masukan/<int:pk>/", views.satu, name="satu"),
]
