"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.naskah import views, views_cek, views_tanda_tangan

app_name = "naskah"
urlpatterns = [
    path("naskah/", views.daftar, name="daftar"),
    path("naskah/susun/<int:permohonan>/", views.susun, name="susun"),
    path("naskah/<int:pk>/", views.draf, name="draf"),
    path("naskah/<int:pk>/gambar/<str:sha256>.webp", views.gambar, name="gambar"),
    path("naskah/<int:pk>/paraf/", views.beri_paraf, name="beri_paraf"),
    path("naskah/<int:pk>/kembalikan/", views.kembalikan, name="kembalikan"),
    path("paraf/", views.daftar_paraf, name="paraf"),
    path("tanda-tangan/", views_tanda_tangan.baki, name="baki"),
    path("tanda-tangan/hasil/<str:kelompok>/", views_tanda_tangan.hasil, name="hasil"),
    path("cek/", views_cek.cek, name="cek"),
    path("cek/<str:token>", views_cek.token, name="cek_token"),
]
