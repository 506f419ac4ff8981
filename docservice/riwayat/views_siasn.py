"""The id of a row at BKN, noted by an administrator on the page of the row."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from docservice.akun.request import Permintaan
from docservice.riwayat.forms import SiasnForm
from docservice.riwayat.permissions import ambil_riwayat
from docservice.riwayat.siasn import catat_siasn
from docservice.riwayat.views import halaman_usulan
from docservice.umum.formulir import kerjakan


@login_required
@require_POST
def simpan(request: Permintaan, pk: int) -> HttpResponse:
    satu, formulir = ambil_riwayat(request.user, pk), SiasnForm(request.POST)
    if not kerjakan(formulir, lambda isi: catat_siasn(by=request.user, riwayat=satu, **isi)):
        return halaman_usulan(request, satu, siasn=formulir)
    messages.success(request, "ID di SIASN tersimpan.")
    return redirect("riwayat:usulan", pk=pk)
