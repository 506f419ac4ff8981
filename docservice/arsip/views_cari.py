"""The search page: box, offers, facets, hits; a GET form that works without script."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.models import Pengguna
from docservice.akun.request import Permintaan
from docservice.arsip import actions
from docservice.arsip.models import PencarianTersimpan
from docservice.arsip.orang import orang_ringkas
from docservice.arsip.pencarian import HasilCari, Ringkas, jawab_ringkas, label_nilai
from docservice.arsip.permissions import ambil_tersimpan
from docservice.arsip.saran import sarankan, terakhir_dibuka
from docservice.arsip.tanya import LABEL_SARINGAN, LABEL_URUT, Tanya
from docservice.dokumen import gudang
from docservice.dokumen.kirim import GAMBAR, kirim
from docservice.dokumen.permissions import ambil_halaman
from docservice.dokumen.tampil import mini
from docservice.umum.errors import IsianSalah
from docservice.umum.formulir import kalimat

SEHALAMAN = 20
HALAMAN_TERJAUH = 5000
ORANG = 3


@login_required
@require_GET
def halaman_cari(request: Permintaan) -> HttpResponse:
    """``hal`` is the page of hits; with ``bagian=temuan`` only the further hits, to be put behind the others."""
    tanya, nomor = Tanya.dari(request.GET), _nomor(request)
    konteks = {"tanya": tanya, "q": tanya.q, "label_saringan": LABEL_SARINGAN, "label_urut": LABEL_URUT, "galat": ""}
    try:
        awal = (nomor - 1) * SEHALAMAN
        hasil = None if tanya.kosong else jawab_ringkas(request.user, tanya, offset=awal, limit=SEHALAMAN)
    except IsianSalah as salah:
        hasil, konteks["galat"] = None, salah.pesan
    konteks |= {"hasil": hasil, "sebagian": False}
    konteks |= _temuan(tanya, hasil, nomor) if hasil else {}
    return render(request, *_rupa(request, hasil, konteks))


def _rupa(request: Permintaan, hasil: HasilCari[Ringkas] | None, konteks: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Which template: the further hits, the part under the box, or the whole page."""
    htmx = request.htmx and not request.htmx.history_restore_request
    if htmx and hasil and request.GET.get("bagian") == "temuan":
        return "arsip/_temuan.html", konteks
    konteks |= _sekitar(request.user, konteks["tanya"], hasil)
    return ("arsip/_hasil.html", konteks | {"sebagian": True}) if htmx else ("arsip/cari.html", konteks)


def _temuan(tanya: Tanya, hasil: HasilCari[Ringkas], nomor: int) -> dict[str, Any]:
    """One page of hits with honest numbers and the way to the next."""
    sampai = min(nomor * SEHALAMAN, hasil.jumlah)
    dari = (nomor - 1) * SEHALAMAN + 1
    return {
        "mini": mini(satu.dokumen.pk for satu in hasil.temuan),
        "dari": dari,
        "sampai": sampai,
        "di_luar": dari > hasil.jumlah > 0,
        "awal": tanya.alamat(),
        "mundur": tanya.alamat(hal=nomor - 1) if nomor > 1 else "",
        "lanjut": tanya.alamat(hal=nomor + 1) if sampai < hasil.jumlah and nomor < HALAMAN_TERJAUH else "",
        "lihat": f"q={_untuk_dokumen(tanya)}",
    }


def _untuk_dokumen(tanya: Tanya) -> str:
    return Tanya(tanya.q[:100]).alamat().removeprefix("q=")


def _sekitar(pengguna: Pengguna, tanya: Tanya, hasil: HasilCari[Ringkas] | None) -> dict[str, Any]:
    """What stands around the hits: people, what was open, ways out of an empty result."""
    if hasil is None:
        tersimpan = [
            (satu, Tanya.dari(satu.tanya).alamat()) for satu in PencarianTersimpan.objects.filter(pengguna=pengguna)
        ]
        dibuka = terakhir_dibuka(pengguna)
        return {"tersimpan": tersimpan, "terakhir": dibuka, "mini": mini(satu.pk for satu in dibuka)}
    orang = [(satu, Tanya(f"nip:{satu.nip}").alamat()) for satu in orang_ringkas(pengguna, tanya.q, ORANG + 1)]
    return {
        "orang": orang[:ORANG],
        "orang_lain": len(orang) > ORANG,
        "dipilih": _dipilih(tanya),
        "ada_saringan": any(hasil.saringan.values()),
        "tanpa_saringan": replace(tanya, saring={}).alamat(),
        "keluar": [] if hasil.jumlah or hasil.darurat else _jalan_keluar(pengguna, tanya),
        "mungkin": Tanya(hasil.mungkin, tanya.saring).alamat() if hasil.mungkin else "",
        "persis": Tanya(tanya.q, tanya.saring, tanya.urut, not tanya.persis).alamat(),
    }


def _dipilih(tanya: Tanya) -> list[tuple[str, str, str]]:
    """The choices in use: facet, word, address without it."""
    if not tanya.saring:
        return []
    label = label_nilai()
    return [
        (LABEL_SARINGAN[nama], label.get((nama, nilai), nilai), tanya.tanpa(nama, nilai).alamat())
        for nama, isi in tanya.saring.items()
        for nilai in isi
    ]


def _jalan_keluar(pengguna: Pengguna, tanya: Tanya) -> list[tuple[str, str, int, str]]:
    """Which single choice stands in the way, and what would be found without it."""
    ada = []
    for nama, kata, alamat in _dipilih(tanya)[:6]:
        jumlah = jawab_ringkas(pengguna, Tanya.dari(alamat), limit=1).jumlah if alamat else 0
        if jumlah:
            ada.append((nama, kata, jumlah, alamat))
    return ada


def _nomor(request: Permintaan) -> int:
    teks = request.GET.get("hal", "1")
    return min(HALAMAN_TERJAUH, max(1, int(teks))) if teks.isdecimal() and len(teks) < 7 else 1


@login_required
@require_GET
def saran(request: Permintaan) -> HttpResponse:
    """Offers for the box, for htmx."""
    return render(request, "arsip/_saran.html", {"saran": sarankan(request.user, request.GET.get("q", ""))})


@login_required
@require_GET
def gambar_mini(request: Permintaan, pk: int, versi: int) -> FileResponse:
    """The small picture of a first page beside a hit: too small to be a reading, so it leaves no trace."""
    return kirim(gudang.arsip(), ambil_halaman(request.user, pk, 1, versi).kecil, GAMBAR)


@login_required
@require_http_methods(["GET", "POST"])
def simpan(request: Permintaan) -> HttpResponse:
    """Keep the question in the address under a name."""
    tanya, galat = Tanya.dari(request.GET), ""
    nama = request.POST.get("nama", tanya.q)[:80]
    if request.method == "POST":
        try:
            nama = kalimat(request.POST, "nama", 80) if "nama" in request.POST else nama
            actions.simpan_pencarian(by=request.user, nama=nama, tanya=tanya)
        except IsianSalah as salah:
            galat = salah.pesan
        else:
            return redirect("arsip:cari")
    konteks = {"tanya": tanya, "nama": nama, "galat": galat, "dipilih": _dipilih(tanya), "kembali": tanya.alamat()}
    return render(request, "arsip/simpan.html", konteks, status=422 if galat else 200)


@login_required
@require_POST
def hapus(request: Permintaan, pk: int) -> HttpResponse:
    actions.hapus_pencarian(by=request.user, tersimpan=ambil_tersimpan(request.user, pk))
    return redirect(reverse("arsip:cari"))
