"""Asking and answering about a proposal, from its own page or from an officer's desk."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from docservice.akun.request import Permintaan
from docservice.riwayat.forms import KlarifikasiForm
from docservice.riwayat.klarifikasi import tulis_klarifikasi
from docservice.riwayat.permissions import ambil_riwayat
from docservice.riwayat.permissions_klarifikasi import check_may_klarifikasi
from docservice.riwayat.views import halaman_usulan
from docservice.umum.formulir import kerjakan


@login_required
@require_POST
def tulis(request: Permintaan, pk: int) -> HttpResponse:
    satu = ambil_riwayat(request.user, pk)
    check_may_klarifikasi(request.user, satu)
    formulir = KlarifikasiForm(request.POST)
    if not kerjakan(formulir, lambda data: tulis_klarifikasi(by=request.user, riwayat=satu, isi=data["isi"])):
        return halaman_usulan(request, satu, klarifikasi=formulir)
    messages.success(request, "Terkirim. Yang bersangkutan dikabari.")
    halaman = formulir.cleaned_data["dari"] or "usulan"
    return redirect(f"{reverse(f'riwayat:{halaman}', args=[pk])}#perjalanan")
