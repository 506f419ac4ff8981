"""Who signs, who initials and how decrees are numbered, row by row; a whole table comes in by ``muat_kewenangan``."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

import templates_sk
from docservice.akun.bukti import perlu_bukti
from docservice.akun.request import Permintaan
from docservice.naskah import wewenang
from docservice.naskah.forms_wewenang import FORMULIR, Aturan, BertanggalForm
from docservice.naskah.isi import JENIS
from docservice.naskah.permissions import check_may_atur_wewenang, check_may_lihat_jenis, may_atur_wewenang
from docservice.naskah.saring_wewenang import saring
from docservice.umum.fields import TanggalField
from docservice.umum.formulir import kerjakan

PER_HALAMAN = 50
MACAM = {"kewenangan": "Kewenangan tanda tangan", "paraf": "Jalur paraf", "pola": "Pola nomor"}


class GantikanForm(forms.Form):
    """Beside the row: whether it takes the place of one that is in force."""

    gantikan = forms.BooleanField(required=False, label="Menggantikan baris yang sekarang berlaku untuk hal yang sama.")


class AkhiriForm(forms.Form):
    sampai = TanggalField(label="Hari terakhir berlaku", help_text="Paling awal kemarin.")


@login_required
@require_GET
def daftar(request: Permintaan, macam: str = "kewenangan") -> HttpResponse:
    """Rows in force, or those that were and will be."""
    check_may_lihat_jenis(request.user)
    _formulir(macam)
    jenis, lama = request.GET.get("jenis", ""), bool(request.GET.get("lama"))
    judul = {kode: templates_sk.kind(kode).title for kode in sorted(JENIS)}
    halaman = Paginator(saring(macam, jenis=jenis, lama=lama), PER_HALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "halaman": halaman,
        "baris": [(satu, judul.get(satu.jenis_naskah, satu.jenis_naskah)) for satu in halaman],
        "macam": macam,
        "semua_macam": MACAM,
        "jenis": judul.items(),
        "pilih": jenis,
        "lama": lama,
        "hari_ini": timezone.localdate(),
        "dapat_atur": may_atur_wewenang(request.user),
    }
    return render(request, "naskah/wewenang.html", konteks)


def _formulir(macam: str) -> type[BertanggalForm]:
    if macam not in FORMULIR:
        raise Http404
    return FORMULIR[macam]


@perlu_bukti
@require_http_methods(["GET", "POST"])
def baru(request: Permintaan, macam: str) -> HttpResponse:
    """One row on its decision. Whoever may sign is a right, so with a proof of who gives it."""
    check_may_atur_wewenang(request.user)
    kirim = request.POST or None
    formulir, ganti = _formulir(macam)(kirim, initial={"berlaku_dari": timezone.localdate()}), GantikanForm(kirim)

    def kerja(_: dict[str, Any]) -> object:
        gantikan = ganti.is_valid() and ganti.cleaned_data["gantikan"]
        return wewenang.tetapkan(by=request.user, formulir=formulir, gantikan=bool(gantikan))

    if request.method == "POST" and kerjakan(formulir, kerja):
        messages.success(request, f"{MACAM[macam]} ditetapkan.")
        return redirect("naskah:wewenang_macam", macam=macam)
    konteks = {"formulir": formulir, "ganti": ganti, "judul": f"{MACAM[macam]} baru", "macam": macam}
    return render(request, "naskah/wewenang_baru.html", konteks, status=422 if formulir.errors else 200)


@perlu_bukti
@require_http_methods(["GET", "POST"])
def akhiri(request: Permintaan, macam: str, pk: int) -> HttpResponse:
    check_may_atur_wewenang(request.user)
    satu: Aturan = get_object_or_404(_formulir(macam)._meta.model, pk=pk)
    formulir = AkhiriForm(request.POST or None)

    def kerja(data: dict[str, Any]) -> object:
        return wewenang.akhiri(by=request.user, satu=satu, **data)

    if request.method == "POST" and kerjakan(formulir, kerja):
        messages.success(request, "Hari terakhirnya dicatat. Yang sudah ditandatangani tetap sah.")
        return redirect("naskah:wewenang_macam", macam=macam)
    konteks = {"formulir": formulir, "judul": f"Akhiri: {satu}", "macam": macam, "akhiri": True}
    return render(request, "naskah/wewenang_baru.html", konteks, status=422 if formulir.errors else 200)
