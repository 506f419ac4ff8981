"""One person's roles, and what they may see."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.bukti import perlu_bukti
from docservice.akun.models import Pengguna, SurelPertama
from docservice.akun.pelaku import nama_pelaku
from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.akun.surel_pertama import batalkan_surel, catat_surel, check_may_catat_surel, may_catat_surel
from docservice.pegawai.permissions import ambil_pegawai
from docservice.pengelola import orang as tentang
from docservice.pengelola.forms import SurelPertamaForm, UjiAksesForm
from docservice.pengelola.peninjauan import dapat_dijawab
from docservice.pengelola.permissions import check_may_lihat_peran
from docservice.pengelola.uji_akses import uji_akses
from docservice.pengelola.views import halaman
from docservice.umum.formulir import kerjakan

TERAKHIR = 20
ANAK_SUREL = "Alamat ini baru berlaku sesudah pemiliknya membuka tautan di dalamnya dan menyebutkan NIP-nya."
KATA_JEJAK = {
    "peran.diberikan": "Peran diberikan",
    "peran.diakhiri": "Peran diakhiri",
    "peran.dibekukan": "Peran dibekukan",
    "peran.dicairkan": "Peran diaktifkan lagi",
    "akses.diuji": "Akses diuji",
    "akses.pemulihan_dikirim": "Tautan pemulihan dikirim",
    "akses.surel_pertama": "Email pertama dicatat",
    "akses.surel_pertama_batal": "Email pertama dibatalkan",
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
        "dapat_pulihkan": request.user.berperan(Peran.ADMINISTRATOR) and bool(satu.surel),
        "dapat_catat_surel": may_catat_surel(request.user, satu),
        "menunggu_surel": SurelPertama.objects.filter(pengguna=satu).first(),
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


@perlu_bukti
@require_http_methods(["GET", "POST"])
def surel(request: Permintaan, pk: int) -> HttpResponse:
    """The first office mail of whoever has none: it waits beside the account for its owner."""
    satu = _ambil(request, pk)
    check_may_catat_surel(request.user, satu)
    formulir = SurelPertamaForm(request.POST or None)

    def kerja(data: dict[str, Any]) -> object:
        return catat_surel(by=request.user, orang=satu, **data)

    if request.method == "POST" and kerjakan(formulir, kerja):
        messages.success(
            request, f"Tautan dikirim ke alamat itu. {satu.nama} menyebutkan NIP-nya, lalu alamat berlaku."
        )
        return redirect("pengelola:orang", pk=pk)
    judul = f"Email dinas pertama {satu.nama}"
    return halaman(request, formulir, judul, "Kirim tautan", anak=ANAK_SUREL, kembali="pengelola:peran")


@perlu_bukti
@require_POST
def batal_surel(request: Permintaan, pk: int) -> HttpResponse:
    batalkan_surel(by=request.user, orang=_ambil(request, pk))
    messages.success(request, "Email pertama dibatalkan. Tautannya tidak berlaku lagi.")
    return redirect("pengelola:orang", pk=pk)


@login_required
@require_POST
def pemulihan(request: Permintaan, pk: int) -> HttpResponse:
    satu = _ambil(request, pk)
    tentang.kirim_pemulihan(by=request.user, orang=satu)
    messages.success(request, f"Tautan pemulihan dikirim ke email dinas {satu.nama}.")
    return redirect("pengelola:orang", pk=pk)
