"""A file on its way into the archive, live, and what its uploader answers to the advice about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from docservice.akun.request import Permintaan
from docservice.dokumen import saran as tanggapan
from docservice.dokumen import susunan
from docservice.dokumen.actions import alamat
from docservice.dokumen.kelengkapan import kelengkapan
from docservice.dokumen.models import Dokumen
from docservice.dokumen.permissions import ambil_dokumen, versi_tampak_terkini
from docservice.dokumen.proses import kemajuan
from docservice.dokumen.salinan import dapat_disalin, minta_salinan
from docservice.dokumen.status import StatusBerkas
from docservice.dokumen.susunan import may_menyusun
from docservice.dokumen.tautan import akan_dicocokkan, lanjutan
from docservice.dokumen.temuan import BERLAPIS, jenis_lain, judul_saran, nip_lain, saran_halaman
from docservice.umum.errors import KesalahanDomain


@login_required
@require_GET
def proses(request: Permintaan, pk: int) -> HttpResponse:
    """The pipeline, live: asked again by htmx, by a refresh without script; 286 ends the asking."""
    konteks = _konteks(request, ambil_dokumen(request.user, pk))
    if request.htmx:
        return render(request, "dokumen/_proses.html", konteks, status=200 if konteks["kemajuan"].jeda else 286)
    return render(request, "dokumen/proses.html", konteks)


def _konteks(request: Permintaan, dokumen: Dokumen) -> dict[str, Any]:
    versi = versi_tampak_terkini(request.user, dokumen)
    maju = kemajuan(versi, dicocokkan=akan_dicocokkan(dokumen, request.user))
    saran = saran_halaman(versi)
    return {
        "dokumen": dokumen,
        "versi": versi,
        "kemajuan": maju,
        "saran": saran,
        "judul_saran": judul_saran(saran, versi.jumlah_halaman),
        "nip_lain": nip_lain(dokumen) if versi.dapat_dibuka else None,
        "jenis_lain": None if versi.jenis_dipastikan_pada else jenis_lain(versi),
        "berlapis": BERLAPIS,
        "lanjutan": lanjutan(dokumen, request.user) if maju.tuntas else [],
        "mini": versi.halaman.filter(nomor=1).first() if versi.dapat_dibuka else None,
        "belum": _berikut(request, dokumen),
        "dapat_disalin": dapat_disalin(versi) and not versi.tertunda,
        "pengunggah": versi.diunggah_oleh_id == request.user.pk,
        "dapat_disusun": maju.tuntas and may_menyusun(request.user, versi),
        "langkah_ke": 3 if versi.status == StatusBerkas.SIAP and not saran else 2,
    }


def _berikut(request: Permintaan, dokumen: Dokumen) -> list[Any]:
    """What else is missing, while one waits; only in one's own archive."""
    sendiri = dokumen.pegawai.pengguna_id == request.user.pk
    return kelengkapan(dokumen.pegawai, request.user).belum_ada if sendiri else []


def _atau_galat(request: Permintaan, dokumen: Dokumen, kerjakan: Callable[[], object], kabar: str) -> HttpResponse:
    """Back to the same page: with *kabar* when it was done, else with what to correct in it."""
    try:
        kerjakan()
    except KesalahanDomain as galat:
        if galat.status not in (409, 422):
            raise
        konteks = _konteks(request, dokumen) | {"galat": galat}
        return render(request, "dokumen/proses.html", konteks, status=galat.status)
    messages.info(request, kabar)
    return redirect("dokumen:proses", pk=dokumen.pk)


@login_required
@require_POST
def pakai(request: Permintaan, pk: int) -> HttpResponse:
    """*Pakai foto ini*: kept in spite of the advice."""
    dokumen = ambil_dokumen(request.user, pk)
    tanggapan.pakai_apa_adanya(by=request.user, versi=dokumen.versi_terkini)
    messages.info(request, "Foto ini dipakai. Pilihan ini dicatat dan dilihat fasilitator Anda.")
    berikut = lanjutan(dokumen, request.user)
    return redirect(berikut[0].alamat if berikut else alamat(dokumen))


@login_required
@require_POST
def hapus_halaman(request: Permintaan, pk: int, nomor: int) -> HttpResponse:
    """*Hapus halaman ini*: the paper goes through the pipeline again without it."""
    dokumen = ambil_dokumen(request.user, pk)
    versi = dokumen.versi_terkini
    kabar = f"Halaman {nomor} dihapus. Berkas tanpa halaman itu sedang diproses."
    return _atau_galat(
        request, dokumen, lambda: susunan.hapus_halaman(by=request.user, versi=versi, nomor=nomor), kabar
    )


@login_required
@require_POST
def urutan(request: Permintaan, pk: int) -> HttpResponse:
    """*Simpan urutan*: one number field a page, so that it needs no script."""
    dokumen = ambil_dokumen(request.user, pk)
    versi, nomor = dokumen.versi_terkini, [isi.strip() for isi in request.POST.getlist("nomor")]
    kabar = "Urutan halaman diubah. Berkasnya sedang diproses lagi."
    return _atau_galat(
        request, dokumen, lambda: susunan.urutkan_halaman(by=request.user, versi=versi, nomor=nomor), kabar
    )


@login_required
@require_POST
def jenis(request: Permintaan, pk: int) -> HttpResponse:
    """*Simpan sebagai …* or *Tetap …*, when the paper looks like another kind."""
    dokumen = ambil_dokumen(request.user, pk)
    versi, minor = dokumen.versi_terkini, request.POST.get("minor", "")[:20]
    if request.POST.get("tindakan") == "tetap":
        kabar = f"Tetap {dokumen.jenis.nama}. Pilihan ini dicatat dan dilihat fasilitator Anda."
        return _atau_galat(request, dokumen, lambda: tanggapan.pastikan_jenis(by=request.user, versi=versi), kabar)
    kabar = "Jenis dokumen diganti menurut kertasnya."
    return _atau_galat(
        request,
        dokumen,
        lambda: tanggapan.simpan_sebagai_tampaknya(by=request.user, versi=versi, minor=minor),
        kabar,
    )


@login_required
@require_POST
def penjelasan(request: Permintaan, pk: int) -> HttpResponse:
    """*Tetap kirim, saya jelaskan*: another person's NIP stands on the paper, and here is why."""
    dokumen = ambil_dokumen(request.user, pk)
    versi, kata = dokumen.versi_terkini, request.POST.get("penjelasan", "")
    kabar = "Penjelasan Anda tersimpan dan dilihat fasilitator Anda."
    return _atau_galat(
        request, dokumen, lambda: tanggapan.tetap_kirim(by=request.user, versi=versi, penjelasan=kata), kabar
    )


@login_required
@require_POST
def salinan(request: Permintaan, pk: int) -> HttpResponse:
    """*Buatkan salinan aman* of what the gate refused."""
    dokumen = ambil_dokumen(request.user, pk)
    minta_salinan(by=request.user, versi=dokumen.versi_terkini)
    return redirect("dokumen:proses", pk=pk)
