"""Pages of lists taken out of the archive: ask, recommend, fetch."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.bukti import perlu_bukti
from docservice.akun.request import Permintaan
from docservice.arsip import actions
from docservice.arsip.daftar import hitung
from docservice.arsip.forms import DaftarForm
from docservice.arsip.kirim import kirim_lembar
from docservice.arsip.models import PermintaanDaftar
from docservice.arsip.permissions import ambil_daftar, check_may_putuskan, may_ambil, may_putuskan
from docservice.arsip.status import StatusDaftar
from docservice.arsip.tanya import Tanya
from docservice.umum.errors import IsianSalah
from docservice.umum.formulir import kalimat, tombol

PALING_BANYAK = 100


@login_required
@require_http_methods(["GET", "POST"])
def minta(request: Permintaan) -> HttpResponse:
    """What for, and as which kind of file; the question is in the address."""
    tanya = Tanya.dari(request.GET)
    jumlah, milik_sendiri = hitung(request.user, tanya)
    formulir = DaftarForm(request.POST or None)
    if request.method == "POST" and formulir.is_valid():
        try:
            permintaan = actions.minta_daftar(
                by=request.user, tanya=tanya, jumlah=jumlah, milik_sendiri=milik_sendiri, **formulir.cleaned_data
            )
        except IsianSalah as salah:
            formulir.add_error("keperluan" if "keperluan" in salah.isian else None, salah.pesan)
        else:
            return redirect("arsip:daftar", pk=permintaan.pk)
    konteks = {
        "tanya": tanya,
        "formulir": formulir,
        "jumlah": jumlah,
        "milik_sendiri": milik_sendiri,
        "terlalu_banyak": jumlah > actions.PALING_BANYAK_BARIS,
        "kembali": tanya.alamat(),
    }
    return render(request, "arsip/minta_daftar.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_GET
def semua(request: Permintaan) -> HttpResponse:
    """One's own requests; for administrators everybody's, those that wait first."""
    terlihat = PermintaanDaftar.objects.visible_to(request.user).select_related("pemohon")
    menunggu = terlihat.menunggu()
    lain = terlihat.exclude(status=StatusDaftar.DIMINTA)[:PALING_BANYAK]
    return render(request, "arsip/daftar_semua.html", {"daftar": [*menunggu, *lain]})


@login_required
@require_http_methods(["GET", "POST"])
def daftar(request: Permintaan, pk: int) -> HttpResponse:
    """One request; an administrator decides here, the asker fetches from here."""
    permintaan, galat = ambil_daftar(request.user, pk), ""
    if request.method == "POST":
        check_may_putuskan(request.user, permintaan)
        try:
            setuju = tombol(request.POST, "setuju", "tolak", nama="putusan") == "setuju"
            alasan = kalimat(request.POST, "alasan", 300)
            actions.putuskan_daftar(by=request.user, permintaan=permintaan, setuju=setuju, alasan=alasan)
        except IsianSalah as salah:
            galat = salah.pesan
        else:
            return redirect("arsip:daftar", pk=pk)
    putuskan = permintaan.status == StatusDaftar.DIMINTA and may_putuskan(request.user, permintaan)
    konteks = {
        "permintaan": permintaan,
        "tanya": Tanya.dari(permintaan.tanya),
        "dapat_putuskan": putuskan,
        "dapat_ambil": may_ambil(request.user, permintaan),
        "galat": galat,
    }
    return render(request, "arsip/daftar.html", konteks, status=422 if galat else 200)


@perlu_bukti
@require_POST
def unduh(request: Permintaan, pk: int) -> HttpResponse:
    """The file, made now and noted before it leaves. POST: a prefetching browser takes nothing."""
    return kirim_lembar(request.user, ambil_daftar(request.user, pk))
