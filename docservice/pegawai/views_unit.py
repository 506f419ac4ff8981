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

from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.pegawai import actions
from docservice.pegawai.forms import BaruForm, IndukForm, NamaForm, TutupForm
from docservice.pegawai.models import UnitKerja
from docservice.pegawai.permissions import check_may_atur_unit
from docservice.umum.formulir import kerjakan


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
    """Rename, put under another, close or merge."""
    check_may_atur_unit(request.user)
    if cara not in CARA:
        raise Http404
    satu, pilih = get_object_or_404(UnitKerja, pk=pk), CARA[cara]
    awal = {"nama": satu.nama, "singkatan": satu.singkatan, "sejak": timezone.localdate()}
    formulir = pilih.formulir(request.POST or None, initial=awal)

    def kerja(data: dict[str, Any]) -> object:
        return pilih.kerja(by=request.user, unit=satu, **data)

    if request.method == "POST" and kerjakan(formulir, kerja):
        messages.success(request, "Perubahan unit dicatat. Akses mengikuti susunan yang baru.")
        return redirect("pegawai:unit", pk=pk)
    return _halaman(request, formulir, f"{pilih.judul}: {satu.nama}", satu)


def _halaman(request: Permintaan, formulir: forms.Form, judul: str, unit: UnitKerja | None) -> HttpResponse:
    konteks = {"formulir": formulir, "judul": judul, "unit": unit}
    return render(request, "pegawai/ubah_unit.html", konteks, status=422 if formulir.errors else 200)
