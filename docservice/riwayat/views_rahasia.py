"""Pages of confidential rows: what waits, entering, confirming; and one's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from docservice.akun.peran import MELIHAT_RAHASIA, Peran
from docservice.akun.request import Permintaan
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen, basis_dipakai
from docservice.pegawai.models import Pegawai
from docservice.pegawai.permissions import ambil_pegawai
from docservice.riwayat import rahasia
from docservice.riwayat.forms import lipatan
from docservice.riwayat.jenis import RAHASIA
from docservice.riwayat.kata import isi_baris, yang_terisi
from docservice.riwayat.models import RiwayatRahasia
from docservice.riwayat.peringatan import peringatan_rahasia
from docservice.riwayat.status import StatusRahasia
from docservice.umum.errors import KesalahanDomain, TidakBerwenang
from docservice.umum.formulir import tombol
from docservice.umum.nomor import nomor

PER_HALAMAN = 50


@never_cache
@login_required
@require_GET
def daftar(request: Permintaan) -> HttpResponse:
    """What this administrator may confirm, then all that is on record; ``?pegawai=`` of one person."""
    if not request.user.berperan(*MELIHAT_RAHASIA):
        raise TidakBerwenang("Data rahasia dibuka untuk administrator BKPSDMD.")
    nip = request.GET.get("pegawai", "").strip()
    semua = RiwayatRahasia.objects.visible_to(request.user).select_related("pegawai__unit", "dicatat_oleh")
    if nip:
        semua = semua.filter(pegawai__nip=nip)
    orang_lain = semua.exclude(pegawai__pengguna=request.user)
    konteks = {
        "menunggu": RiwayatRahasia.objects.menunggu(request.user).select_related("pegawai__unit", "dicatat_oleh"),
        "halaman": Paginator(orang_lain, PER_HALAMAN).get_page(request.GET.get("hal")),
        "jenis": list(RAHASIA.values()),
        "nip": nip,
        "dapat_catat": request.user.berperan(Peran.ADMINISTRATOR),
    }
    return render(request, "riwayat/rahasia.html", konteks)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def masukkan(request: Permintaan) -> HttpResponse:
    """``?pegawai=&jenis=``, and ``&ganti=`` for a correction."""
    pegawai = ambil_pegawai(request.user, "".join(request.GET.get("pegawai", "").split()))
    rahasia.check_may_catat(request.user, pegawai)
    jenis = RAHASIA.get(request.GET.get("jenis", ""))
    if jenis is None:
        raise Http404
    ganti = nomor(request.GET.get("ganti", ""))
    lama = None if ganti is None else rahasia.ambil_rahasia(request.user, ganti)
    bukti = _dapat_dibuktikan(request, pegawai, jenis.bukti)
    formulir = jenis.skema(request.POST or None, initial=lama.data if lama else None)
    galat: KesalahanDomain | None = None
    if request.method == "POST":
        dipilih = [d for d in bukti if str(d.pk) in request.POST.getlist("bukti")]
        try:
            satu = rahasia.masukkan(
                by=request.user, pegawai=pegawai, jenis=jenis.kode, data=request.POST, bukti=dipilih, mengganti=lama
            )
        except TidakBerwenang:
            raise
        except KesalahanDomain as salah:
            galat = salah
        else:
            messages.success(request, "Data dicatat. Administrator lain yang mengesahkan.")
            return redirect("riwayat:rahasia_satu", pk=satu.pk)
    konteks = {
        "pegawai": pegawai,
        "jenis": jenis,
        "formulir": formulir,
        "lipatan": lipatan(formulir),
        "bukti": bukti,
        "galat": galat,
        "lama": lama,
    }
    return render(request, "riwayat/rahasia_isian.html", konteks, status=galat.status if galat else 200)


def _dapat_dibuktikan(request: Permintaan, pegawai: Pegawai, kode: tuple[str, ...]) -> list[Dokumen]:
    dapat = (StatusDokumen.MENUNGGU, StatusDokumen.TERVERIFIKASI)
    terlihat = Dokumen.objects.visible_to(request.user).milik(pegawai)
    return list(terlihat.filter(jenis__in=kode, status__in=dapat).select_related("jenis"))


class PutusForm(forms.Form):
    """What the second administrator saw, or why not."""

    basis = forms.ChoiceField(
        label="Apa yang Anda lihat?",
        choices=lambda: [("", "Pilih yang Anda lihat"), *((b.value, b.label) for b in basis_dipakai())],
        required=False,
    )
    catatan = forms.CharField(label="Alasan bila tidak disahkan", max_length=300, required=False)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def satu(request: Permintaan, pk: int) -> HttpResponse:
    """One row; the second administrator decides here. Looking leaves a trace."""
    baris = rahasia.ambil_rahasia(request.user, pk)
    formulir, galat = PutusForm(request.POST or None), None
    if request.method == "POST":
        rahasia.check_may_putuskan(request.user, baris)
    if request.method == "POST" and formulir.is_valid():
        try:
            _putuskan(request, baris, formulir.cleaned_data)
        except TidakBerwenang:
            raise
        except KesalahanDomain as salah:
            galat = salah
        else:
            return redirect("riwayat:rahasia")
    elif request.method == "GET":
        rahasia.catat_lihat(by=request.user, satu=baris)
    pemilik = baris.pegawai.pengguna_id == request.user.pk
    konteks = {
        "riwayat": baris,
        "isi": yang_terisi(baris.skema, isi_baris(baris.skema, baris.data)),
        "bukti": Dokumen.objects.visible_to(request.user).filter(pk__in=baris.bukti.all()),
        "formulir": formulir,
        "galat": galat,
        "dapat_putuskan": rahasia.may_putuskan(request.user, baris),
        "peringatan": peringatan_rahasia(baris) if baris.status == StatusRahasia.DICATAT and not pemilik else [],
        "dapat_ganti": baris.status == StatusRahasia.SAH and request.user.berperan(Peran.ADMINISTRATOR) and not pemilik,
        "pemilik": pemilik,
    }
    return render(request, "riwayat/rahasia_satu.html", konteks, status=galat.status if galat else 200)


def _putuskan(request: Permintaan, baris: RiwayatRahasia, isi: dict[str, Any]) -> None:
    if tombol(request.POST, "sahkan", "tolak") == "sahkan":
        rahasia.sahkan(by=request.user, satu=baris, basis=isi["basis"])
        messages.success(request, "Data disahkan.")
    else:
        rahasia.tolak(by=request.user, satu=baris, catatan=isi["catatan"])
        messages.success(request, "Data tidak disahkan. Yang memasukkan diberi tahu.")


@never_cache
@login_required
@require_GET
def saya(request: Permintaan) -> HttpResponse:
    """Final rows about oneself; nobody's else are ever here."""
    milik = RiwayatRahasia.objects.visible_to(request.user).filter(pegawai__pengguna=request.user)
    return render(request, "riwayat/rahasia_saya.html", {"semua": milik})
