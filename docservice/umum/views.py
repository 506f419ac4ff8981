"""The choices of display (kept in a cookie, drawn by the server, so that nothing flashes), and the page of help."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from docservice.umum.konteks import TEMA, TOMBOL, UKURAN

SETAHUN = 365 * 24 * 3600


TOMBOL_CEPAT = (
    (("/",), "cari"),
    (("?",), "halaman ini"),
    (("g b",), "beranda"),
    (("g v",), "verifikasi"),
    (("g t",), "tanda tangan"),
    (("g c",), "halaman cari"),
    (("J", "K"), "berikut dan sebelumnya di antrean, baki, paraf, dan hasil pencarian"),
    (("X",), "pilih"),
    (("Enter",), "buka"),
    (("P", "T"), "beri paraf atau ke passphrase; kembalikan"),
    (("Ctrl+S", "Ctrl+Enter"), "simpan draf; kirim"),
    (("Esc",), "tutup"),
)

ATURAN = (
    ("Melengkapi arsip dan data sendiri", "Pasal 8 ayat (1)", "Pasal 9 ayat (3) huruf b"),
    ("Memindai dokumen kepegawaian sendiri", "Pasal 19 ayat (1)", ""),
    ("Mengusulkan perubahan data dengan bukti yang sah", "Pasal 15 ayat (1)", "Pasal 4 dan Pasal 9 ayat (3) huruf a"),
    ("Mengisi data yang benar dan dapat dipertanggungjawabkan", "Pasal 15 ayat (1) huruf b", ""),
    ("Teguran tertulis bila data terbukti tidak benar", "Pasal 15 ayat (6)", ""),
    (
        "Verifikasi oleh fasilitator",
        "Pasal 9 ayat (3) huruf a dan Pasal 15 ayat (1) huruf c",
        "Pasal 9 ayat (2) huruf a dan e",
    ),
    (
        "Validasi oleh administrator",
        "Pasal 9 ayat (2) huruf b",
        "Pasal 7 ayat (3) huruf b dan Pasal 9 ayat (1) huruf f",
    ),
    ("Laporan triwulan fasilitator kepada BKPSDMD", "", "Pasal 9 ayat (2) huruf b"),
    ("Penetapan, penggantian, dan pembekuan fasilitator", "Pasal 9 ayat (4) sampai (7)", "Pasal 9 ayat (1) huruf a"),
    ("Pengangkatan dan pemberhentian administrator", "Pasal 9 ayat (5)", "Pasal 7 ayat (3) huruf c"),
    ("Data rahasia hanya melalui administrator", "Pasal 9 ayat (2) huruf c", "Pasal 9 ayat (1) huruf e"),
    ("Daftar tentang orang lain dengan rekomendasi administrator", "Pasal 16", "Pasal 9 ayat (1) huruf d"),
    ("Pemutakhiran data menurut unit dan perorangan", "Pasal 1 angka 14", "Pasal 1 angka 15"),
    ("Struktur data dan tabel acuan menurut standar BKN", "", "Pasal 3 huruf c"),
    ("Pencocokan dengan data BKN (rekonsiliasi)", "", "Pasal 1 angka 14"),
    ("Usul pengembangan sistem", "", "Pasal 9 ayat (2) huruf c"),
    ("Pakta integritas pengelola", "Pasal 27 ayat (1) huruf a", "Pasal 9 ayat (1) huruf e dan ayat (2) huruf d"),
    ("Peninjauan hak akses", "Pasal 27 ayat (2) huruf a", "Pasal 9 ayat (1) huruf a"),
    ("Kata sandi, email, dan telepon hanya diubah pemiliknya", "Pasal 27 ayat (2) huruf j", ""),
)
"""What rests on which article of Pergub Kepulauan Bangka Belitung 14/2023, and of Perbup Poso 2024."""


@require_GET
def bantuan(request: HttpRequest) -> HttpResponse:
    """Keys, where to ask, and by which article; the workbench has a list of its own."""
    return render(request, "bantuan.html", {"tombol": TOMBOL_CEPAT, "aturan": ATURAN})


@require_POST
def tampilan(request: HttpRequest) -> HttpResponse:
    """Theme, text size, keys on or off; back to where one was."""
    kembali = request.POST.get("kembali", "/")
    aman = url_has_allowed_host_and_scheme(kembali, allowed_hosts={request.get_host()})
    jawab = HttpResponseRedirect(kembali if aman else "/")
    for nama, pilihan in (("tema", dict(TEMA)), ("ukuran", dict(UKURAN)), ("tombol", dict(TOMBOL))):
        nilai = request.POST.get(nama)
        if nilai in pilihan:
            jawab.set_cookie(nama, nilai, max_age=SETAHUN, samesite="Lax", secure=request.is_secure(), httponly=True)
    return jawab
