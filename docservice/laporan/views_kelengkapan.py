"""Completeness by unit and person, and campaigns that bring it up (POSO 7(3)a, BABEL 15(2))."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.laporan import actions
from docservice.laporan.forms import PemutakhiranForm
from docservice.laporan.kelengkapan import kelengkapan_jenis, kelengkapan_unit
from docservice.laporan.models import Pemutakhiran
from docservice.laporan.orang import Capaian, capaian, capaian_wajib, ringkas, sasaran_terlihat
from docservice.laporan.permissions import (
    ambil_pemutakhiran,
    ambil_unit,
    check_may_kelola,
    check_may_lihat_kelengkapan,
    may_kelola,
)
from docservice.pegawai.models import UnitKerja
from docservice.umum.bagian import bagian
from docservice.umum.formulir import kerjakan
from docservice.umum.nomor import nomor

PER_HALAMAN = 50


@login_required
@require_GET
def kelengkapan(request: Permintaan) -> HttpResponse:
    """Every unit one may see, every required paper, and how the figure is made."""
    check_may_lihat_kelengkapan(request.user)
    konteks = {"unit": kelengkapan_unit(request.user), "jenis": kelengkapan_jenis(request.user)}
    return render(request, "laporan/kelengkapan.html", konteks)


@login_required
@require_GET
def unit(request: Permintaan, pk: int) -> HttpResponse:
    """The people of one unit, those who lack something first."""
    satu, orang = ambil_unit(request.user, pk)
    semua = sorted(capaian_wajib(orang), key=lambda c: (-len(c.kurang), c.pegawai.nama))
    return _daftar(request, semua, {"unit": satu, "dapat_kelola": may_kelola(request.user, satu)})


def _daftar(request: Permintaan, semua: list[Capaian], konteks: dict[str, Any]) -> HttpResponse:
    hanya = request.GET.get("hanya", "")
    tampil = [c for c in semua if not c.lengkap] if hanya == "kurang" else semua
    halaman = Paginator(tampil, PER_HALAMAN).get_page(request.GET.get("hal"))
    konteks |= {"halaman": halaman, "ringkas": ringkas(semua), "hanya": hanya}
    return render(request, "laporan/orang.html", konteks)


@login_required
@require_POST
def ingatkan(request: Permintaan, pk: int) -> HttpResponse:
    satu, _ = ambil_unit(request.user, pk)
    jumlah = actions.ingatkan_unit(by=request.user, unit=satu)
    messages.success(request, f"{jumlah} pegawai diingatkan. Setiap orang diingatkan paling banyak sekali seminggu.")
    return redirect("laporan:kelengkapan_unit", pk=pk)


@login_required
@require_http_methods(["GET", "POST"])
def pemutakhiran(request: Permintaan) -> HttpResponse:
    """Running and closed campaigns; POST starts one."""
    check_may_lihat_kelengkapan(request.user)
    formulir = PemutakhiranForm(
        request.POST or None, pengguna=request.user, initial={"tenggat": timezone.localdate() + timedelta(days=30)}
    )
    if request.method == "POST":
        check_may_kelola(request.user, None if request.POST.get("unit", "") == "" else _dipilih(request))
        if kerjakan(formulir, lambda data: actions.mulai(by=request.user, **data)):
            messages.success(request, "Pemutakhiran dimulai. Pegawai yang belum lengkap sudah dikabari.")
            return redirect("laporan:pemutakhiran")
    semua = Pemutakhiran.objects.visible_to(request.user).select_related("unit")
    asal = {"berjalan": semua.berjalan(), "ditutup": semua.exclude(ditutup_pada=None).order_by("-ditutup_pada", "-pk")}
    konteks = {**bagian(asal, request.GET), "formulir": formulir}
    return render(request, "laporan/pemutakhiran.html", konteks, status=422 if formulir.errors else 200)


def _dipilih(request: Permintaan) -> UnitKerja | None:
    pilihan = nomor(request.POST.get("unit", ""))
    return None if pilihan is None else UnitKerja.objects.filter(pk=pilihan).first()


@login_required
@require_GET
def satu_pemutakhiran(request: Permintaan, pk: int) -> HttpResponse:
    """How far each person has come; only those one may see."""
    satu = ambil_pemutakhiran(request.user, pk)
    orang = sasaran_terlihat(satu, request.user)
    semua = sorted(capaian(satu, orang), key=lambda c: (-len(c.kurang), c.pegawai.nama))
    konteks: dict[str, Any] = {"pemutakhiran": satu}
    return _daftar(request, semua, konteks | {"dapat_kelola": may_kelola(request.user, satu.unit)})


@login_required
@require_POST
def tutup(request: Permintaan, pk: int) -> HttpResponse:
    actions.tutup(by=request.user, pemutakhiran=ambil_pemutakhiran(request.user, pk))
    messages.success(request, "Pemutakhiran ditutup. Tidak ada pengingat lagi.")
    return redirect("laporan:satu_pemutakhiran", pk=pk)
