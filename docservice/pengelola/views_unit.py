"""Fasilitators of an office: proposed, reviewed, appointed; and what every person sees of their own roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from docservice.akun.bukti import perlu_bukti
from docservice.akun.request import Permintaan
from docservice.naskah.models import Naskah
from docservice.naskah.penyedia import rahasia
from docservice.naskah.status import StatusNaskah
from docservice.pegawai.cari import orang
from docservice.pengelola import actions
from docservice.pengelola.forms import TolakForm, UsulForm
from docservice.pengelola.models import Pembekuan, Pengangkatan
from docservice.pengelola.permissions import (
    ambil_pembekuan,
    ambil_pengangkatan,
    check_may_mengusulkan,
    check_may_tetapkan,
    may_tetapkan,
    may_usulkan,
)
from docservice.pengelola.status import StatusPengangkatan
from docservice.pengelola.surat_kesanggupan import siapkan_kesanggupan
from docservice.pengelola.surat_pakta import perlu_diperbarui, siapkan_pakta
from docservice.pengelola.views import halaman
from docservice.umum.bagian import BagianForm, bagian
from docservice.umum.errors import KesalahanDomain, TidakBerwenang
from docservice.umum.formulir import kerjakan, tombol

BAGIAN = {"pengangkatan": "Pengangkatan", "pembekuan": "Pembekuan"}


@login_required
@require_GET
def unit(request: Permintaan) -> HttpResponse:
    """Appointments and freezes this person may know of."""
    semua = Pengangkatan.objects.visible_to(request.user).select_related("pegawai__unit", "unit")
    beku = Pembekuan.objects.visible_to(request.user).select_related("unit", "penugasan__pengguna")
    saring = BagianForm(request.GET, BAGIAN)
    asal: dict[str, QuerySet[Any]] = {"pengangkatan": semua, "pembekuan": beku}
    if kata := saring.kata:
        di_unit = Q(unit__nama__icontains=kata)
        asal["pengangkatan"] = semua.filter(orang(kata, "pegawai__") | di_unit)
        asal["pembekuan"] = beku.filter(orang(kata, "penugasan__pengguna__") | di_unit)
    konteks = {**bagian(asal, request.GET), "saring": saring, "dapat_usul": may_usulkan(request.user)}
    return render(request, "pengelola/unit.html", konteks)


@login_required
@require_http_methods(["GET", "POST"])
def usul(request: Permintaan) -> HttpResponse:
    """The office's proposal."""
    check_may_mengusulkan(request.user)
    formulir = UsulForm(request.user, request.POST or None)
    if request.method == "POST" and kerjakan(formulir, lambda data: actions.usulkan(by=request.user, **data)):
        messages.success(request, "Usul dikirim. BKPSDMD meninjaunya.")
        return redirect("pengelola:unit")
    return halaman(request, formulir, "Usulkan fasilitator", "Kirim usul", kembali="pengelola:unit")


@login_required
@require_http_methods(["GET", "POST"])
def pengangkatan(request: Permintaan, pk: int) -> HttpResponse:
    """One appointment: what it is, how far it has come; the agency decides here."""
    satu = ambil_pengangkatan(request.user, pk)
    formulir = TolakForm(request.POST if request.POST.get("tindakan") == "tolak" else None)
    if request.method == "POST":
        check_may_tetapkan(request.user, satu)
        if tombol(request.POST, "tinjau", "tolak") == "tinjau":
            actions.tinjau(by=request.user, pengangkatan=satu)
            messages.success(request, "Usul sudah ditinjau. Berikutnya SK penetapan.")
            return redirect("pengelola:pengangkatan", pk=pk)
        if kerjakan(formulir, lambda data: actions.tolak(by=request.user, pengangkatan=satu, **data)):
            messages.success(request, "Usul tidak ditetapkan. Pengusul diberi tahu.")
            return redirect("pengelola:pengangkatan", pk=pk)
    S = StatusPengangkatan
    memutuskan = may_tetapkan(request.user, satu)
    konteks = {
        "satu": satu,
        "formulir": formulir,
        "dapat_tinjau": memutuskan and satu.status == S.DIUSULKAN,
        "dapat_tolak": memutuskan and satu.status in (S.DIUSULKAN, S.DIREVIEW),
        "pemilik": satu.pegawai.pengguna_id == request.user.pk,
        "pakta": satu.pernyataan.select_related("naskah__dokumen").first(),
        "perlu": _perlu(satu),
    }
    return render(request, "pengelola/pengangkatan.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_GET
def saya(request: Permintaan) -> HttpResponse:
    """One's own roles, and what has to be signed before one opens or opens again."""
    ikut = Pembekuan.objects.terbuka().filter(dibekukan__pengguna=request.user).select_related("unit").distinct()
    berjalan = (
        Pengangkatan.objects.milik(request.user).select_related("unit", "penugasan").prefetch_related("pernyataan")
    )
    konteks = {
        "dapat_usul": may_usulkan(request.user),
        "peran": request.user.penugasan.select_related("unit").order_by("-berlaku_dari"),
        "pengangkatan": [(satu, _perlu(satu)) for satu in berjalan],
        "pembekuan": [(satu, satu.dapat_dinyatakan(request.user)) for satu in ikut],
    }
    return render(request, "pengelola/saya.html", konteks)


def _perlu(satu: Pengangkatan) -> bool:
    """Whether a pledge has to be signed now: for the first time, or because the last one runs out."""
    pertama = satu.status == StatusPengangkatan.DITETAPKAN and satu.berpakta
    return pertama or perlu_diperbarui(satu, timezone.localdate())


@perlu_bukti
@require_GET
def pakta(request: Permintaan, pk: int) -> HttpResponse:
    """The pledge as it will be signed."""
    satu = ambil_pengangkatan(request.user, pk)
    return _surat(request, lambda: siapkan_pakta(by=request.user, pengangkatan=satu))


@perlu_bukti
@require_GET
def kesanggupan(request: Permintaan, pk: int) -> HttpResponse:
    satu = ambil_pembekuan(request.user, pk)
    return _surat(request, lambda: siapkan_kesanggupan(by=request.user, pembekuan=satu))


def _surat(request: Permintaan, siapkan: Callable[[], Naskah]) -> HttpResponse:
    """A letter large, the passphrase beside it; the tray takes it from there. What is in the way is said instead."""
    try:
        naskah = siapkan()
    except TidakBerwenang:
        raise
    except KesalahanDomain as salah:
        konteks = {"judul": "Surat belum dapat disusun", "galat": salah}
        return render(request, "pengelola/surat.html", konteks, status=salah.status)
    konteks = {"naskah": naskah, "rahasia": rahasia(), "dapat": naskah.status == StatusNaskah.TTE}
    konteks["judul"] = naskah.judul
    return render(request, "pengelola/surat.html", konteks)
