"""Drafting and initials: from the request to the frozen draft."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

import templates_sk
from docservice.akun.peran import Peran
from docservice.akun.request import Permintaan
from docservice.dokumen import gudang
from docservice.layanan.models import Permohonan
from docservice.layanan.permissions import ambil_permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah import actions
from docservice.naskah import render as gambar_naskah
from docservice.naskah.forms import DrafForm, KembalikanForm
from docservice.naskah.gambar_jenis import LEMBAR
from docservice.naskah.gaya import cairkan
from docservice.naskah.isi import ubah_isi
from docservice.naskah.models import LaporanPemalsuan, Naskah, Pencabutan
from docservice.naskah.permissions import (
    ambil_naskah,
    check_may_kembalikan,
    check_may_susun,
    may_lihat_jenis,
    may_paraf,
    may_susun,
)
from docservice.naskah.perubahan import sejak_paraf
from docservice.naskah.status import StatusNaskah
from docservice.pegawai.cari import orang_atau_unit
from docservice.umum.bagian import BagianForm, bagian
from docservice.umum.errors import IsianSalah, KesalahanDomain, SudahBerubah
from docservice.umum.formulir import dengan_revisi, galat_isian

BAGIAN = {"perlu": "Perlu disusun", "berjalan": "Sedang berjalan", "terbit": "Terbit"}


@login_required
@require_GET
def daftar(request: Permintaan) -> HttpResponse:
    """Requests whose decree is to be drafted, and decrees on their way."""
    terlihat = Naskah.objects.visible_to(request.user).select_related("permohonan__layanan", "pegawai__unit")
    perlu = Permohonan.objects.visible_to(request.user).filter(status=StatusPermohonan.DRAF_NASKAH, naskah=None)
    penyusun = request.user.berperan(Peran.ADMINISTRATOR)
    judul = {nama: kata for nama, kata in BAGIAN.items() if penyusun or nama != "perlu"}
    saring = BagianForm(request.GET, judul)
    cocok = Q()
    if kata := saring.kata:
        cocok = orang_atau_unit(kata, "pegawai__")
    asal: dict[str, QuerySet[Any]] = {
        "perlu": perlu.select_related("pegawai__unit", "layanan").filter(cocok),
        "berjalan": terlihat.exclude(status=StatusNaskah.TERBIT).filter(cocok),
        "terbit": terlihat.filter(status=StatusNaskah.TERBIT).filter(cocok),
    }
    konteks = {
        **bagian({nama: asal[nama] for nama in judul}, request.GET),
        "saring": saring,
        "penyusun": penyusun,
        "lihat_jenis": may_lihat_jenis(request.user),
        "pencabutan": Pencabutan.objects.visible_to(request.user).terbuka().count(),
        "pemalsuan": LaporanPemalsuan.objects.filter(hasil="").count(),
    }
    return render(request, "naskah/daftar.html", konteks)


@login_required
@require_POST
def susun(request: Permintaan, permohonan: int) -> HttpResponse:
    naskah = actions.susun(by=request.user, permohonan=ambil_permohonan(request.user, permohonan))
    return redirect("naskah:draf", pk=naskah.pk)


@login_required
@require_http_methods(["GET", "POST"])
def draf(request: Permintaan, pk: int) -> HttpResponse:
    """Fields left, page right; what comes from riwayat is locked."""
    naskah = ambil_naskah(request.user, pk)
    if naskah.status != StatusNaskah.DRAF:
        return render(request, "naskah/lihat.html", _konteks(request, naskah))
    check_may_susun(request.user, naskah.pegawai.pengguna_id)
    formulir = DrafForm.dari(naskah, request.POST if request.method == "POST" else None)
    if request.method == "POST" and "pakai_gaji" in request.POST:
        actions.pakai_gaji_tabel(by=request.user, naskah=naskah)
        messages.success(request, "Gaji pokok disesuaikan dengan tabel.")
        return redirect("naskah:draf", pk=pk)
    if request.method == "POST" and formulir.is_valid():
        if "pratinjau" in request.POST:  # without script: look, save nothing
            return _halaman_draf(request, naskah, formulir, data=_isian(naskah, formulir))
        try:
            naskah = _simpan(request, naskah, formulir)
        except KesalahanDomain as salah:
            naskah.refresh_from_db()
            if basi := formulir.cleaned_data["revisi"] != naskah.revisi:
                dengan_revisi(formulir, naskah.revisi)
            return _halaman_draf(request, naskah, formulir, galat=salah, basi=basi)
        return redirect("naskah:draf", pk=pk)
    return _halaman_draf(request, naskah, formulir)


def _simpan(request: Permintaan, naskah: Naskah, formulir: DrafForm) -> Naskah:
    isi = dict(formulir.cleaned_data)
    naskah = actions.ubah(by=request.user, naskah=naskah, revisi=isi.pop("revisi"), perubahan=isi)
    if "kirim" in request.POST:
        actions.kirim_paraf(by=request.user, naskah=naskah)
        messages.success(request, "Naskah dikirim untuk paraf. Isinya beku sejak sekarang.")
    else:
        messages.success(request, "Draf tersimpan.")
    return naskah


def _halaman_draf(
    request: Permintaan,
    naskah: Naskah,
    formulir: DrafForm,
    galat: KesalahanDomain | None = None,
    *,
    basi: bool = False,
    data: dict[str, Any] | None = None,
) -> HttpResponse:
    """With a preview of *data* or of what is saved; a draft that cannot be drawn says why instead."""
    konteks = _konteks(request, naskah) | {"formulir": formulir, "galat": galat, "basi": basi}
    konteks["dasar_hukum"] = templates_sk.dasar_hukum(naskah.jenis_naskah, timezone.localdate())
    try:
        isi = gambar_naskah.pdf(naskah.jenis_naskah, data or naskah.data, draf=True, gaya=cairkan(naskah.gaya))
        konteks["gambar"] = gambar_naskah.gambar(isi)
    except KesalahanDomain as salah:
        konteks["galat"] = galat or salah
    status = galat.status if galat else 422 if formulir.errors else 200
    return render(request, "naskah/draf.html", konteks, status=status)


@login_required
@require_POST
def pratinjau(request: Permintaan, pk: int) -> HttpResponse:
    """The draft as it would look with what is being typed; nothing is saved."""
    naskah = ambil_naskah(request.user, pk)
    check_may_susun(request.user, naskah.pegawai.pengguna_id)
    formulir = DrafForm.dari(naskah, request.POST)
    if naskah.status != StatusNaskah.DRAF:
        return HttpResponse(status=204)
    try:
        if not formulir.is_valid():
            raise IsianSalah("", isian=galat_isian(formulir))
        isi = gambar_naskah.pdf(naskah.jenis_naskah, _isian(naskah, formulir), draf=True, gaya=cairkan(naskah.gaya))
    except KesalahanDomain as salah:  # what is shown stays until the form is whole again
        jawab = render(request, "naskah/_kabar_pratinjau.html", {"galat": salah})
        jawab.headers["HX-Reswap"] = "none"
        return jawab
    konteks = {"naskah": naskah, "gambar": gambar_naskah.gambar(isi, (LEMBAR,)), "kabar_pratinjau": True}
    return render(request, "naskah/_pratinjau.html", konteks)


@login_required
@require_POST
def simpan(request: Permintaan, pk: int) -> HttpResponse:
    """Saved by itself while one types; what cannot be saved yet says so and stays on the screen."""
    naskah = ambil_naskah(request.user, pk)
    check_may_susun(request.user, naskah.pegawai.pengguna_id)
    formulir, galat = DrafForm.dari(naskah, request.POST), "Perbaiki dulu isiannya."
    if formulir.is_valid():
        isi = dict(formulir.cleaned_data)
        try:
            naskah = actions.ubah(by=request.user, naskah=naskah, revisi=isi.pop("revisi"), perubahan=isi)
            galat = ""
        except KesalahanDomain as salah:
            galat = next(iter(salah.isian.values()), salah.pesan)
    konteks = {"pada": naskah.diubah_pada, "revisi": naskah.revisi, "galat": galat}
    return render(request, "bagian/tersimpan.html", konteks)


def _isian(naskah: Naskah, formulir: DrafForm) -> dict[str, Any]:
    return ubah_isi(naskah, {k: v for k, v in formulir.cleaned_data.items() if k != "revisi"})


def _konteks(request: Permintaan, naskah: Naskah) -> dict[str, Any]:
    return {
        "naskah": naskah,
        "paraf": naskah.paraf.select_related("pejabat"),
        "gambar": naskah.gambar_draf,
        "dapat_paraf": may_paraf(request.user, naskah),
        "perubahan": sejak_paraf(naskah, request.user),
        "dapat_selesaikan": naskah.status == StatusNaskah.TAK_PASTI and may_susun(request.user, naskah),
        "kembalikan": KembalikanForm(),
        **(_tetangga(request, naskah) if naskah.status == StatusNaskah.PARAF else {}),
    }


def _tetangga(request: Permintaan, naskah: Naskah) -> dict[str, Any]:
    """Its place among those that wait for this person's initial, and the ones beside it."""
    antre = list(Naskah.objects.menunggu_paraf(request.user).values_list("pk", flat=True))
    if naskah.pk not in antre:
        return {}
    di = antre.index(naskah.pk)
    return {
        "urut": di + 1,
        "banyak": len(antre),
        "sebelum": antre[di - 1] if di else None,
        "berikut": antre[di + 1] if di + 1 < len(antre) else None,
    }


@login_required
@require_GET
def gambar(request: Permintaan, pk: int, sha256: str) -> FileResponse:
    """A page image of this decree's draft; the work store holds no other kind of image."""
    naskah = ambil_naskah(request.user, pk)
    if naskah.status != StatusNaskah.DRAF and sha256 not in {satu[0] for satu in naskah.gambar_draf}:
        raise Http404
    if not gudang.kerja().exists(sha256):
        raise Http404
    return FileResponse(gudang.kerja().open(sha256), content_type="image/webp", headers=ASET)


ASET = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}


@login_required
@require_GET
def daftar_paraf(request: Permintaan) -> HttpResponse:
    menunggu = Naskah.objects.menunggu_paraf(request.user).select_related("permohonan__layanan", "pegawai__unit")
    return render(request, "naskah/paraf.html", {"menunggu": menunggu})


@login_required
@require_POST
def beri_paraf(request: Permintaan, pk: int) -> HttpResponse:
    naskah = ambil_naskah(request.user, pk)
    try:
        actions.paraf(by=request.user, naskah=naskah, sha256=request.POST.get("sha256", ""))
    except SudahBerubah as salah:
        messages.error(request, salah.pesan)
        return redirect("naskah:draf", pk=pk)
    messages.success(request, f"Paraf diberikan pada {naskah.judul}, {naskah.pegawai.nama}.")
    return redirect("naskah:paraf")


@login_required
@require_POST
def kembalikan(request: Permintaan, pk: int) -> HttpResponse:
    """An official sends the draft back; the reason is written down."""
    naskah = ambil_naskah(request.user, pk)
    check_may_kembalikan(request.user, naskah)
    formulir = KembalikanForm(request.POST)
    if not formulir.is_valid():
        konteks = _konteks(request, naskah) | {"kembalikan": formulir}
        return render(request, "naskah/lihat.html", konteks, status=422)
    actions.kembalikan(by=request.user, naskah=naskah, alasan=formulir.cleaned_data["alasan"])
    messages.success(request, "Naskah dikembalikan kepada penyusun beserta alasan Anda.")
    return redirect("beranda:beranda")
