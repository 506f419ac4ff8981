"""Sending many papers at once: the list, the table to correct, the report (screens §4.4)."""

from __future__ import annotations

import secrets

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.borongan import actions
from docservice.borongan.baris import Pemeriksa
from docservice.borongan.laporan import tulis_laporan
from docservice.borongan.models import Borongan
from docservice.borongan.permissions import ambil_borongan, check_may_borongan
from docservice.borongan.status import DAPAT_DIUBAH, StatusBaris, StatusBorongan
from docservice.dokumen.kiriman import satu_persatu
from docservice.dokumen.models import JenisDokumen
from docservice.dokumen.upload import check_terhenti
from docservice.umum.errors import KesalahanDomain
from docservice.umum.nomor import semua_nomor

SEHALAMAN = 50
BERJALAN = (StatusBorongan.DIURAI, StatusBorongan.DIKIRIM)
BIDANG = ("jenis", "minor", "nip", "buang")


@login_required
@require_http_methods(["GET", "POST"])
def daftar(request: Permintaan) -> HttpResponse:
    """What was sent so far; POST begins another sending."""
    check_may_borongan(request.user)
    galat: KesalahanDomain | None = None
    if request.method == "POST":
        try:
            isi = request.POST  # reads the form
            check_terhenti(request)
            return redirect("borongan:borongan", pk=_terima(request, isi).pk)
        except KesalahanDomain as salah:
            galat = salah
    semua = Borongan.objects.visible_to(request.user).select_related("oleh")
    halaman = Paginator(semua, SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {"halaman": halaman, "galat": galat, "kunci": secrets.token_urlsafe(16)}
    return render(request, "borongan/daftar.html", konteks, status=galat.status if galat else 200)


def _terima(request: Permintaan, isi: QueryDict) -> Borongan:
    bertahap = isi.getlist("kiriman")
    langsung = [satu for satu in request.FILES.getlist("berkas") if satu]
    kunci = isi.get("kunci", "")[:60] or secrets.token_urlsafe(16)
    berkas = satu_persatu(by=request.user, langsung=langsung, pk=bertahap)
    return actions.terima(by=request.user, berkas=berkas, kunci=kunci, kiriman=bertahap)


@login_required
@require_http_methods(["GET", "POST"])
def borongan(request: Permintaan, pk: int) -> HttpResponse:
    """The table: what must be corrected first; POST writes the corrections of this page."""
    satu = ambil_borongan(request.user, pk)
    if request.method == "POST":
        perlu = actions.perbaiki(by=request.user, borongan=satu, isian=_isian(request.POST))
        messages.success(request, f"Perbaikan disimpan. Masih {perlu} yang perlu diperbaiki.")
        return redirect(f"{request.path}?{request.GET.urlencode()}")
    saring = request.GET.get("status", "")
    baris = satu.baris.select_related("dokumen")
    if saring in StatusBaris.values:
        baris = baris.filter(status=saring)
    halaman = Paginator(baris, SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "borongan": satu,
        "hitung": satu.hitung(),
        "saring": saring,
        "halaman": halaman,
        "orang": Pemeriksa(request.user).orang(baris.nip for baris in halaman),
        "jenis": JenisDokumen.objects.all(),
        "berjalan": satu.status in BERJALAN,
        "dapat_diubah": DAPAT_DIUBAH if satu.status == StatusBorongan.DIPERIKSA else (),
        "pengirim": satu.oleh_id == request.user.pk,
    }
    return render(request, "borongan/borongan.html", konteks)


def _isian(isi: QueryDict) -> dict[int, dict[str, str]]:
    """Fields ``jenis-12``, ``minor-12`` … of the rows on the page, by their place."""
    urutan = semua_nomor(isi.getlist("baris"))
    return {n: {bidang: isi.get(f"{bidang}-{n}", "") for bidang in BIDANG} for n in urutan}


@login_required
@require_POST
def kirim(request: Permintaan, pk: int) -> HttpResponse:
    actions.kirim(by=request.user, borongan=ambil_borongan(request.user, pk))
    messages.success(request, "Berkas yang siap sedang dikirim. Anda boleh menutup halaman ini.")
    return redirect("borongan:borongan", pk=pk)


@login_required
@require_GET
def laporan(request: Permintaan, pk: int) -> HttpResponse:
    """The fate of every file, as a table for any spreadsheet."""
    satu = ambil_borongan(request.user, pk)
    jawaban = HttpResponse(content_type="text/csv; charset=utf-8")
    jawaban.headers["Content-Disposition"] = f'attachment; filename="borongan-{satu.pk}.csv"'
    tulis_laporan(satu.baris.all(), jawaban)
    return jawaban
