"""Addresses of this room under /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from docservice.naskah import (
    api,
    api_cabut,
    api_cek,
    api_jenis,
    api_palsu,
    api_penyelesaian,
    api_tanda_tangan,
    api_wewenang,
)

urlpatterns: list[URLPattern] = [
    path("naskah/", api.DaftarNaskah.as_view()),
    path("naskah/menunggu-paraf/", api.MenungguParaf.as_view()),
    path("naskah/baki/", api_tanda_tangan.Baki.as_view()),
    path("naskah/jenis/", api_jenis.DaftarJenis.as_view()),
    path("naskah/jenis/<str:kode>/", api_jenis.SatuJenis.as_view()),
    path("naskah/jenis/<str:kode>/kata/", api_jenis.Kata.as_view()),
    path("naskah/jenis/<str:kode>/periksa/", api_jenis.PeriksaKata.as_view()),
    path("naskah/dasar-hukum/", api_jenis.DaftarDasarHukum.as_view()),
    path("naskah/dasar-hukum/<str:kunci>/akhiri/", api_jenis.AkhiriDasarHukum.as_view()),
    path("naskah/wewenang/<slug:macam>/", api_wewenang.DaftarWewenang.as_view()),
    path("naskah/wewenang/<slug:macam>/<int:pk>/akhiri/", api_wewenang.akhiri),
    path("naskah/<int:pk>/", api.SatuNaskah.as_view()),
    path("naskah/<int:pk>/draf/", api.draf),
    path("naskah/<int:pk>/halaman/<int:nomor>/", api.halaman),
    path("naskah/<int:pk>/kirim-paraf/", api.kirim_paraf),
    path("naskah/<int:pk>/paraf/", api.paraf),
    path("naskah/<int:pk>/kembalikan/", api.kembalikan),
    path("naskah/<int:pk>/hasil-penyedia/", api_penyelesaian.HasilPenyedia.as_view()),
    path("naskah/<int:pk>/tidak-ditandatangani/", api_penyelesaian.tidak_ditandatangani),
    path("verifikasi/sesi/<int:pk>/berita-acara/", api.berita_acara_sesi),
    path("tanda-tangan/", api_tanda_tangan.TandaTangan.as_view()),
    path("tanda-tangan/hasil/", api_tanda_tangan.DaftarUpaya.as_view()),
    path("cek/", api_cek.CekBerkas.as_view()),
    path("cek/laporan/", api_palsu.LaporPalsu.as_view()),
    path("pemalsuan/", api_palsu.DaftarPemalsuan.as_view()),
    path("pemalsuan/<int:pk>/tangani/", api_palsu.tangani),
    path("pencabutan/", api_cabut.DaftarPencabutan.as_view()),
    path("pencabutan/<int:pk>/sahkan/", api_cabut.sahkan),
    path("pencabutan/<int:pk>/tolak/", api_cabut.tolak),
    path("cek/<str:token>/", api_cek.token),
]
