"""Error pages in the frame of the service (screens §5.17)."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from docservice.umum.asal import halaman_asal
from docservice.umum.errors import KesalahanDomain, SudahBerubah
from docservice.umum.formulir import BUKAN_ISIAN
from docservice.umum.waktu import jam

KNOWN = {403, 404, 405, 409, 413, 422, 429, 500, 503, 507}


def halaman(request: HttpRequest, status: int, **konteks: Any) -> HttpResponse:
    """The page of *status*; statuses without a page of their own look like the nearest one that has."""
    nama = status if status in KNOWN else (409 if status < 500 else 500)
    return render(request, f"{nama}.html", {"kembali": halaman_asal(request)} | konteks, status=status)


def halaman_kesalahan(request: HttpRequest, kesalahan: KesalahanDomain) -> HttpResponse:
    """A refusal that no form caught: its own sentence, in the frame or as JSON for the API."""
    if request.path.startswith("/api/"):
        return JsonResponse(badan(kesalahan), status=kesalahan.status)
    konteks: dict[str, Any] = {"alasan": kesalahan.pesan, "pesan": kesalahan.pesan}
    if isinstance(kesalahan, SudahBerubah):
        konteks |= {"pada": kesalahan.pada, "tetap_ada": simpan_isian(request)}
    return halaman(request, kesalahan.status, **konteks)


def simpan_isian(request: HttpRequest) -> bool:
    """Have the room above keep what was typed; whether there was anything, on a page of ours."""
    ada = bool(request.POST.keys() - BUKAN_ISIAN) and bool(halaman_asal(request))
    request.simpan_isian = ada  # type: ignore[attr-defined]
    return ada


def badan(kesalahan: KesalahanDomain) -> dict[str, Any]:
    """The API's shape of a refusal: the same words as on the page."""
    isi = {"kode": kesalahan.kode, "pesan": kesalahan.pesan, "isian": kesalahan.isian}
    return {**isi, "rujukan": kesalahan.rujukan} if kesalahan.rujukan else isi


def tidak_ditemukan(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse({"kode": "tidak_ditemukan", "pesan": "Tidak ditemukan.", "isian": {}}, status=404)
    return halaman(request, 404)


def terlalu_sering(request: HttpRequest) -> HttpResponse:
    return halaman(request, 429, pesan=f"Coba lagi pukul {jam(timezone.now() + TUNGGU)}.")


TUNGGU = timedelta(minutes=5)
"""Longer than most limits last; the page of a limit that knows better says so itself."""


def gangguan(request: HttpRequest) -> HttpResponse:
    kode = secrets.token_hex(4)
    if request.path.startswith("/api/"):
        pesan = "Terjadi gangguan pada sistem kami. Yang sudah kami terima tetap tersimpan."
        return JsonResponse({"kode": "gangguan", "pesan": pesan, "isian": {}}, status=500)
    return halaman(request, 500, kode=kode)


def csrf_gagal(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Another window signed in meanwhile. What was typed is kept by the room above, which sees the mark."""
    request.simpan_isian = True  # type: ignore[attr-defined]
    konteks = {"kembali": halaman_asal(request) or request.get_full_path()}
    return render(request, "403_csrf.html", konteks, status=403)
