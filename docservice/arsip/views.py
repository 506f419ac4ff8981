"""The health of the service."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.arsip.kesehatan import BAIK, periksa_semua, ringkas

SEHALAMAN = 20


@require_GET
def halaman_sehat(request: HttpRequest) -> HttpResponse:
    """The sentence for everyone, the table for those who run it; JSON by ``Accept``; 200 or 503."""
    bagian = periksa_semua()
    status = 200 if all(b.keadaan == BAIK for b in bagian) else 503
    if "application/json" in request.headers.get("Accept", ""):
        isi = {b.nama: b.keadaan for b in bagian}
        return JsonResponse({"sehat": status == 200, "bagian": isi}, status=status)
    petugas = isinstance(request.user, Pengguna) and request.user.berperan(Peran.ADMINISTRATOR, Peran.DISKOMINFO)
    urut = sorted(bagian, key=lambda b: b.keadaan == BAIK)
    konteks = {"judul": ringkas(bagian), "bagian": urut if petugas else [], "waktu": timezone.now()}
    return render(request, "arsip/sehat.html", konteks, status=status)
