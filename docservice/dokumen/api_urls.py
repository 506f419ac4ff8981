"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.dokumen import api, api_arsip, api_kiriman, api_saran

urlpatterns: list[URLPattern] = [
    path("jenis-dokumen/", api.jenis_dokumen),
    path("dokumen/", api.DaftarDokumen.as_view()),
    path("dokumen/<int:pk>/", api.rincian),
    path("dokumen/<int:pk>/status/", api.status),
    path("dokumen/<int:pk>/halaman/<int:nomor>/", api.gambar_halaman),
    path("dokumen/<int:pk>/halaman/<int:nomor>/teks/", api.teks_halaman),
    path("dokumen/<int:pk>/unduh/", api.unduh),
    path("dokumen/<int:pk>/pembaca/", api_arsip.Pembaca.as_view()),
    path("dokumen/<int:pk>/jejak/", api_arsip.jejak),
    path("dokumen/<int:pk>/pakai/", api_saran.pakai),
    path("dokumen/<int:pk>/jenis/", api_saran.jenis),
    path("dokumen/<int:pk>/penjelasan/", api_saran.penjelasan),
    path("dokumen/<int:pk>/halaman/<int:nomor>/hapus/", api_saran.hapus_halaman),
    path("dokumen/<int:pk>/urutan/", api_saran.urutan),
    path("dokumen/<int:pk>/salinan-aman/", api_arsip.salinan),
    path("dokumen/<int:pk>/tanda-tangan/", api_arsip.tanda_tangan),
    path("dokumen/unduh-semua/", api_arsip.unduh_semua),
    path("dokumen/pembaca/", api_arsip.PembacaSaya.as_view()),
    path("dokumen/pembaca/data/", api_arsip.PembukaDataSaya.as_view()),
    path("kiriman/", api_kiriman.Kiriman.as_view()),
    path("kiriman/<str:pk>/", api_kiriman.SatuKiriman.as_view()),
    path("kelengkapan/", api_arsip.kelengkapan_arsip),
    path("kelengkapan/tidak-dimiliki/", api_arsip.tidak_dimiliki),
    path("kelengkapan/tidak-dimiliki/<int:pk>/tarik/", api_arsip.tarik_pernyataan),
]
