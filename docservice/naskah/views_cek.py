"""The public check: no sign-in, limited data, nothing kept (screens §5.14)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from docservice.dokumen.upload import check_terhenti
from docservice.naskah.cek import HasilCek, cek_berkas, cek_token
from docservice.naskah.forms import BerkasForm
from docservice.naskah.laju import LajuCek, LajuCekBerkas, batasi


@never_cache
@require_GET
def token(request: HttpRequest, token: str) -> HttpResponse:
    """Where a QR leads."""
    batasi(LajuCek, request)
    return _halaman(request, cek_token(token))


@never_cache
@require_http_methods(["GET", "POST"])
def cek(request: HttpRequest) -> HttpResponse:
    """Upload a file to compare it with what was issued."""
    formulir = BerkasForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        batasi(LajuCekBerkas, request)
        check_terhenti(request, "Pakai kode QR pada kertasnya.")
        if formulir.is_valid():
            return _halaman(request, cek_berkas(formulir.cleaned_data["berkas"].read()))
    return _halaman(request, None, formulir)


def _halaman(request: HttpRequest, hasil: HasilCek | None, formulir: BerkasForm | None = None) -> HttpResponse:
    konteks = {
        "hasil": hasil,
        "formulir": formulir or BerkasForm(),
        "waktu": timezone.now(),
        "host": request.get_host(),
    }
    status = 404 if hasil and hasil.kasus == "tidak_terdaftar" else 422 if formulir and formulir.errors else 200
    jawab = render(request, "naskah/cek.html", konteks, status=status)
    jawab.headers["X-Robots-Tag"] = "noindex"
    return jawab
