"""The end of a verification sitting: its list, its minutes, the signature (screens §5.4)."""

from __future__ import annotations

from collections import Counter

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from docservice.akun.request import Permintaan
from docservice.naskah.berita_acara import ambil_sesi, berita_acara
from docservice.naskah.penyedia import rahasia
from docservice.naskah.status import StatusNaskah
from docservice.umum.errors import KesalahanDomain
from docservice.verifikasi.sesi import putusan_sesi


@login_required
@require_GET
def sesi(request: Permintaan, pk: int) -> HttpResponse:
    """What was decided, the minutes as they will be signed, and the passphrase; one's own sittings only."""
    satu = ambil_sesi(request.user, pk)
    putusan = putusan_sesi(satu)
    konteks = {
        "sesi": satu,
        "putusan": putusan,
        "hasil": Counter(p.hasil for p in putusan),
        "basis": Counter(p.basis for p in putusan),
        "rahasia": rahasia(),
    }
    try:
        konteks["naskah"] = naskah = berita_acara(satu)
        konteks["dapat_ditandatangani"] = naskah.status == StatusNaskah.TTE
    except KesalahanDomain as salah:
        konteks["galat"] = salah
    return render(request, "naskah/akhir_sesi.html", konteks)
