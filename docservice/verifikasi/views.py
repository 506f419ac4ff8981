"""The queue and the workbench (screens §5.1–5.3): works without script, quick with the keyboard."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.dokumen.actions import catat_baca
from docservice.dokumen.kembar import kembaran
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import Basis, StatusDokumen
from docservice.umum.errors import KesalahanDomain
from docservice.verifikasi import actions
from docservice.verifikasi.cocok import bidang_pencocokan
from docservice.verifikasi.kalimat import rangkai
from docservice.verifikasi.models import Alasan, Pegang, Verifikasi, antrean
from docservice.verifikasi.permissions import ambil_untuk_verifikasi

HURUF = {Basis.ASLI: "A", Basis.LEGALISIR: "L", Basis.TTE: "E"}


@login_required
@require_http_methods(["GET", "POST"])
def daftar(request: Permintaan) -> HttpResponse:
    """What waits, oldest first; POST takes the next twenty and opens the first."""
    if request.method == "POST":
        tumpukan = actions.ambil(by=request.user)
        if tumpukan:
            return redirect("verifikasi:meja", pk=tumpukan[0].pk)
        messages.info(request, "Tidak ada yang dapat diambil sekarang. Semua berkas sedang diperiksa orang lain.")
        return redirect("verifikasi:antrean")
    menunggu = antrean(request.user).select_related("pegang__oleh")
    milik = Dokumen.objects.filter(pegawai__pengguna=request.user, status=StatusDokumen.MENUNGGU).count()
    konteks = {
        "menunggu": menunggu,
        "milik_sendiri": milik,
        "kini": timezone.now(),
        "pegang": _pegangan(request),
    }
    return render(request, "verifikasi/antrean.html", konteks)


def _pegangan(request: Permintaan) -> Pegang | None:
    return Pegang.objects.berlaku().filter(oleh=request.user).order_by("sampai").first()


@login_required
@require_http_methods(["GET", "POST"])
def meja(request: Permintaan, pk: int) -> HttpResponse:
    """One paper: page, values, basis, decision."""
    dokumen = ambil_untuk_verifikasi(request.user, pk)
    if request.method == "POST":
        try:
            putusan = _putuskan(request, dokumen)
        except KesalahanDomain as salah:
            dokumen.refresh_from_db()
            return _halaman(request, dokumen, salah)
        return _lanjut(request, putusan)
    if dokumen.status != StatusDokumen.MENUNGGU:
        messages.info(request, "Berkas ini sudah diputuskan.")
        return redirect("dokumen:dokumen", pk=pk)
    catat_baca(by=request.user, dokumen=dokumen, cara="lihat", peran=request.peran.konteks)
    return _halaman(request, dokumen, None)


def _putuskan(request: Permintaan, dokumen: Dokumen) -> Verifikasi:
    sidik = request.POST.get("sha256", "")
    if request.POST.get("tindakan") == "kembalikan":
        return actions.kembalikan(
            by=request.user,
            dokumen=dokumen,
            alasan=_alasan(request.POST),
            catatan=request.POST.get("catatan", ""),
            sha256=sidik,
        )
    dilihat = [int(n) for n in request.POST.getlist("dilihat") if n.isdigit()]
    return actions.verifikasi(
        by=request.user,
        dokumen=dokumen,
        basis=request.POST.get("basis", ""),
        halaman_dilihat=dilihat,
        sha256=sidik,
    )


def _alasan(isi: QueryDict) -> list[tuple[int, str]]:
    """Ticked reasons as (page, code)."""
    halaman = isi.get("halaman", "1")
    nomor = int(halaman) if halaman.isdigit() else 1
    return [(nomor, kode) for kode in isi.getlist("alasan")]


def _lanjut(request: Permintaan, putusan: Verifikasi) -> HttpResponse:
    """The next paper of one's batch, with the seconds of undo."""
    request.session["urungkan"] = putusan.pk
    berikut = antrean(request.user).filter(pegang__oleh=request.user, pegang__sampai__gt=timezone.now()).first()
    if berikut:
        return redirect("verifikasi:meja", pk=berikut.pk)
    messages.success(request, "Tidak ada yang menunggu di tumpukan Anda. Anda selesai.")
    return redirect("verifikasi:antrean")


def _halaman(request: Permintaan, dokumen: Dokumen, galat: KesalahanDomain | None) -> HttpResponse:
    versi = dokumen.versi_terkini
    bidang = bidang_pencocokan(dokumen, versi)
    halaman = list(versi.halaman.all())
    isi = request.POST or request.isian_kembali
    tumpukan = list(antrean(request.user).filter(pegang__oleh=request.user)[:20])
    konteks: dict[str, Any] = {
        "dokumen": dokumen,
        "versi": versi,
        "halaman": [(satu, [b for b in bidang if b.kotak and b.halaman == satu.nomor]) for satu in halaman],
        "bidang": [(b, next((h for h in halaman if h.nomor == b.halaman), None)) for b in bidang],
        "tumpukan": tumpukan,
        "urutan": next((n for n, d in enumerate(tumpukan, 1) if d.pk == dokumen.pk), 0),
        "pegang": _pegangan(request),
        "basis": [(b.value, b.label, HURUF[b]) for b in Basis if b != Basis.TTE or versi.bertanda_tangan],
        "basis_dipilih": isi.get("basis", ""),
        "alasan": Alasan.choices,
        "alasan_dipilih": isi.getlist("alasan"),
        "catatan": isi.get("catatan", ""),
        "dilihat": {int(n) for n in isi.getlist("dilihat") if n.isdigit()} or {1},
        "galat": galat,
        "kembaran": kembaran(dokumen, request.user),
        "kembali_terbuka": isi.get("tindakan") == "kembalikan",
        "pratinjau": rangkai(_alasan(isi), isi.get("catatan", "")),
        "urungkan": _dapat_diurungkan(request),
    }
    return render(request, "verifikasi/meja.html", konteks, status=galat.status if galat else 200)


def _dapat_diurungkan(request: Permintaan) -> Verifikasi | None:
    """One's last decision while its seconds run."""
    batas = timezone.now() - actions.MASA_URUNG
    terakhir = Verifikasi.objects.filter(
        pk=request.session.get("urungkan") or 0, oleh=request.user, pada__gt=batas, diurungkan_pada=None
    )
    return terakhir.select_related("versi__dokumen__pegawai").first()


@login_required
@require_POST
def urungkan(request: Permintaan, pk: int) -> HttpResponse:
    putusan = get_object_or_404(Verifikasi, pk=pk, oleh=request.user)
    actions.urungkan(by=request.user, putusan=putusan)
    messages.success(request, "Keputusan diurungkan. Berkas kembali menunggu.")
    return redirect("verifikasi:meja", pk=putusan.versi.dokumen_id)
