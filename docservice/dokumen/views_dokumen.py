"""The page of one document, its images, its signatures, its original."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from docservice.akun.request import Permintaan
from docservice.dokumen import tanda_tangan as cap
from docservice.dokumen.actions import catat_baca
from docservice.dokumen.jejak import jejak_dokumen
from docservice.dokumen.kirim import kirim_asli, kirim_halaman
from docservice.dokumen.models import AksesBaca, Dokumen, VersiDokumen
from docservice.dokumen.permissions import ambil_dokumen, ambil_halaman, ambil_versi, may_ganti, versi_tampak
from docservice.dokumen.status import BACAAN_TERBUKA
from docservice.dokumen.tampil import HasilCari, cari_kata, halaman_dari
from docservice.dokumen.tautan import catatan_kembali, lanjutan, tautan, tautan_periksa
from docservice.dokumen.temuan import kata_pengunggah

TERAKHIR = 5


@login_required
@require_GET
def dokumen(request: Permintaan, pk: int) -> HttpResponse:
    """``?v=`` an older version, ``?hal=`` the page, ``?q=`` words to box on it."""
    satu = ambil_dokumen(request.user, pk)
    if satu.versi_terbuka is None:  # only its uploader comes this far (Law 3)
        return redirect("dokumen:proses", pk=pk)
    versi = ambil_versi(request.user, pk, _angka(request, "v"))
    catat_baca(by=request.user, dokumen=satu, cara="lihat", peran=request.peran.konteks)
    konteks = _isi(request, satu, versi) | _samping(request, satu, versi)
    return render(request, "dokumen/dokumen.html", konteks)


def _isi(request: Permintaan, satu: Dokumen, versi: VersiDokumen) -> dict[str, Any]:
    """The viewer: one page per address, so that it works without script and stays light with 300 pages."""
    cari = cari_kata(versi, request.GET.get("q", ""))
    nomor = _angka(request, "hal") or cari.pertama or 1
    halaman = halaman_dari(versi, nomor)
    return {
        "dokumen": satu,
        "versi": versi,
        "terkini": satu.versi_terbuka,
        "versi_lain": satu.versi.filter(status__in=BACAAN_TERBUKA).order_by("-nomor"),
        "halaman": halaman,
        "nomor_halaman": nomor,
        "cari": cari,
        "kotak": cari.kotak.get(nomor, []),
        **_pindah_halaman(versi, nomor, cari),
    }


def _pindah_halaman(versi: VersiDokumen, nomor: int, cari: HasilCari) -> dict[str, int | None]:
    sesudah = [n for n in sorted(cari.kotak) if n > nomor]
    sebelum = [n for n in sorted(cari.kotak) if n < nomor]
    return {
        "mundur": nomor - 1 if nomor > 1 else None,
        "maju": nomor + 1 if nomor < versi.jumlah_halaman else None,
        "temuan_maju": sesudah[0] if sesudah else None,
        "temuan_mundur": sebelum[-1] if sebelum else None,
    }


def _samping(request: Permintaan, satu: Dokumen, versi: VersiDokumen) -> dict[str, Any]:
    pemilik = satu.pegawai.pengguna_id == request.user.pk
    laporan = cap.laporan_tersimpan(versi) if cap.perlu_diperiksa(versi) else None
    tampak = {v.nomor for v in versi_tampak(request.user, satu)}
    return {
        "pemilik": pemilik,
        "dapat_ganti": may_ganti(request.user, satu),
        "catatan": catatan_kembali(satu) if satu.status == "dikembalikan" else "",
        "tautan": tautan(satu, request.user),
        "lanjutan": lanjutan(satu, request.user),
        "periksa": tautan_periksa(satu),
        "jejak": jejak_dokumen(satu, tampak),
        "pembaca": AksesBaca.objects.filter(dokumen=satu).select_related("pengguna")[:TERAKHIR] if pemilik else [],
        "kata_pengunggah": kata_pengunggah(versi),
        "bertanda_tangan": cap.perlu_diperiksa(versi),
        "laporan": laporan,
        "penandatangan": cap.penandatangan(laporan) if laporan else [],
    }


@login_required
@require_GET
def tanda_tangan(request: Permintaan, pk: int) -> HttpResponse:
    """The verifier's answer: the card for htmx, the whole report as a page of its own."""
    satu = ambil_dokumen(request.user, pk)
    versi = ambil_versi(request.user, pk, _angka(request, "v"))
    if not cap.perlu_diperiksa(versi):
        raise Http404
    catat_baca(by=request.user, dokumen=satu, cara="lihat", peran=request.peran.konteks)
    laporan = cap.laporan(versi)
    konteks = {"dokumen": satu, "versi": versi, "laporan": laporan, "penandatangan": cap.penandatangan(laporan)}
    return render(request, f"dokumen/{'_tanda_tangan' if request.htmx else 'tanda_tangan'}.html", konteks)


@login_required
@require_GET
def halaman(request: Permintaan, pk: int, versi: int, nomor: int) -> HttpResponseBase:
    gambar = ambil_halaman(request.user, pk, nomor, versi)
    return kirim_halaman(request, gambar, by=request.user, peran=request.peran.konteks)


@login_required
@require_GET
def kecil(request: Permintaan, pk: int, versi: int, nomor: int) -> HttpResponseBase:
    gambar = ambil_halaman(request.user, pk, nomor, versi)
    return kirim_halaman(request, gambar, by=request.user, peran=request.peran.konteks, kecil=True)


@login_required
@require_GET
def unduh(request: Permintaan, pk: int) -> FileResponse:
    versi = ambil_versi(request.user, pk, _angka(request, "v"))
    sebagai_pdf = request.GET.get("bentuk") == "pdf"
    return kirim_asli(versi, by=request.user, peran=request.peran.konteks, sebagai_pdf=sebagai_pdf)


def _angka(request: Permintaan, nama: str) -> int | None:
    teks = request.GET.get(nama, "")
    return int(teks) if teks.isdecimal() and len(teks) < 6 else None
