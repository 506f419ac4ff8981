"""Fasilitators of an office: proposed, reviewed, appointed; and what every person sees of their own roles."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.bukti import perlu_bukti
from docservice.akun.request import Permintaan
from docservice.dokumen import gudang
from docservice.pengelola import actions, pembekuan
from docservice.pengelola import pernyataan as surat
from docservice.pengelola.forms import TolakForm, UsulForm
from docservice.pengelola.models import Pembekuan, Pengangkatan, Pernyataan
from docservice.pengelola.permissions import (
    ambil_pembekuan,
    ambil_pengangkatan,
    ambil_pernyataan,
    check_may_mengusulkan,
    may_tetapkan,
    may_usulkan,
)
from docservice.pengelola.status import StatusPembekuan, StatusPengangkatan, StatusPernyataan
from docservice.pengelola.views import halaman
from docservice.umum.errors import BelumLengkap, KesalahanDomain
from docservice.umum.formulir import kerjakan
from signing import Secret


@login_required
@require_GET
def unit(request: Permintaan) -> HttpResponse:
    """Appointments and freezes this person may know of."""
    semua = Pengangkatan.objects.visible_to(request.user).select_related("pegawai__unit", "unit")
    beku = Pembekuan.objects.visible_to(request.user).select_related("unit", "penugasan__pengguna")
    konteks = {"daftar": semua[:200], "pembekuan": beku[:50], "dapat_usul": may_usulkan(request.user)}
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
        if request.POST.get("tindakan") == "tinjau":
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
        "pakta": satu.pernyataan.first(),
    }
    return render(request, "pengelola/pengangkatan.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_GET
def saya(request: Permintaan) -> HttpResponse:
    """One's own roles, and what has to be signed before one opens or opens again."""
    beku = Pembekuan.objects.filter(penugasan__pengguna=request.user).select_related("unit", "pernyataan")
    berjalan = (
        Pengangkatan.objects.milik(request.user).select_related("unit", "penugasan").prefetch_related("pernyataan")
    )
    konteks = {
        "dapat_usul": may_usulkan(request.user),
        "peran": request.user.penugasan.select_related("unit").order_by("-berlaku_dari"),
        "pengangkatan": [(satu, satu.status == StatusPengangkatan.DITETAPKAN and satu.berpakta) for satu in berjalan],
        "pembekuan": beku.exclude(status=StatusPembekuan.DICABUT),
    }
    return render(request, "pengelola/saya.html", konteks)


@login_required
@require_POST
def pakta(request: Permintaan, pk: int) -> HttpResponse:
    """Draw the pledge, then read and sign it."""
    satu = surat.siapkan_pakta(by=request.user, pengangkatan=ambil_pengangkatan(request.user, pk))
    return redirect("pengelola:pernyataan", pk=satu.pk)


@login_required
@require_POST
def kesanggupan(request: Permintaan, pk: int) -> HttpResponse:
    satu = surat.siapkan_kesanggupan(by=request.user, pembekuan=ambil_pembekuan(request.user, pk))
    return redirect("pengelola:pernyataan", pk=satu.pk)


@sensitive_post_parameters("passphrase")
@perlu_bukti
@require_http_methods(["GET", "POST"])
def pernyataan(request: Permintaan, pk: int) -> HttpResponse:
    """The page itself, large, and the passphrase under it."""
    satu, galat = ambil_pernyataan(request.user, pk), None
    if request.method == "POST":
        try:
            satu = _tandatangani(request, satu)
        except KesalahanDomain as salah:
            galat = salah
        else:
            if satu.status == StatusPernyataan.TERBIT:
                messages.success(request, f"{satu.get_jenis_display()} ditandatangani dan tersimpan di arsip Anda.")
                return redirect("pengelola:saya")
    konteks: dict[str, Any] = {"satu": satu, "galat": galat, "upaya": satu.upaya.exclude(hasil="").first()}
    konteks["dapat_tanda_tangan"] = satu.status == StatusPernyataan.SIAP
    return render(request, "pengelola/pernyataan.html", konteks, status=galat.status if galat else 200)


def _tandatangani(request: Permintaan, satu: Pernyataan) -> Pernyataan:
    rahasia = Secret(request.POST.get("passphrase", ""))
    if not rahasia.reveal():
        raise BelumLengkap("Passphrase belum diisi.", isian={"passphrase": "Passphrase belum diisi."})
    sidik = request.POST.get("sha256", "")
    satu = surat.tandatangani(by=request.user, pernyataan=satu, sha256=sidik, passphrase=rahasia)
    pembekuan.lanjutkan(by=request.user, pernyataan=satu)
    return satu


@login_required
@require_GET
def gambar(request: Permintaan, pk: int, sha256: str) -> FileResponse:
    """A page image of one's own statement, and of no other file of the work store."""
    satu = ambil_pernyataan(request.user, pk)
    if sha256 not in {lembar[0] for lembar in satu.gambar} or not gudang.kerja().exists(sha256):
        raise Http404
    return FileResponse(
        gudang.kerja().open(sha256), content_type="image/webp", headers={"X-Content-Type-Options": "nosniff"}
    )
