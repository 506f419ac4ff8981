"""Searching the archive and the health of the service."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.arsip.kesehatan import BAIK, periksa_semua, ringkas
from docservice.arsip.pencarian import LABEL_SARINGAN, HasilCari, cari
from docservice.umum.errors import IsianSalah

SEHALAMAN = 20


@login_required
@require_GET
def halaman_cari(request: Permintaan) -> HttpResponse:
    """Box, facets, hits; a GET form that works without script."""
    teks, hasil, galat = request.GET.get("q", "").strip(), None, ""
    saring = {nama: request.GET.getlist(nama) for nama in LABEL_SARINGAN if request.GET.getlist(nama)}
    halaman = max(1, int(request.GET.get("hal", "1")) if request.GET.get("hal", "1").isdigit() else 1)
    if teks or saring:
        try:
            hasil = cari(request.user, teks, saring, offset=(halaman - 1) * SEHALAMAN, limit=SEHALAMAN)
        except IsianSalah as salah:
            galat = salah.pesan
    konteks: dict[str, Any] = {
        "q": teks,
        "hasil": hasil,
        "galat": galat,
        "halaman": halaman,
        "label_saringan": LABEL_SARINGAN,
    }
    konteks |= _rentang(hasil, halaman) | {
        "saring": saring,
        "lanjut": _alamat(request, halaman + 1),
        "mundur": _alamat(request, halaman - 1),
    }
    templat = "arsip/_hasil.html" if request.htmx and not request.htmx.history_restore_request else "arsip/cari.html"
    return render(request, templat, konteks)


def _rentang(hasil: HasilCari | None, halaman: int) -> dict[str, int | bool]:
    jumlah = hasil.jumlah if hasil else 0
    return {
        "dari": (halaman - 1) * SEHALAMAN + 1,
        "sampai": min(halaman * SEHALAMAN, jumlah),
        "ada_lagi": halaman * SEHALAMAN < jumlah,
    }


def _alamat(request: HttpRequest, halaman: int) -> str:
    isi = request.GET.copy()
    isi["hal"] = str(halaman)
    return f"?{isi.urlencode()}"


@require_GET
def halaman_sehat(request: HttpRequest) -> HttpResponse:
    """The sentence for everyone, the table for administrators; JSON by ``Accept``; 200 or 503."""
    bagian = periksa_semua()
    status = 200 if all(b.keadaan == BAIK for b in bagian) else 503
    if "application/json" in request.headers.get("Accept", ""):
        isi = {b.nama: b.keadaan for b in bagian}
        return JsonResponse({"sehat": status == 200, "bagian": isi}, status=status)
    petugas = isinstance(request.user, Pengguna) and request.user.berperan(Peran.ADMINISTRATOR)
    urut = sorted(bagian, key=lambda b: b.keadaan == BAIK)
    konteks = {"judul": ringkas(bagian), "bagian": urut if petugas else [], "waktu": timezone.now()}
    return render(request, "arsip/sehat.html", konteks, status=status)
