"""Reference tables with BKN's ids, to look a code up (POSO 3c)."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from docservice.akun.request import Permintaan
from docservice.pegawai.daftar_acuan import isi_tabel, semua_tabel
from docservice.pegawai.permissions import check_may_lihat_acuan

PER_HALAMAN = 50


@login_required
@require_GET
def daftar(request: Permintaan) -> HttpResponse:
    check_may_lihat_acuan(request.user)
    return render(request, "pegawai/acuan.html", {"tabel": semua_tabel()})


@login_required
@require_GET
def satu(request: Permintaan, tabel: str) -> HttpResponse:
    check_may_lihat_acuan(request.user)
    q, lama = request.GET.get("q", "").strip()[:100], bool(request.GET.get("lama"))
    halaman = Paginator(isi_tabel(tabel, q=q, lama=lama), PER_HALAMAN).get_page(request.GET.get("hal"))
    return render(request, "pegawai/acuan_satu.html", {"nama": tabel, "halaman": halaman, "q": q, "lama": lama})
