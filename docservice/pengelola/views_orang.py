"""One person's roles, and what they may see."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from docservice.akun.models import Pengguna
from docservice.akun.pelaku import nama_pelaku
from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.pegawai.permissions import ambil_pegawai
from docservice.pengelola import orang as tentang
from docservice.pengelola.forms import UjiAksesForm
from docservice.pengelola.peninjauan import dapat_dijawab
from docservice.pengelola.permissions import check_may_lihat_peran
from docservice.pengelola.uji_akses import uji_akses

TERAKHIR = 20
KATA_JEJAK = {
    "peran.diberikan": "Peran diberikan",
    "peran.diakhiri": "Peran diakhiri",
    "peran.dibekukan": "Peran dibekukan",
    "peran.dicairkan": "Peran diaktifkan lagi",
    "akses.diuji": "Akses diuji",
    "akses.pemulihan_dikirim": "Tautan pemulihan dikirim",
}
"""Words of the journal as people read them."""


def _ambil(request: Permintaan, pk: int) -> Pengguna:
    check_may_lihat_peran(request.user)
    return get_object_or_404(Pengguna.objects.select_related("pegawai__unit"), pk=pk)


@login_required
@require_GET
def orang(request: Permintaan, pk: int) -> HttpResponse:
    """Roles, their trail, open sessions; nothing here changes the person's own secrets."""
    return _halaman(request, _ambil(request, pk))


def _halaman(request: Permintaan, satu: Pengguna, **lain: Any) -> HttpResponse:
    peran = list(satu.penugasan.select_related("unit", "pengguna__pegawai").order_by("-berlaku_dari", "-pk"))
    jejak = list(tentang.jejak_peran(satu)[:TERAKHIR])
    nama = nama_pelaku(jejak)
    sebab = tentang.sebab_berakhir(peran)
    berlaku = {tugas.pk for tugas in satu.penugasan_berlaku()}
    konteks = {
        "orang": satu,
        "peran": [(t, t.pk in berlaku, sebab.get(t.pk, ""), dapat_dijawab(request.user, t)) for t in peran],
        "jejak": [(j, KATA_JEJAK.get(j.aksi, j.aksi), nama.get(j.pelaku, "sistem")) for j in jejak],
        "sesi": tentang.sesi_aktif(satu),
        "formulir": UjiAksesForm(),
        "dapat_pulihkan": request.user.berperan(Peran.ADMINISTRATOR),
    }
    return render(request, "pengelola/orang.html", konteks | lain, status=422 if lain.get("salah") else 200)


@login_required
@require_POST
def uji(request: Permintaan, pk: int) -> HttpResponse:
    """*Uji akses sebagai …*: computed and journalled, nobody becomes anybody."""
    satu, formulir = _ambil(request, pk), UjiAksesForm(request.POST)
    if not formulir.is_valid():
        return _halaman(request, satu, formulir=formulir, salah=True)
    nip = formulir.cleaned_data["nip"]
    pegawai = ambil_pegawai(request.user, nip) if nip else None
    return _halaman(request, satu, formulir=formulir, hasil=uji_akses(by=request.user, orang=satu, pegawai=pegawai))


@login_required
@require_POST
def pemulihan(request: Permintaan, pk: int) -> HttpResponse:
    satu = _ambil(request, pk)
    tentang.kirim_pemulihan(by=request.user, orang=satu)
    messages.success(request, f"Tautan pemulihan dikirim ke email dinas {satu.nama}.")
    return redirect("pengelola:orang", pk=pk)
