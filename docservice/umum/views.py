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


@require_GET
def bantuan(request: HttpRequest) -> HttpResponse:
    """Keys, and where to ask; the workbench has a list of its own."""
    return render(request, "bantuan.html", {"tombol": TOMBOL_CEPAT})


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
