"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from docservice.naskah import (
    views,
    views_cabut,
    views_cek,
    views_gaya,
    views_jenis,
    views_palsu,
    views_penyelesaian,
    views_sesi,
    views_tanda_tangan,
    views_wewenang,
)

app_name = "naskah"
urlpatterns = [
    path("naskah/", views.daftar, name="daftar"),
    path("naskah/susun/<int:permohonan>/", views.susun, name="susun"),
    path("naskah/jenis/", views_jenis.daftar, name="jenis"),
    path("naskah/jenis/<str:kode>/", views_jenis.kata, name="kata"),
    path("naskah/jenis/<str:kode>/gambar.webp", views_jenis.gambar, name="gambar_jenis"),
    path("naskah/jenis/<str:kode>/pratinjau/", views_jenis.pratinjau, name="pratinjau_kata"),
    path("naskah/pratinjau/<str:sha256>.webp", views_jenis.gambar_pratinjau, name="gambar_pratinjau"),
    path("naskah/gaya/", views_gaya.gaya, name="gaya"),
    path("naskah/dasar-hukum/", views_jenis.dasar_hukum, name="dasar_hukum"),
    path("naskah/dasar-hukum/<int:pk>/akhiri/", views_jenis.akhiri, name="akhiri_dasar_hukum"),
    path("naskah/wewenang/", views_wewenang.daftar, name="wewenang"),
    path("naskah/wewenang/<slug:macam>/", views_wewenang.daftar, name="wewenang_macam"),
    path("naskah/wewenang/<slug:macam>/baru/", views_wewenang.baru, name="wewenang_baru"),
    path("naskah/wewenang/<slug:macam>/<int:pk>/akhiri/", views_wewenang.akhiri, name="akhiri_wewenang"),
    path("naskah/<int:pk>/", views.draf, name="draf"),
    path("naskah/<int:pk>/simpan/", views.simpan, name="simpan_draf"),
    path("naskah/<int:pk>/pratinjau/", views.pratinjau, name="pratinjau_draf"),
    path("naskah/<int:pk>/gambar/<str:sha256>.webp", views.gambar, name="gambar"),
    path("naskah/<int:pk>/paraf/", views.beri_paraf, name="beri_paraf"),
    path("naskah/<int:pk>/kembalikan/", views.kembalikan, name="kembalikan"),
    path("naskah/<int:pk>/hasil-penyedia/", views_penyelesaian.selesaikan, name="selesaikan"),
    path("paraf/", views.daftar_paraf, name="paraf"),
    path("tanda-tangan/", views_tanda_tangan.baki, name="baki"),
    path("tanda-tangan/hasil/<str:kelompok>/", views_tanda_tangan.hasil, name="hasil"),
    path("verifikasi/sesi/<int:pk>/", views_sesi.sesi, name="sesi"),
    path("pencabutan/", views_cabut.daftar, name="pencabutan"),
    path("pencabutan/dokumen/<int:dokumen>/", views_cabut.usulkan, name="cabut"),
    path("pencabutan/<int:pk>/sahkan/", views_cabut.sahkan, name="sahkan_pencabutan"),
    path("pencabutan/<int:pk>/tolak/", views_cabut.tolak, name="tolak_pencabutan"),
    path("cek/", views_cek.cek, name="cek"),
    path("cek/laporan/", views_palsu.lapor, name="lapor_palsu"),
    path("pemalsuan/", views_palsu.daftar, name="pemalsuan"),
    path("pemalsuan/<int:pk>/tangani/", views_palsu.tangani, name="tangani_pemalsuan"),
    path("cek/<str:token>", views_cek.token, name="cek_token"),
]
