"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.dokumen import views, views_dokumen, views_ketiadaan, views_kiriman, views_proses

app_name = "dokumen"
urlpatterns = [
    path("arsip-saya/", views.arsip_saya, name="arsip_saya"),
    path("arsip-saya/unduh/", views.unduh_semua, name="unduh_semua"),
    path("arsip-saya/siapa-yang-melihat/", views.pembaca, name="pembaca"),
    path("arsip-saya/tidak-dimiliki/", views_ketiadaan.ketiadaan, name="ketiadaan"),
    path("arsip-saya/tidak-dimiliki/<int:pk>/tarik/", views_ketiadaan.tarik, name="tarik_ketiadaan"),
    path("kiriman/", views_kiriman.kiriman, name="kiriman_baru"),
    path("kiriman/<str:pk>/", views_kiriman.kiriman, name="kiriman"),
    path("dokumen/unggah/", views.unggah, name="unggah"),
    path("dokumen/<int:pk>/unggah/", views.unggah_ulang, name="unggah_ulang"),
    path("dokumen/<int:pk>/proses/", views_proses.proses, name="proses"),
    path("dokumen/<int:pk>/salinan/", views_proses.salinan, name="salinan"),
    path("dokumen/<int:pk>/pakai/", views_proses.pakai, name="pakai"),
    path("dokumen/<int:pk>/jenis/", views_proses.jenis, name="jenis"),
    path("dokumen/<int:pk>/penjelasan/", views_proses.penjelasan, name="penjelasan"),
    path("dokumen/<int:pk>/hapus-halaman/<int:nomor>/", views_proses.hapus_halaman, name="hapus_halaman"),
    path("dokumen/<int:pk>/urutan/", views_proses.urutan, name="urutan"),
    path("dokumen/<int:pk>/", views_dokumen.dokumen, name="dokumen"),
    path("dokumen/<int:pk>/tanda-tangan/", views_dokumen.tanda_tangan, name="tanda_tangan"),
    path("dokumen/<int:pk>/v<int:versi>/halaman/<int:nomor>.webp", views_dokumen.halaman, name="halaman"),
    path("dokumen/<int:pk>/v<int:versi>/kecil/<int:nomor>.webp", views_dokumen.kecil, name="kecil"),
    path("dokumen/<int:pk>/unduh/", views_dokumen.unduh, name="unduh"),
]
