"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.verifikasi import views, views_antrean

app_name = "verifikasi"
urlpatterns = [
    path("verifikasi/", views_antrean.daftar, name="antrean"),
    path("verifikasi/perpanjang/", views_antrean.perpanjang, name="perpanjang"),
    path("verifikasi/akhiri/", views_antrean.akhiri, name="akhiri"),
    path("verifikasi/mutu/", views_antrean.mutu, name="mutu"),
    path("verifikasi/<int:pk>/", views.meja, name="meja"),
    path("verifikasi/<int:pk>/lewati/", views_antrean.lewati, name="lewati"),
    path("verifikasi/<int:pk>/bandingkan/", views.bandingkan, name="bandingkan"),
    path("verifikasi/urungkan/<int:pk>/", views.urungkan, name="urungkan"),
]
