"""The page of one's data utama; officers see it of the people they may see."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from docservice.akun.request import Permintaan
from docservice.pegawai.permissions import ambil_pegawai
from docservice.riwayat.data_utama import catat_lihat, data_utama, may_lihat_penuh
from docservice.riwayat.views import sendiri
from docservice.umum.errors import TidakBerwenang


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def halaman(request: Permintaan) -> HttpResponse:
    """``?pegawai=`` for officers. POST shows the sealed numbers, which is noted."""
    nip = request.GET.get("pegawai", "")
    pegawai = ambil_pegawai(request.user, nip) if nip else sendiri(request)
    penuh = request.method == "POST"
    if penuh:
        if not may_lihat_penuh(request.user, pegawai):
            raise TidakBerwenang("Nomor lengkap hanya tampak bagi pemiliknya dan administrator.")
        with transaction.atomic():
            catat_lihat(by=request.user, pegawai=pegawai)
    isi = data_utama(request.user, pegawai, penuh=penuh)
    versi = isi.foto.versi_terbuka if isi.foto else None
    konteks = {
        "isi": isi,
        "pegawai": pegawai,
        "versi": versi,
        "sendiri": pegawai.pengguna_id == request.user.pk,
        "dapat_penuh": may_lihat_penuh(request.user, pegawai) and not isi.penuh,
    }
    return render(request, "riwayat/data_utama.html", konteks)
