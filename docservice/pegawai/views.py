"""Employees one may see, one employee, and a move to another unit."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from docservice.akun import actions as akun_actions
from docservice.akun.bukti import perlu_bukti
from docservice.akun.lebih_dulu import akun_berubah
from docservice.akun.peran import Peran
from docservice.akun.permissions import check_may_atur_akun, may_atur_akun
from docservice.akun.request import Permintaan
from docservice.pegawai import actions
from docservice.pegawai.cari import orang_atau_unit
from docservice.pegawai.fakta import fakta_pegawai
from docservice.pegawai.forms import AlasanForm, PindahForm
from docservice.pegawai.models import Pegawai
from docservice.pegawai.permissions import ambil_pegawai, check_may_pindahkan, may_pindahkan
from docservice.umum.errors import SudahBerubah
from docservice.umum.formulir import kerjakan

PER_HALAMAN = 50


@login_required
@require_GET
def daftar(request: Permintaan) -> HttpResponse:
    """By name or NIP, fifty at a time."""
    q = request.GET.get("q", "").strip()[:100]
    semua = Pegawai.objects.visible_to(request.user).select_related("unit").order_by("nama", "pk")
    if q:
        semua = semua.filter(orang_atau_unit(q))
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("hal"))
    konteks = {"halaman": halaman, "q": q, "dapat_terima": request.user.berperan(Peran.ADMINISTRATOR)}
    return render(request, "pegawai/daftar.html", konteks)


@login_required
@require_GET
def pegawai(request: Permintaan, nip: str) -> HttpResponse:
    """The person: post and unit now, units before, roles held."""
    satu = ambil_pegawai(request.user, nip)
    konteks = {
        "pegawai": satu,
        "sendiri": satu.pengguna_id == request.user.pk,
        "perpindahan": satu.perpindahan.all(),
        "peran": satu.pengguna.penugasan_berlaku() if satu.pengguna else [],
        "fakta": [butir for cari in fakta_pegawai for butir in cari(satu)],
        "dapat_pindah": may_pindahkan(request.user, satu),
        "dapat_atur_akun": satu.pengguna is not None and may_atur_akun(request.user, satu.pengguna),
    }
    return render(request, "pegawai/pegawai.html", konteks)


@login_required
@require_http_methods(["GET", "POST"])
def pindah(request: Permintaan, nip: str) -> HttpResponse:
    """To another unit, on a decree."""
    satu = ambil_pegawai(request.user, nip)
    check_may_pindahkan(request.user, satu)
    formulir = PindahForm(request.POST or None)

    def kerja(data: dict[str, Any]) -> object:
        return actions.pindahkan(by=request.user, pegawai=satu, **data)

    if request.method == "POST" and kerjakan(formulir, kerja):
        messages.success(request, "Perpindahan dicatat. Akses mengikuti unit barunya.")
        return redirect("pegawai:pegawai", nip=satu.nip)
    konteks = {"pegawai": satu, "formulir": formulir}
    return render(request, "pegawai/pindah.html", konteks, status=422 if formulir.errors else 200)


@perlu_bukti
@require_http_methods(["GET", "POST"])
def akun(request: Permintaan, nip: str) -> HttpResponse:
    """The person's account: closed or opened again, with a reason."""
    satu = ambil_pegawai(request.user, nip)
    if satu.pengguna is None:
        raise Http404
    orang, formulir = satu.pengguna, AlasanForm(request.POST or None)
    check_may_atur_akun(request.user, orang)
    kerja = akun_actions.nonaktifkan if orang.is_active else akun_actions.aktifkan

    def lakukan(data: dict[str, Any]) -> object:
        if (request.POST.get("keadaan") == "aktif") != orang.is_active:
            raise SudahBerubah(akun_berubah(orang))
        return kerja(by=request.user, pengguna=orang, **data)

    if request.method == "POST" and kerjakan(formulir, lakukan):
        kata = "dinonaktifkan. Semua sesi berakhir dan token API-nya dicabut" if orang.is_active else "aktif lagi"
        messages.success(request, f"Akun {satu.nama} {kata}. Orangnya diberi tahu.")
        return redirect("pegawai:pegawai", nip=satu.nip)
    konteks = {"pegawai": satu, "aktif": orang.is_active, "formulir": formulir}
    return render(request, "pegawai/akun.html", konteks, status=422 if formulir.errors else 200)
