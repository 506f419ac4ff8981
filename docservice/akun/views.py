"""Choosing a role, notices, API tokens."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun import actions
from docservice.akun.bukti import baru_terbukti, minta_bukti
from docservice.akun.forms import TokenForm
from docservice.akun.models import Pengguna, TokenApi
from docservice.akun.request import Permintaan

KABAR_PER_HALAMAN = 50


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
    halaman = Paginator(request.user.kabar.all(), KABAR_PER_HALAMAN).get_page(request.GET.get("hal"))
    konteks = {"halaman": halaman, "pilihan": Pengguna.SurelKabar.choices}
    return render(request, "akun/kabar.html", konteks)


@login_required
@require_POST
def surel_kabar(request: Permintaan) -> HttpResponse:
    actions.atur_surel_kabar(by=request.user, pilihan=request.POST.get("surel_kabar", ""))
    messages.success(request, "Surel kabar diatur.")
    return redirect("akun:kabar")


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
    """The keys of the API: made here, shown once. A key opens as much as a password, so it takes a recent proof."""
    if request.method == "POST" and not baru_terbukti(request):
        return minta_bukti(request)
    awal = {"cakupan": request.isian_kembali.getlist("cakupan")}
    formulir, teks = TokenForm(request.POST or None, initial=awal), ""
    if request.method == "POST" and formulir.is_valid():
        data = formulir.cleaned_data
        _, teks = actions.buat_token(by=request.user, **data)
        formulir = TokenForm()
    daftar = TokenApi.objects.filter(pengguna=request.user, dicabut_pada=None).order_by("-dibuat_pada")
    konteks = {"formulir": formulir, "teks": teks, "daftar": daftar}
    return render(request, "akun/token.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_POST
def cabut_token(request: Permintaan, pk: int) -> HttpResponse:
    actions.cabut_token(by=request.user, token=get_object_or_404(TokenApi, pk=pk, pengguna=request.user))
    messages.success(request, "Token dicabut. Permintaan berikutnya dengan token itu ditolak.")
    return redirect("akun:token")
