"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.arsip import views, views_bermasalah

app_name = "arsip"
urlpatterns = [
    path("cari/", views.halaman_cari, name="cari"),
    path("bermasalah/", views_bermasalah.bermasalah, name="bermasalah"),
    path("bermasalah/pekerjaan/<int:pk>/ulangi/", views_bermasalah.ulangi, name="ulangi_pekerjaan"),
    path("bermasalah/karantina/<int:pk>/usulkan/", views_bermasalah.usulkan, name="usulkan_lepas"),
    path("bermasalah/karantina/<int:pk>/putuskan/", views_bermasalah.putuskan, name="putuskan_lepas"),
    path("sehat/", views.halaman_sehat, name="sehat"),
]
