"""Reporting a forgery without signing in; the administrators' list of reports."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.naskah import palsu
from docservice.naskah.forms import LaporPalsuForm, TanganiPalsuForm
from docservice.naskah.laju import LajuLapor, batasi
from docservice.umum.formulir import kerjakan

PER_HALAMAN = 30


@never_cache
@require_http_methods(["GET", "POST"])
def lapor(request: HttpRequest) -> HttpResponse:
    formulir = LaporPalsuForm(request.POST or None)
    selesai = False
    if request.method == "POST":
        batasi(LajuLapor, request)
        selesai = kerjakan(formulir, lambda data: palsu.laporkan(**data))
    konteks = {"formulir": formulir, "selesai": selesai}
    return render(request, "naskah/lapor_palsu.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_GET
def daftar(request: Permintaan) -> HttpResponse:
    semua = palsu.laporan_pemalsuan(request.user)
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("hal"))
    return render(request, "naskah/pemalsuan.html", {"halaman": halaman, "formulir": TanganiPalsuForm()})


@login_required
@require_POST
def tangani(request: Permintaan, pk: int) -> HttpResponse:
    palsu.check_may_tangani(request.user)
    formulir = TanganiPalsuForm(request.POST)
    if kerjakan(formulir, lambda data: palsu.tangani(by=request.user, pk=pk, **data)):
        messages.success(request, "Hasil pemeriksaan laporan dicatat.")
        return redirect("naskah:pemalsuan")
    halaman = Paginator(palsu.laporan_pemalsuan(request.user), PER_HALAMAN).get_page(1)
    konteks = {"halaman": halaman, "formulir": formulir, "terbuka": pk}
    return render(request, "naskah/pemalsuan.html", konteks, status=422)
