"""Pages: write, see one's own with their answers; administrators see and answer all."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from docservice.akun.request import Permintaan
from docservice.masukan import actions
from docservice.masukan.forms import JawabanForm, MasukanForm
from docservice.masukan.models import Masukan
from docservice.masukan.permissions import ambil_masukan, check_may_jawab, may_jawab
from docservice.masukan.status import StatusMasukan
from docservice.umum.formulir import kerjakan

PER_HALAMAN = 30


@login_required
@require_http_methods(["GET", "POST"])
def masukan(request: Permintaan) -> HttpResponse:
    """What one may read, unanswered first; POST writes."""
    formulir = MasukanForm(request.POST or None, initial={"halaman": request.GET.get("dari", "")[:200]})
    sebagai = request.peran.konteks
    if request.method == "POST" and kerjakan(
        formulir, lambda data: actions.kirim(by=request.user, sebagai=sebagai, **data)
    ):
        messages.success(request, "Terkirim. Administrator menjawabnya di halaman ini; Anda dikabari.")
        return redirect("masukan:masukan")
    semua = Masukan.objects.visible_to(request.user).select_related("oleh").order_by("-status", "-pk")
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("hal"))
    konteks = {"halaman": halaman, "formulir": formulir}
    return render(request, "masukan/masukan.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def satu(request: Permintaan, pk: int) -> HttpResponse:
    """One with its answer; POST answers."""
    ini = ambil_masukan(request.user, pk)
    if request.method == "POST":
        check_may_jawab(request.user, ini)
    formulir = JawabanForm(request.POST or None)
    if request.method == "POST" and kerjakan(
        formulir, lambda data: actions.jawab(by=request.user, masukan=ini, **data)
    ):
        messages.success(request, "Jawaban terkirim. Penulisnya dikabari.")
        return redirect("masukan:satu", pk=pk)
    boleh = ini.status == StatusMasukan.TERKIRIM and may_jawab(request.user, ini)
    konteks = {"masukan": ini, "formulir": formulir if boleh or formulir.errors else None}
    return render(request, "masukan/satu.html", konteks, status=422 if formulir.errors else 200)
