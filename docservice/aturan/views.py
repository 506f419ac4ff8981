"""Pages on which administrators set kinds of paper and services: what holds, what would change, who set what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.aturan import jenis as atur_jenis
from docservice.aturan import layanan as atur_layanan
from docservice.aturan.forms import JenisBaruForm, JenisForm, LayananForm, PenetapanForm, aturan_dari, formulir_syarat
from docservice.aturan.permissions import check_may_atur, check_may_lihat_aturan, may_atur
from docservice.dokumen.models import JenisDokumen
from docservice.layanan.katalog import PEMERIKSA
from docservice.layanan.models import Layanan
from docservice.umum.formulir import kerjakan


@login_required
@require_GET
def daftar(request: Permintaan) -> HttpResponse:
    """Every service, and the way to the kinds of paper."""
    check_may_lihat_aturan(request.user)
    konteks = {
        "layanan": Layanan.objects.prefetch_related("versi"),
        "siap": set(PEMERIKSA),
        "hari": timezone.localdate(),
    }
    return render(request, "aturan/daftar.html", konteks)


@login_required
@require_http_methods(["GET", "POST"])
def layanan(request: Permintaan, kode: str) -> HttpResponse:
    """One service; POST shows what would change (``langkah`` periksa) or sets it (tetapkan)."""
    check_may_lihat_aturan(request.user)
    satu = get_object_or_404(Layanan, pk=kode)
    pratinjau = None
    if request.method == "POST":
        check_may_atur(request.user)
        formulir, syarat = LayananForm(request.POST), formulir_syarat(satu, request.POST)
        if syarat.is_valid() and formulir.is_valid():
            baru = aturan_dari(formulir, syarat)
            if request.POST.get("langkah") == "tetapkan":
                if kerjakan(formulir, lambda isi: _tetapkan_layanan(request, satu, baru, formulir)):
                    messages.success(request, _berhasil(formulir.penetapan.berlaku_dari))
                    return redirect("aturan:layanan", kode=kode)
            elif kerjakan(formulir, lambda isi: atur_layanan.periksa(satu, baru, formulir.penetapan)):
                pratinjau = atur_layanan.perubahan(satu, baru)
    else:
        formulir, syarat = LayananForm(initial=_awal_layanan(satu)), formulir_syarat(satu)
    konteks = {
        "layanan": satu,
        "formulir": formulir,
        "syarat": syarat,
        "pratinjau": pratinjau,
        "berjalan": atur_layanan.berjalan(satu),
        "siap": satu.pk in PEMERIKSA,
        "akhir": PenetapanForm(initial={"versi": _nomor(atur_layanan.terakhir(satu))}, prefix="akhir"),
        "riwayat": satu.versi.select_related("ditulis_oleh").prefetch_related("syarat__jenis", "tahap"),
        "berlaku": satu.syarat_berlaku,
        "dapat_atur": may_atur(request.user),
    }
    return render(request, "aturan/layanan.html", konteks, status=422 if _salah(formulir, syarat) else 200)


def _tetapkan_layanan(request: Permintaan, satu: Layanan, baru: atur_layanan.AturanBaru, formulir: LayananForm) -> None:
    atur_layanan.tetapkan_layanan(by=request.user, layanan=satu, baru=baru, penetapan=formulir.penetapan)


def _salah(formulir: Any, syarat: Any) -> bool:
    return bool(formulir.is_bound and (formulir.errors or not syarat.is_valid()))


def _nomor(versi: Any) -> int:
    return versi.pk if versi else 0


def _awal_layanan(satu: Layanan) -> dict[str, Any]:
    kini = atur_layanan.aturan_terakhir(satu)
    tahap = {f"tahap_{status}": hari for status, hari in kini.tahap}
    return {"dibuka": kini.dibuka, "versi": _nomor(atur_layanan.terakhir(satu)), **tahap}


@login_required
@require_POST
def akhiri_layanan(request: Permintaan, kode: str) -> HttpResponse:
    """Close a service from a day on."""
    satu = get_object_or_404(Layanan, pk=kode)
    return _akhiri(
        request,
        lambda penetapan: atur_layanan.akhiri_layanan(by=request.user, layanan=satu, penetapan=penetapan),
        "aturan:layanan",
        kode,
    )


def _akhiri(request: Permintaan, kerja: Callable[[Any], object], alamat: str, kode: str) -> HttpResponse:
    check_may_atur(request.user)
    formulir = PenetapanForm(request.POST, prefix="akhir")
    if kerjakan(formulir, lambda isi: kerja(formulir.penetapan)):
        messages.success(request, _berhasil(formulir.penetapan.berlaku_dari))
    else:
        for semua in formulir.errors.values():
            messages.error(request, str(semua[0]))
    return redirect(alamat, kode=kode)


def _berhasil(mulai: date) -> str:
    kapan = "mulai hari ini" if mulai <= timezone.localdate() else "mulai tanggal itu"
    return f"Aturan baru ditetapkan dan berlaku {kapan}. Aturan lama tetap tercatat."


@login_required
@require_http_methods(["GET", "POST"])
def jenis(request: Permintaan) -> HttpResponse:
    """Every kind of paper; POST adds one of the office's own."""
    check_may_lihat_aturan(request.user)
    formulir = JenisBaruForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        check_may_atur(request.user)
        if kerjakan(
            formulir,
            lambda isi: atur_jenis.tambah_jenis(
                by=request.user, kode=isi["kode"], isi=formulir.isi, penetapan=formulir.penetapan
            ),
        ):
            messages.success(request, _berhasil(formulir.penetapan.berlaku_dari))
            return redirect("aturan:satu_jenis", kode=formulir.cleaned_data["kode"])
    konteks = {"jenis": JenisDokumen.objects.all(), "formulir": formulir, "dapat_atur": may_atur(request.user)}
    return render(request, "aturan/jenis.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def satu_jenis(request: Permintaan, kode: str) -> HttpResponse:
    """One kind; POST shows what would change (``langkah`` periksa) or sets it (tetapkan)."""
    check_may_lihat_aturan(request.user)
    satu, pratinjau = get_object_or_404(JenisDokumen, pk=kode), None
    if request.method == "POST":
        check_may_atur(request.user)
        formulir = JenisForm(request.POST)
        if request.POST.get("langkah") == "tetapkan":
            if kerjakan(
                formulir,
                lambda isi: atur_jenis.tetapkan_jenis(
                    by=request.user, jenis=satu, isi=formulir.isi, penetapan=formulir.penetapan
                ),
            ):
                messages.success(request, _berhasil(formulir.penetapan.berlaku_dari))
                return redirect("aturan:satu_jenis", kode=kode)
        elif kerjakan(formulir, lambda isi: atur_jenis.periksa(satu, formulir.isi, formulir.penetapan)):
            pratinjau = atur_jenis.perubahan(satu, formulir.isi)
    else:
        versi = _nomor(atur_jenis.terakhir(satu))
        formulir = JenisForm(initial={**atur_jenis.isi_terakhir(satu), "versi": versi})
    konteks = {
        "jenis": satu,
        "formulir": formulir,
        "pratinjau": pratinjau,
        "akibat": atur_jenis.akibat(satu, formulir.isi) if pratinjau else [],
        "akhir": PenetapanForm(initial={"versi": _nomor(atur_jenis.terakhir(satu))}, prefix="akhir"),
        "riwayat": [(v, atur_jenis.keadaan(v)) for v in satu.versi.select_related("ditulis_oleh")],
        "dapat_atur": may_atur(request.user),
    }
    return render(request, "aturan/satu_jenis.html", konteks, status=422 if formulir.errors else 200)


@login_required
@require_POST
def akhiri_jenis(request: Permintaan, kode: str) -> HttpResponse:
    """End a kind from a day on."""
    satu = get_object_or_404(JenisDokumen, pk=kode)
    return _akhiri(
        request,
        lambda penetapan: atur_jenis.akhiri_jenis(by=request.user, jenis=satu, penetapan=penetapan),
        "aturan:satu_jenis",
        kode,
    )
