"""The choices of display: kept in a cookie, drawn by the server, so that nothing flashes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from docservice.umum.konteks import TEMA, TOMBOL, UKURAN

SETAHUN = 365 * 24 * 3600


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
