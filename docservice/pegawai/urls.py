"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.pegawai import views, views_acuan, views_unit

app_name = "pegawai"
urlpatterns = [
    path("pegawai/", views.daftar, name="daftar"),
    path("pegawai/<slug:nip>/", views.pegawai, name="pegawai"),
    path("pegawai/<slug:nip>/pindah/", views.pindah, name="pindah"),
    path("pegawai/<slug:nip>/akun/", views.akun, name="akun"),
    path("acuan/", views_acuan.daftar, name="acuan"),
    path("acuan/<slug:tabel>/", views_acuan.satu, name="acuan_satu"),
    path("daerah/", views_unit.daerah, name="daerah"),
    path("unit/", views_unit.susunan, name="susunan"),
    path("unit/baru/", views_unit.baru, name="unit_baru"),
    path("unit/<int:pk>/", views_unit.unit, name="unit"),
    path("unit/<int:pk>/ubah/<str:cara>/", views_unit.ubah, name="ubah_unit"),
]
