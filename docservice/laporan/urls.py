"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.laporan import views, views_evaluasi, views_kelengkapan

app_name = "laporan"
urlpatterns: list[URLPattern] = [
    path("kelengkapan/", views_kelengkapan.kelengkapan, name="kelengkapan"),
    path("kelengkapan/<int:pk>/", views_kelengkapan.unit, name="kelengkapan_unit"),
    path("kelengkapan/<int:pk>/ingatkan/", views_kelengkapan.ingatkan, name="ingatkan"),
    path("evaluasi/", views_evaluasi.evaluasi, name="evaluasi"),
    path("evaluasi/<int:pk>/", views_evaluasi.unit, name="evaluasi_unit"),
    path("evaluasi/pegawai/<slug:nip>/", views_evaluasi.orang, name="evaluasi_orang"),
    path("pemutakhiran/", views_kelengkapan.pemutakhiran, name="pemutakhiran"),
    path("pemutakhiran/<int:pk>/", views_kelengkapan.satu_pemutakhiran, name="satu_pemutakhiran"),
    path("pemutakhiran/<int:pk>/tutup/", views_kelengkapan.tutup, name="tutup_pemutakhiran"),
    path("drh/<slug:nip>/", views.drh, name="drh"),
    path("drh/<slug:nip>/unduh/", views.unduh, name="unduh_drh"),
]
