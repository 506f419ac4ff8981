"""Decrees that hold no more: proposed on the decree's own page, decided in one list."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.dokumen.permissions import ambil_dokumen
from docservice.naskah import pencabutan
from docservice.naskah.forms_cabut import CabutForm, TetapForm
from docservice.naskah.models import Pencabutan
from docservice.naskah.permissions_cabut import (
    check_may_cabut,
    check_may_lihat_cabut,
    check_may_putus_cabut,
    may_putus_cabut,
)
from docservice.umum.formulir import kerjakan

PER_HALAMAN = 30


@login_required
@require_GET
def daftar(request: Permintaan) -> HttpResponse:
    return _halaman(request, TetapForm())


def _halaman(request: Permintaan, formulir: TetapForm, terbuka: int = 0) -> HttpResponse:
    check_may_lihat_cabut(request.user)
    semua = Pencabutan.objects.visible_to(request.user).lengkap()
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("hal"))
    baris = [(satu, may_putus_cabut(request.user, satu) and satu.status == "diusulkan") for satu in halaman]
    konteks = {"halaman": halaman, "baris": baris, "formulir": formulir, "terbuka": terbuka}
    return render(request, "naskah/pencabutan.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def usulkan(request: Permintaan, dokumen: int) -> HttpResponse:
    """Which decree ends this one, and since when."""
    satu = ambil_dokumen(request.user, dokumen)
    check_may_cabut(request.user, satu)
    formulir = CabutForm(request.POST or None, calon=pencabutan.calon_pencabut(request.user, satu))
    if request.method == "POST" and kerjakan(
        formulir, lambda data: pencabutan.usulkan(by=request.user, dokumen=satu, **data)
    ):
        messages.success(request, "Usul dicatat. Administrator lain memeriksa dan memutuskannya.")
        return redirect("naskah:pencabutan")
    konteks = {"dokumen": satu, "formulir": formulir}
    return render(request, "naskah/cabut.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_POST
def sahkan(request: Permintaan, pk: int) -> HttpResponse:
    satu = pencabutan.sahkan(by=request.user, pencabutan=pencabutan.ambil_pencabutan(request.user, pk))
    messages.success(request, f"{satu.dokumen.judul} tidak berlaku lagi. Pemiliknya diberi tahu.")
    return redirect("naskah:pencabutan")


@login_required
@require_POST
def tolak(request: Permintaan, pk: int) -> HttpResponse:
    satu, formulir = pencabutan.ambil_pencabutan(request.user, pk), TetapForm(request.POST)
    check_may_putus_cabut(request.user, satu)
    if kerjakan(formulir, lambda data: pencabutan.tolak(by=request.user, pencabutan=satu, **data)):
        messages.success(request, f"{satu.dokumen.judul} tetap berlaku.")
        return redirect("naskah:pencabutan")
    return _halaman(request, formulir, pk)
