"""The queue, the batch and the end of a sitting (screens §5.1, §5.4)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Min, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.models import Pengguna
from docservice.akun.request import Permintaan
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.umum.errors import BelumLengkap, IsianSalah
from docservice.umum.nomor import semua_nomor
from docservice.umum.waktu import jam
from docservice.verifikasi import sesi
from docservice.verifikasi.antrean import antrean
from docservice.verifikasi.catatan import catatan
from docservice.verifikasi.forms import SaringForm
from docservice.verifikasi.meja import pegangan
from docservice.verifikasi.models import Sesi
from docservice.verifikasi.mutu import mutu_pemeriksa
from docservice.verifikasi.permissions import ambil_untuk_verifikasi, check_may_lihat_mutu
from docservice.verifikasi.status import StatusSesi
from docservice.verifikasi.tautan import penutup
from docservice.verifikasi.views import lanjut

PER_HALAMAN = 50


@login_required
@require_http_methods(["GET", "POST"])
def daftar(request: Permintaan) -> HttpResponse:
    """What waits, most urgent first; POST takes the next twenty and opens the first."""
    if request.method == "POST":
        terpilih = request.POST.getlist("pilih")
        pilihan = semua_nomor(terpilih)
        if len(pilihan) != len(terpilih):  # nothing chosen is the next twenty; nonsense is not
            raise IsianSalah("Pilihan ini tidak dikenal. Muat ulang antrean, lalu pilih lagi.")
        diambil = sesi.ambil(by=request.user, pilihan=pilihan)
        if diambil:
            return redirect("verifikasi:meja", pk=diambil[0].pk)
        messages.info(request, _semua_dipegang(request.user))
        return redirect("verifikasi:antrean")
    semua = antrean(request.user)
    saring = SaringForm(request.GET, asal=semua)
    lembar = Paginator(saring.terapkan(semua).select_related("pegang__oleh"), PER_HALAMAN)
    menunggu = lembar.get_page(request.GET.get("hal"))
    konteks: dict[str, Any] = {
        "saring": saring,
        "menunggu": menunggu,
        "baris": catatan(list(menunggu)),
        "jumlah": lembar.count,
        "milik_sendiri": _milik_sendiri(request.user),
        "kini": timezone.now(),
        "pegang": pegangan(request.user),
        "sesi": Sesi.objects.filter(oleh=request.user, status=StatusSesi.BERJALAN).first(),
        "menunggu_ttd": _menunggu_tanda_tangan(request.user),
    }
    return render(request, "verifikasi/antrean.html", konteks)


def _semua_dipegang(pengguna: Pengguna) -> str:
    """When the first of what others hold comes back, at the latest."""
    kembali = antrean(pengguna).filter(pegang__isnull=False).aggregate(kapan=Min("pegang__sampai"))["kapan"]
    if kembali is None:
        return "Tidak ada yang menunggu. Anda selesai."
    return f"Semua berkas sedang diperiksa orang lain. Coba lagi setelah {jam(kembali)}."


def _milik_sendiri(pengguna: Pengguna) -> int:
    return Dokumen.objects.filter(pegawai__pengguna=pengguna, status=StatusDokumen.MENUNGGU).count()


def _menunggu_tanda_tangan(pengguna: Pengguna) -> list[tuple[Sesi, str]]:
    """Ended sittings whose minutes are not signed, with where to sign them."""
    berakhir = Sesi.objects.filter(oleh=pengguna, status=StatusSesi.BERAKHIR)
    return [(satu, penutup(satu)) for satu in berakhir]


@login_required
@require_POST
def lewati(request: Permintaan, pk: int) -> HttpResponse:
    """Put this paper aside and go on."""
    dokumen = ambil_untuk_verifikasi(request.user, pk)
    sesi.lewati(by=request.user, dokumen=dokumen)
    return lanjut(request, sesi.tempat_di_tumpukan(dokumen))


@login_required
@require_POST
def perpanjang(request: Permintaan) -> HttpResponse:
    sesi.perpanjang(by=request.user)
    messages.success(request, "Tumpukan Anda diperpanjang 30 menit.")
    return lanjut(request)


@login_required
@require_POST
def akhiri(request: Permintaan) -> HttpResponse:
    """Close the list; the minutes follow, if there is anything to put in them."""
    try:
        return redirect(penutup(sesi.akhiri(by=request.user)))
    except BelumLengkap as salah:
        messages.info(request, salah.pesan)
        return redirect("verifikasi:antrean")


@login_required
@require_GET
def mutu(request: Permintaan) -> HttpResponse:
    """Agreement, reversals and pace of each verifier but oneself."""
    check_may_lihat_mutu(request.user)
    return render(request, "verifikasi/mutu.html", {"baris": mutu_pemeriksa(~Q(pk=request.user.pk))})
