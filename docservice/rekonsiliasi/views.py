"""Pages of a reconciliation: the runs, the differences of one, a decision, the result (screens §7)."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.dokumen.upload import check_terhenti
from docservice.rekonsiliasi import actions
from docservice.rekonsiliasi.forms import EksporForm, PutusanForm
from docservice.rekonsiliasi.hasil import jumlah
from docservice.rekonsiliasi.kirim import kirim_hasil, kirim_perbaikan
from docservice.rekonsiliasi.models import Rekonsiliasi
from docservice.rekonsiliasi.permissions import (
    ambil_rekonsiliasi,
    check_may_kelola,
    check_may_lihat,
    may_kelola,
    may_putuskan,
)
from docservice.rekonsiliasi.saring import Saring, beda_tampak, menurut_bidang
from docservice.rekonsiliasi.serupa import dengan_serupa
from docservice.rekonsiliasi.status import StatusBeda, StatusRekonsiliasi
from docservice.umum.errors import KesalahanDomain
from docservice.umum.formulir import kalimat, kerjakan
from docservice.umum.nomor import semua_nomor

S = StatusRekonsiliasi
SEHALAMAN = 50


@login_required
@require_http_methods(["GET", "POST"])
def daftar(request: Permintaan) -> HttpResponse:
    """The runs so far; POST begins another."""
    check_may_lihat(request.user)
    formulir = EksporForm()
    if request.method == "POST":
        check_may_kelola(request.user)
        check_terhenti(request)
        formulir = EksporForm(request.POST, request.FILES)
        kunci = request.POST.get("kunci", "")[:60] or secrets.token_urlsafe(16)
        baru: list[Rekonsiliasi] = []
        if kerjakan(formulir, lambda isi: baru.append(actions.terima(by=request.user, kunci=kunci, **isi))):
            return redirect("rekonsiliasi:rincian", pk=baru[0].pk)
    konteks = {
        "semua": Rekonsiliasi.objects.visible_to(request.user).select_related("oleh")[:SEHALAMAN],
        "formulir": formulir,
        "dapat_kelola": may_kelola(request.user),
        "kunci": secrets.token_urlsafe(16),
    }
    return render(request, "rekonsiliasi/daftar.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_GET
def rincian(request: Permintaan, pk: int) -> HttpResponse:
    """Headcount, what differs in how many, and the differences themselves, filtered."""
    return _rincian(request, ambil_rekonsiliasi(request.user, pk), PutusanForm())


def _rincian(request: Permintaan, satu: Rekonsiliasi, formulir: PutusanForm) -> HttpResponse:
    saring = Saring.dari(request.GET)
    baris = saring.terapkan(beda_tampak(request.user, satu))
    halaman = Paginator(baris, SEHALAMAN).get_page(request.GET.get("halaman"))
    terbuka = satu.status == S.DIPUTUSKAN and may_kelola(request.user)
    konteks: dict[str, Any] = {
        "satu": satu,
        "jumlah": jumlah(satu.orang.visible_to(request.user)),
        "bidang": menurut_bidang(request.user, satu),
        "saring": saring,
        "status": StatusBeda.choices,
        "halaman": halaman,
        "boleh": {b.pk for b in halaman if terbuka and may_putuskan(request.user, b.orang)},
        "terbuka": terbuka,
        "belum": satu.beda.filter(status=StatusBeda.TERBUKA).count() if terbuka else 0,
        "berjalan": satu.status in (S.DIBACA, S.MENUTUP),
        "galat": Paginator(satu.galat, 200).get_page(request.GET.get("halaman")) if satu.galat else None,
        "dapat_kelola": may_kelola(request.user),
        "formulir": formulir,
    }
    return render(request, "rekonsiliasi/rincian.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_POST
def putuskan(request: Permintaan, pk: int) -> HttpResponse:
    """The ticked differences, with ``sama`` also all others that say the same as one of them."""
    satu = ambil_rekonsiliasi(request.user, pk)
    check_may_kelola(request.user)
    formulir = PutusanForm(request.POST)
    pilihan = semua_nomor(request.POST.getlist("beda"))
    if request.POST.get("sama"):
        pilihan = dengan_serupa(satu, pilihan)
    hasil: list[actions.Hasil] = []
    if kerjakan(
        formulir,
        lambda isi: hasil.append(actions.putuskan(by=request.user, rekonsiliasi=satu, beda=pilihan, **isi)),
    ):
        lewat = f" {hasil[0].dilewati} dilewati." if hasil[0].dilewati else ""
        messages.success(request, f"{hasil[0].diputuskan} perbedaan diputuskan.{lewat}")
        return redirect(f"{reverse('rekonsiliasi:rincian', args=[pk])}?{Saring.dari(request.GET).alamat()}")
    return _rincian(request, satu, formulir)


@login_required
@require_POST
def tutup(request: Permintaan, pk: int) -> HttpResponse:
    satu = ambil_rekonsiliasi(request.user, pk)
    try:
        actions.tutup(by=request.user, rekonsiliasi=satu)
    except KesalahanDomain as salah:
        if salah.status == 403:
            raise
        messages.error(request, salah.pesan)
    else:
        messages.success(request, "Rekonsiliasi ditutup. Berkas hasilnya sedang dibuat.")
    return redirect("rekonsiliasi:rincian", pk=pk)


@login_required
@require_POST
def batalkan(request: Permintaan, pk: int) -> HttpResponse:
    satu = ambil_rekonsiliasi(request.user, pk)
    try:
        actions.batalkan(by=request.user, rekonsiliasi=satu, alasan=kalimat(request.POST, "alasan", 300))
    except KesalahanDomain as salah:
        if salah.status == 403:
            raise
        messages.error(request, salah.pesan)
    else:
        messages.success(request, "Rekonsiliasi dibatalkan. Putusan yang sudah diambil tetap tercatat.")
    return redirect("rekonsiliasi:rincian", pk=pk)


@login_required
@require_POST
def unduh(request: Permintaan, pk: int, bentuk: str) -> HttpResponse:
    """The result, noted before it leaves. POST: a prefetching browser takes nothing."""
    return kirim_hasil(request.user, ambil_rekonsiliasi(request.user, pk), bentuk)


@login_required
@require_POST
def perbaikan_bkn(request: Permintaan, pk: int) -> HttpResponse:
    """The list for BKN: where our data are right."""
    return kirim_perbaikan(request.user, ambil_rekonsiliasi(request.user, pk))
