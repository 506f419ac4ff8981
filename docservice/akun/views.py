"""Signing in and out, choosing a role, notices, API tokens."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun import actions
from docservice.akun.forms import MasukForm, TokenForm
from docservice.akun.isian import lupakan, tandai
from docservice.akun.masuk import catat_masuk, contoh_masuk
from docservice.akun.models import TokenApi
from docservice.akun.request import Permintaan
from docservice.umum.waktu import jam


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def masuk(request: HttpRequest) -> HttpResponse:
    tujuan = request.POST.get("next") or request.GET.get("next") or ""
    if request.user.is_authenticated:
        return redirect(_aman(request, tujuan))
    formulir = MasukForm(request, request.POST or None)
    if request.method == "POST" and formulir.is_valid() and formulir.pengguna:
        login(request, formulir.pengguna, backend="docservice.akun.backends.NipAtauSurelBackend")
        catat_masuk(formulir.pengguna)
        return tandai(redirect(_aman(request, tujuan)), formulir.pengguna.pk)
    konteks = {"formulir": formulir, "next": tujuan, **contoh_masuk()}
    return render(request, "akun/masuk.html", konteks, status=422 if formulir.errors else 200)


def _aman(request: HttpRequest, tujuan: str) -> str:
    aman = url_has_allowed_host_and_scheme(tujuan, {request.get_host()}, require_https=request.is_secure())
    return tujuan if tujuan and aman else "/"


def terkunci(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Too many wrong passwords: wait, the account is not blocked for its owner elsewhere."""
    kapan = jam(timezone.now() + timedelta(hours=settings.AXES_COOLOFF_TIME))
    pesan = f"Terlalu banyak percobaan masuk. Coba lagi pukul {kapan}. Akun Anda tidak diblokir."
    return render(request, "429.html", {"pesan": pesan}, status=429)


@require_POST
def keluar(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.success(request, "Anda sudah keluar.")
    jawab = lupakan(redirect("akun:masuk"))
    jawab.headers["Clear-Site-Data"] = '"cache"'
    return jawab


@login_required
@require_POST
def peran(request: Permintaan) -> HttpResponse:
    """Work in another of one's roles; rights do not change, only home and navigation."""
    pilihan = request.POST.get("peran", "")
    if pilihan in {p.kunci for p in request.daftar_peran}:
        request.session["peran"] = pilihan
    return HttpResponseRedirect("/")


@login_required
@require_http_methods(["GET", "POST"])
def kabar(request: Permintaan) -> HttpResponse:
    if request.method == "POST":
        request.user.kabar.filter(dibaca_pada=None).update(dibaca_pada=timezone.now())
        return redirect("akun:kabar")
    return render(request, "akun/kabar.html", {"daftar": request.user.kabar.all()[:100]})


@login_required
@require_GET
def buka_kabar(request: Permintaan, pk: int) -> HttpResponse:
    """Follow a notice and remember that it was read."""
    satu = get_object_or_404(request.user.kabar, pk=pk)
    if satu.dibaca_pada is None:
        satu.dibaca_pada = timezone.now()
        satu.save(update_fields=["dibaca_pada"])
    return redirect(satu.tautan or "akun:kabar")


@login_required
@require_http_methods(["GET", "POST"])
def token(request: Permintaan) -> HttpResponse:
    """The keys of the API: made here, shown once."""
    awal = {"cakupan": request.isian_kembali.getlist("cakupan")}
    formulir, teks = TokenForm(request.POST or None, initial=awal), ""
    if request.method == "POST" and formulir.is_valid():
        data = formulir.cleaned_data
        _, teks = actions.buat_token(by=request.user, **data)
        formulir = TokenForm()
    daftar = TokenApi.objects.filter(pengguna=request.user, dicabut_pada=None).order_by("-dibuat_pada")
    return render(request, "akun/token.html", {"formulir": formulir, "teks": teks, "daftar": daftar})


@login_required
@require_POST
def cabut_token(request: Permintaan, pk: int) -> HttpResponse:
    actions.cabut_token(by=request.user, token=get_object_or_404(TokenApi, pk=pk, pengguna=request.user))
    messages.success(request, "Token dicabut. Permintaan berikutnya dengan token itu ditolak.")
    return redirect("akun:token")
