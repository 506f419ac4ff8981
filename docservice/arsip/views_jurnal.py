"""The journal's page."""

from __future__ import annotations

from dataclasses import asdict

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from docservice.akun.request import Permintaan
from docservice.arsip.jurnal import SELURUHNYA, Saringan, baris_jurnal, check_may_baca_jurnal, jurnal
from docservice.audit.models import KepalaJurnal
from docservice.umum.fields import TanggalField

PER_HALAMAN = 50


class SaringForm(forms.Form):
    """What to look for; every field may stay empty."""

    aksi = forms.CharField(
        label="Kegiatan, atau awalnya", max_length=60, required=False, help_text="Misalnya: dokumen."
    )
    pelaku = forms.CharField(label="NIP pelaku", max_length=18, required=False)
    objek = forms.CharField(label="Benda", max_length=80, required=False, help_text="Misalnya: dokumen:12.")
    dari = TanggalField(label="Dari tanggal", required=False)
    sampai = TanggalField(label="Sampai tanggal", required=False)


@login_required
@require_GET
def halaman(request: Permintaan) -> HttpResponse:
    """Entries by kind, person, thing and day; what they say in detail stays in the database."""
    check_may_baca_jurnal(request.user)
    formulir = SaringForm(request.GET or None)
    saring = Saringan()
    if formulir.is_valid():
        saring = Saringan(**{nama: isi for nama, isi in formulir.cleaned_data.items() if isi})
    lembar = Paginator(jurnal(request.user, saring), PER_HALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "halaman": lembar,
        "baris": baris_jurnal(list(lembar)),
        "formulir": formulir,
        "tersaring": any(asdict(saring).values()),
        "sebagian": not request.user.berperan(*SELURUHNYA),
        "kepala": KepalaJurnal.objects.first(),
    }
    return render(request, "arsip/jurnal.html", konteks, status=422 if formulir.errors else 200)
