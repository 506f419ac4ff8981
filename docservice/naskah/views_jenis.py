"""The catalogue of kinds with pictures, and the editor of an office's own wording with its live preview."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

import templates_sk
from docservice.akun.request import Permintaan
from docservice.dokumen import gudang
from docservice.naskah import perkataan
from docservice.naskah.forms import AkhirForm, DasarHukumForm, KataForm
from docservice.naskah.gambar_jenis import LEMBAR, gambar_jenis, lukis, simpan_pratinjau
from docservice.naskah.models import DasarHukum, KataNaskah, jenis_berlaku, semua_dasar_hukum
from docservice.naskah.permissions import check_may_atur_kata, check_may_lihat_jenis, may_atur_kata
from docservice.naskah.views import ASET
from docservice.umum.errors import KesalahanDomain
from templates_sk import Kind, UnknownKind


@login_required
@require_GET
def daftar(request: Permintaan) -> HttpResponse:
    """Decrees first, then letters; each with the picture of its filled example."""
    check_may_lihat_jenis(request.user)
    diubah = set(KataNaskah.objects.berlaku().values_list("jenis_naskah", flat=True))
    konteks = {"jenis": templates_sk.kinds(), "diubah": diubah, "dapat_atur": may_atur_kata(request.user)}
    return render(request, "naskah/jenis.html", konteks)


@login_required
@require_GET
def gambar(request: Permintaan, kode: str) -> FileResponse:
    """The first page of the example in the wording of today."""
    check_may_lihat_jenis(request.user)
    return _kirim(gambar_jenis(_jenis(kode)))


@login_required
@require_GET
def gambar_pratinjau(request: Permintaan, sha256: str) -> FileResponse:
    """A page drawn for a preview within the last hour; no other image of the work store."""
    check_may_lihat_jenis(request.user)
    if not cache.get(f"pratinjau:{sha256}") or not gudang.kerja().exists(sha256):
        raise Http404
    return _kirim(sha256)


@login_required
@require_http_methods(["GET", "POST"])
def kata(request: Permintaan, kode: str) -> HttpResponse:
    """The wording at the left, the example drawn with it at the right; saved as a new version."""
    check_may_lihat_jenis(request.user)
    jenis = _jenis(kode)
    if request.method == "GET":
        bawaan = "bawaan" in request.GET
        return _halaman(request, jenis, KataForm.dari(jenis, bawaan=bawaan))
    check_may_atur_kata(request.user)
    formulir = KataForm(request.POST)
    if formulir.is_valid():
        try:
            perkataan.tetapkan_kata(by=request.user, jenis=kode, **formulir.cleaned_data)
        except KesalahanDomain as salah:
            return _halaman(request, jenis, formulir, galat=salah, status=salah.status)
        messages.success(request, "Kata naskah disimpan. Naskah yang sudah disusun tetap memakai kata sebelumnya.")
        return redirect("naskah:kata", kode=kode)
    return _halaman(request, jenis, formulir, status=422)


@login_required
@require_POST
def pratinjau(request: Permintaan, kode: str) -> HttpResponse:
    """What the words being typed would print, or all that is wrong with them."""
    check_may_atur_kata(request.user)
    _jenis(kode)
    try:
        konteks: dict[str, Any] = {"gambar": _lukis(perkataan.periksa(kode, request.POST.get("teks", "")))}
    except KesalahanDomain as salah:
        konteks = {"galat": salah}
    return render(request, "naskah/_pratinjau.html", konteks)


@login_required
@require_http_methods(["GET", "POST"])
def dasar_hukum(request: Permintaan) -> HttpResponse:
    """Every legal basis wording may cite; the office's own can be added and ended."""
    check_may_lihat_jenis(request.user)
    if request.method == "POST":
        check_may_atur_kata(request.user)
    formulir, galat = DasarHukumForm(request.POST if request.method == "POST" else None), None
    if formulir.is_valid():
        try:
            perkataan.tambah_dasar_hukum(by=request.user, **formulir.cleaned_data)
        except KesalahanDomain as salah:
            galat = salah
        else:
            messages.success(request, "Dasar hukum ditambahkan.")
            return redirect("naskah:dasar_hukum")
    konteks = {
        "semua": sorted(semua_dasar_hukum().values(), key=lambda d: (d.peringkat, d.tahun, d.nomor)),
        "sendiri": {satu.kunci: satu for satu in DasarHukum.objects.all()},
        "formulir": formulir,
        "akhir": AkhirForm(),
        "galat": galat,
        "dapat_atur": may_atur_kata(request.user),
    }
    status = galat.status if galat else 422 if formulir.errors else 200
    return render(request, "naskah/dasar_hukum.html", konteks, status=status)


@login_required
@require_POST
def akhiri(request: Permintaan, pk: int) -> HttpResponse:
    """A revoked basis keeps its row and its last day."""
    check_may_atur_kata(request.user)
    formulir = AkhirForm(request.POST)
    if formulir.is_valid():
        sampai = formulir.cleaned_data["sampai"]
        try:
            perkataan.akhiri_dasar_hukum(by=request.user, dasar=get_object_or_404(DasarHukum, pk=pk), sampai=sampai)
        except KesalahanDomain as salah:
            messages.error(request, salah.pesan)
        else:
            messages.success(request, "Masa berlaku dasar hukum dicatat.")
    else:
        messages.error(request, "Isi tanggal akhir berlakunya.")
    return redirect("naskah:dasar_hukum")


def _jenis(kode: str) -> Kind:
    try:
        return jenis_berlaku(kode)
    except UnknownKind:
        raise Http404 from None


def _lukis(jenis: Kind) -> list[tuple[str, int, int]]:
    return simpan_pratinjau(lukis(jenis, draf=True))


def _kirim(sha256: str) -> FileResponse:
    return FileResponse(gudang.kerja().open(sha256), content_type="image/webp", headers=ASET)


def _halaman(
    request: Permintaan, jenis: Kind, formulir: KataForm, galat: KesalahanDomain | None = None, *, status: int = 200
) -> HttpResponse:
    konteks = {
        "jenis": jenis,
        "formulir": formulir,
        "galat": galat,
        "gambar": _lukis(jenis),
        "riwayat": KataNaskah.objects.filter(jenis_naskah=jenis.code).select_related("ditulis_oleh"),
        "isian": [(nama, bidang.title) for nama, bidang in jenis.schema.model_fields.items()],
        "dapat_atur": may_atur_kata(request.user),
        "lembar": LEMBAR,
    }
    return render(request, "naskah/kata.html", konteks, status=status)
