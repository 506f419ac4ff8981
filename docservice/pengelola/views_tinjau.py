"""Freezing a unit's management access, lifting it; the review of access."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.bukti import perlu_bukti
from docservice.akun.models import Penugasan
from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.dokumen.permissions import ambil_dokumen
from docservice.pengelola import pembekuan, peninjauan
from docservice.pengelola.forms import BekukanForm, PeninjauanForm
from docservice.pengelola.models import ButirPeninjauan, Peninjauan
from docservice.pengelola.permissions import (
    ambil_pembekuan,
    check_may_bekukan,
    check_may_lihat_peran,
    may_mengetahui,
)
from docservice.pengelola.status import StatusPembekuan
from docservice.pengelola.views import PER_HALAMAN, halaman
from docservice.umum.formulir import kalimat, kerjakan, tombol


@perlu_bukti
@require_http_methods(["GET", "POST"])
def bekukan(request: Permintaan, pk: int) -> HttpResponse:
    """*pk* is the fasilitator role whose unit is frozen."""
    check_may_bekukan(request.user)
    tugas = get_object_or_404(
        Penugasan.objects.berlaku().select_related("pengguna", "unit"), pk=pk, peran=Peran.FASILITATOR
    )
    formulir = BekukanForm(request.user, request.POST or None)

    def kerja(data: dict[str, Any]) -> object:
        return pembekuan.bekukan(by=request.user, penugasan=tugas, **data)

    if request.method == "POST" and kerjakan(formulir, kerja):
        messages.success(request, f"Akses fasilitator {tugas.unit} dibekukan. Antreannya dialihkan.")
        return redirect("pengelola:unit")
    anak = "Antrean unit dialihkan ke BKPSDMD. Pegawai tetap dapat mengunggah."
    judul = f"Bekukan akses fasilitator {tugas.unit}?"
    return halaman(request, formulir, judul, "Bekukan", anak=anak, kembali="pengelola:peran")


@perlu_bukti
@require_http_methods(["GET", "POST"])
def lihat(request: Permintaan, pk: int) -> HttpResponse:
    """One freeze on its way: statement, the head's note, lifting."""
    satu = ambil_pembekuan(request.user, pk)
    if request.method == "POST":
        if not may_mengetahui(request.user, satu):
            check_may_bekukan(request.user)
        if tombol(request.POST, "mengetahui", "cabut") == "mengetahui":
            pembekuan.ketahui(by=request.user, pembekuan=satu, sha256=request.POST.get("sha256", ""))
            messages.success(request, "Dicatat bahwa Anda mengetahui surat ini.")
        else:
            pembekuan.cabut(by=request.user, pembekuan=satu)
            messages.success(request, "Pembekuan dicabut. Akses berlaku pada permintaan berikutnya.")
        return redirect("pengelola:pembekuan", pk=pk)
    konteks = {
        "satu": satu,
        "surat": _surat(request, satu.pernyataan.dokumen.pk if satu.pernyataan else None),
        "pemilik": satu.dapat_dinyatakan(request.user),
        "dapat_mengetahui": satu.status == StatusPembekuan.DINYATAKAN and may_mengetahui(request.user, satu),
        "dapat_cabut": satu.status == StatusPembekuan.DIKETAHUI and request.user.berperan(Peran.ADMINISTRATOR),
    }
    return render(request, "pengelola/pembekuan.html", konteks)


def _surat(request: Permintaan, pk: int | None) -> Any:
    """The signed letter as a document, for whom it is visible in the archive."""
    if pk is None:
        return None
    try:
        return ambil_dokumen(request.user, pk)
    except Http404:
        return None


@login_required
@require_http_methods(["GET", "POST"])
def daftar(request: Permintaan) -> HttpResponse:
    """Reviews so far, and beginning one."""
    check_may_lihat_peran(request.user)
    formulir = PeninjauanForm(request.POST or None)
    if request.method == "POST" and kerjakan(formulir, lambda data: peninjauan.mulai(by=request.user, **data)):
        messages.success(request, "Peninjauan dimulai. Yang berwenang menjawab diberi tahu.")
        return redirect("pengelola:peninjauan")
    semua = Paginator(Peninjauan.objects.select_related("oleh"), PER_HALAMAN).get_page(request.GET.get("hal"))
    konteks = {"halaman": semua, "formulir": formulir}
    return render(request, "pengelola/peninjauan_semua.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_GET
def tinjau(request: Permintaan, pk: int) -> HttpResponse:
    """Who still holds what: *Tetap* or *Cabut* per row."""
    check_may_lihat_peran(request.user)
    satu = get_object_or_404(Peninjauan, pk=pk)
    butir = satu.butir.select_related("penugasan__pengguna", "penugasan__unit", "oleh").order_by("putusan", "pk")
    konteks = {
        "satu": satu,
        "butir": [(b, not b.putusan and peninjauan.dapat_dijawab(request.user, b.penugasan)) for b in butir],
        "belum": satu.belum,
    }
    return render(request, "pengelola/peninjauan.html", konteks)


@perlu_bukti
@require_POST
def putuskan(request: Permintaan, pk: int) -> HttpResponse:
    check_may_lihat_peran(request.user)
    butir = get_object_or_404(ButirPeninjauan, pk=pk)
    putusan, alasan = request.POST.get("putusan", ""), kalimat(request.POST, "alasan", 300)
    peninjauan.putuskan(by=request.user, butir=butir, putusan=putusan, alasan=alasan)
    return redirect("pengelola:tinjau", pk=butir.peninjauan_id)
