"""The days off of a year: what counts as no working day, by which decision."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.aturan import libur as atur_libur
from docservice.aturan.forms import CabutLiburForm, LiburForm
from docservice.aturan.permissions import check_may_atur, check_may_lihat_aturan, may_atur
from docservice.pegawai.models import HariLibur
from docservice.umum.formulir import kerjakan


@login_required
@require_http_methods(["GET", "POST"])
def hari_libur(request: Permintaan) -> HttpResponse:
    """``?tahun=`` another year; POST takes over a list."""
    check_may_lihat_aturan(request.user)
    tahun = request.GET.get("tahun", "")
    kini = int(tahun) if tahun.isdecimal() and len(tahun) == 4 else timezone.localdate().year
    semua = HariLibur.objects.filter(tanggal__year=kini).select_related("dicatat_oleh", "dicabut_oleh")
    bawaan = {} if semua else atur_libur.keputusan_bawaan(kini)
    formulir = LiburForm(request.POST or None, initial=bawaan)
    if request.method == "POST":
        check_may_atur(request.user)
        if kerjakan(formulir, lambda isi: _catat(request, isi)):
            return redirect("aturan:libur")
    konteks = {
        "tahun": kini,
        "semua": semua,
        "bawaan": bool(bawaan),
        "formulir": formulir,
        "dapat": may_atur(request.user),
        "cabut": CabutLiburForm(),
    }
    return render(request, "aturan/libur.html", konteks, status=422 if formulir.errors else 200)


def _catat(request: Permintaan, isi: dict[str, Any]) -> None:
    daftar = atur_libur.baca_daftar(isi.pop("daftar"))
    baru = atur_libur.catat_libur(by=request.user, daftar=daftar, **isi)
    messages.success(request, f"{len(baru)} hari dicatat. Batas waktu yang dihitung sejak sekarang memakainya.")


@login_required
@require_POST
def cabut_libur(request: Permintaan, pk: int) -> HttpResponse:
    check_may_atur(request.user)
    satu, formulir = get_object_or_404(HariLibur, pk=pk), CabutLiburForm(request.POST)
    if kerjakan(formulir, lambda isi: atur_libur.cabut_libur(by=request.user, libur=satu, **isi)):
        messages.success(request, f"{satu.nama} dicabut. Hari itu kembali hari kerja.")
    else:
        messages.error(request, str(next(iter(formulir.errors.values()))[0]))
    return redirect("aturan:libur")
