"""How far units and people have come, month by month, and what was noted about it (BABEL 9(2)d, 12)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from docservice.akun.request import Permintaan
from docservice.laporan.actions_evaluasi import catat_orang, catat_unit
from docservice.laporan.bulanan import berdata_lama, terakhir_berubah
from docservice.laporan.evaluasi import Kemajuan, evaluasi_unit, kemajuan
from docservice.laporan.forms import CatatanForm
from docservice.laporan.orang import Capaian, capaian_wajib
from docservice.laporan.permissions import MELIHAT_ORANG
from docservice.laporan.permissions_evaluasi import (
    ambil_orang_terpantau,
    ambil_unit_terpantau,
    catatan_unit,
    check_may_catat,
    may_catat,
    pegawai_terpantau,
)
from docservice.laporan.views_kelengkapan import PER_HALAMAN
from docservice.umum.formulir import kerjakan


@login_required
@require_GET
def evaluasi(request: Permintaan) -> HttpResponse:
    """Every unit one answers for, the least complete first, and the whole of them by month."""
    semua = pegawai_terpantau(request.user)
    maju = kemajuan(semua, "pegawai__unit")
    unit = Paginator(evaluasi_unit(semua, maju), PER_HALAMAN).get_page(request.GET.get("hal"))
    konteks = {"unit": unit, "kemajuan": maju.titik(semua.count())}
    return render(request, "laporan/evaluasi.html", konteks)


@login_required
@require_http_methods(["GET", "POST"])
def unit(request: Permintaan, pk: int) -> HttpResponse:
    """One unit: its months, its people for those who may see them, its notes."""
    satu, terhitung = ambil_unit_terpantau(request.user, pk)
    if request.method == "POST":
        check_may_catat(request.user, satu)
    formulir = CatatanForm(request.POST or None)
    if _dicatat(request, formulir, lambda data: catat_unit(by=request.user, unit=satu, **data)):
        return redirect("laporan:evaluasi_unit", pk=pk)
    orang = list(terhitung.select_related("unit")) if request.user.berperan(*MELIHAT_ORANG) else []
    hanya = request.GET.get("hanya", "")
    tampil = berdata_lama(orang) if hanya == "lama" else orang
    maju = kemajuan(terhitung)
    capaian = sorted(capaian_wajib(tampil), key=lambda c: (len(c.terbukti), c.pegawai.nama))
    konteks = {
        "unit": satu,
        "kemajuan": maju.titik(terhitung.count()),
        "lihat_orang": bool(orang),
        "hanya": hanya,
        "orang": _dengan_perubahan(Paginator(capaian, PER_HALAMAN).get_page(request.GET.get("hal")), maju),
        "catatan": catatan_unit(request.user, satu)[:PER_HALAMAN],
        "formulir": formulir if may_catat(request.user, satu) else None,
    }
    return _tampil(request, "laporan/evaluasi_unit.html", konteks)


def _dengan_perubahan(halaman: Any, maju: Kemajuan) -> Any:
    """Each person with what they gained since the quarter began, and when anything of theirs last changed."""
    berubah = terakhir_berubah([c.pegawai for c in halaman])
    hari = {pk: timezone.localdate(saat) for pk, saat in berubah.items()}
    halaman.object_list = [(c, maju.bertambah(c.pegawai.pk), hari.get(c.pegawai.pk)) for c in halaman]
    return halaman


@login_required
@require_http_methods(["GET", "POST"])
def orang(request: Permintaan, nip: str) -> HttpResponse:
    """One person: their months and what was noted; they read it themselves too."""
    pegawai = ambil_orang_terpantau(request.user, nip)
    if request.method == "POST":
        check_may_catat(request.user, pegawai.unit, pegawai)
    formulir = CatatanForm(request.POST or None)
    if _dicatat(request, formulir, lambda data: catat_orang(by=request.user, pegawai=pegawai, **data)):
        return redirect("laporan:evaluasi_orang", nip=nip)
    capaian: Capaian = capaian_wajib([pegawai])[0]
    konteks = {
        "pegawai": pegawai,
        "sendiri": pegawai.pengguna_id == request.user.pk,
        "capaian": capaian,
        "kemajuan": kemajuan([pegawai]).titik(1),
        "catatan": pegawai.catatan_evaluasi.select_related("oleh")[:PER_HALAMAN],
        "formulir": formulir if may_catat(request.user, pegawai.unit, pegawai) else None,
    }
    return _tampil(request, "laporan/evaluasi_orang.html", konteks)


def _dicatat(request: Permintaan, formulir: CatatanForm, kerja: Callable[[dict[str, Any]], object]) -> bool:
    if request.method != "POST" or not kerjakan(formulir, kerja):
        return False
    messages.success(request, "Catatan tersimpan. Yang bersangkutan dikabari.")
    return True


def _tampil(request: Permintaan, templat: str, konteks: dict[str, Any]) -> HttpResponse:
    formulir = konteks["formulir"]
    return render(request, templat, konteks, status=422 if formulir and formulir.errors else 200)
