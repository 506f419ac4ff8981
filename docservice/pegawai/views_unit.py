"""The tree of units with its history, and what changes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from docservice.akun.bukti import perlu_bukti
from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.pegawai import actions
from docservice.pegawai.daerah import BIDANG, atur_daerah, atur_kop
from docservice.pegawai.forms import BaruForm, DaerahForm, IndukForm, KopForm, NamaForm, TutupForm
from docservice.pegawai.models import Daerah, UnitKerja
from docservice.pegawai.permissions import check_may_atur_unit
from docservice.umum.formulir import kerjakan

SUSUNAN = "Baris lama tetap menyebut unit menurut waktunya. Yang memegang unit di atasnya mengikuti susunan baru."


@dataclass(frozen=True)
class Cara:
    """One way to change a unit: its title, its form, its verb."""

    judul: str
    formulir: type[forms.Form]
    kerja: Callable[..., UnitKerja]


CARA = {
    "nama": Cara("Ganti nama", NamaForm, actions.ganti_nama_unit),
    "induk": Cara("Ganti induk", IndukForm, actions.ganti_induk_unit),
    "tutup": Cara("Tutup atau gabungkan", TutupForm, actions.tutup_unit),
    "kop": Cara("Atur kop surat", KopForm, atur_kop),
}


@login_required
@require_GET
def susunan(request: Permintaan) -> HttpResponse:
    """Units that exist; those that ended on demand."""
    lama = bool(request.GET.get("lama"))
    semua = UnitKerja.objects.filter(berlaku_sampai__isnull=not lama).annotate(orang=Count("pegawai"))
    konteks = {
        "unit": [(satu, len(satu.leluhur)) for satu in semua.order_by("jalur")],
        "lama": lama,
        "dapat_atur": request.user.berperan(Peran.ADMINISTRATOR),
    }
    return render(request, "pegawai/susunan.html", konteks)


@login_required
@require_GET
def unit(request: Permintaan, pk: int) -> HttpResponse:
    """One unit and what happened to it."""
    satu = get_object_or_404(UnitKerja.objects.select_related("induk"), pk=pk)
    konteks = {
        "unit": satu,
        "peristiwa": satu.peristiwa.select_related("penerus", "oleh"),
        "anak": satu.anak.filter(berlaku_sampai=None),
        "cara": CARA if request.user.berperan(Peran.ADMINISTRATOR) and satu.berlaku_sampai is None else {},
    }
    return render(request, "pegawai/unit.html", konteks)


@perlu_bukti
@require_http_methods(["GET", "POST"])
def daerah(request: Permintaan) -> HttpResponse:
    """The region's row, which decides who is of the personnel agency: so with a proof of who asks."""
    check_may_atur_unit(request.user)
    kini = Daerah.objects.filter(pk=1).first()
    awal = {nama: getattr(kini, nama) for nama in BIDANG} if kini else {}
    formulir = DaerahForm(request.POST or None, initial=awal)
    if request.method == "POST" and kerjakan(formulir, lambda data: atur_daerah(by=request.user, **data)):
        messages.success(request, "Data daerah disimpan. Naskah yang sudah terbit tidak berubah.")
        return redirect("pegawai:susunan")
    return _halaman(request, formulir, "Data daerah", None, "Dipakai pada kop, penutup, dan tembusan semua naskah.")


@login_required
@require_http_methods(["GET", "POST"])
def baru(request: Permintaan) -> HttpResponse:
    check_may_atur_unit(request.user)
    formulir = BaruForm(request.POST or None, initial={"sejak": timezone.localdate()})
    if request.method == "POST" and kerjakan(formulir, lambda data: actions.bentuk_unit(by=request.user, **data)):
        messages.success(request, "Unit dibentuk.")
        return redirect("pegawai:susunan")
    return _halaman(request, formulir, "Bentuk unit", None)


@login_required
@require_http_methods(["GET", "POST"])
def ubah(request: Permintaan, pk: int, cara: str) -> HttpResponse:
    """Rename, put under another, close or merge, or what its letters print."""
    check_may_atur_unit(request.user)
    if cara not in CARA:
        raise Http404
    satu, pilih = get_object_or_404(UnitKerja, pk=pk), CARA[cara]
    awal = {nama: getattr(satu, nama) for nama in ("nama", "singkatan", "alamat", "kontak")}
    awal["sejak"] = timezone.localdate()
    formulir = pilih.formulir(request.POST or None, initial=awal)

    def kerja(data: dict[str, Any]) -> object:
        return pilih.kerja(by=request.user, unit=satu, **data)

    if request.method == "POST" and kerjakan(formulir, kerja):
        messages.success(request, "Perubahan unit dicatat.")
        return redirect("pegawai:unit", pk=pk)
    anak = "Dicetak di bawah nama unit pada setiap suratnya." if cara == "kop" else SUSUNAN
    return _halaman(request, formulir, f"{pilih.judul}: {satu.nama}", satu, anak)


def _halaman(
    request: Permintaan, formulir: forms.Form, judul: str, unit: UnitKerja | None, anak: str = SUSUNAN
) -> HttpResponse:
    konteks = {"formulir": formulir, "judul": judul, "unit": unit, "anak": anak}
    return render(request, "pegawai/ubah_unit.html", konteks, status=422 if formulir.errors else 200)
