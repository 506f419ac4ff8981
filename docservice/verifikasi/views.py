"""The workbench (screens §5.2, §5.3): works without script, quick with the keyboard."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect, push_url

from docservice.akun.models import Penugasan
from docservice.akun.request import Permintaan
from docservice.dokumen.actions import catat_baca
from docservice.dokumen.kembar import kembaran
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import Basis, StatusDokumen, basis_dipakai
from docservice.dokumen.tanda_tangan import laporan, penandatangan, perlu_diperiksa
from docservice.dokumen.temuan import kata_pengunggah
from docservice.umum.errors import BelumLengkap, KesalahanDomain
from docservice.umum.nomor import nomor, semua_nomor
from docservice.umum.waktu import tanggal_panjang
from docservice.verifikasi import actions
from docservice.verifikasi.banding import pembanding
from docservice.verifikasi.cocok import bidang_pencocokan
from docservice.verifikasi.kalimat import KALIMAT, rangkai
from docservice.verifikasi.models import Alasan, Pegang, Verifikasi
from docservice.verifikasi.mutu import laju_hari_ini
from docservice.verifikasi.permissions import ambil_putusan, ambil_untuk_verifikasi, kedua_untuk
from docservice.verifikasi.sesi import kembalikan_tumpukan, putusan_kini, tumpukan

HURUF = {Basis.ASLI: "A", Basis.LEGALISIR: "L", Basis.TTE: "E", Basis.PENERBIT: "I"}
DISIAPKAN = 3
"""Papers whose first page the browser fetches ahead."""
DITAMPILKAN = 6
"""Decisions of this sitting that stay in view above what is left."""


@login_required
@require_http_methods(["GET", "POST"])
def meja(request: Permintaan, pk: int) -> HttpResponse:
    """One paper: page, values, basis, decision."""
    if berakhir := kembalikan_tumpukan(request.user):
        return _tugas_berakhir(request, berakhir)
    dokumen = ambil_untuk_verifikasi(request.user, pk)
    if request.method == "POST":
        try:
            _putuskan(request, dokumen)
        except KesalahanDomain as salah:
            if salah.kode == "diputuskan_sendiri":
                salah.pesan = "Berkas ini sudah diputuskan di tab lain."
            dokumen.refresh_from_db()
            return _halaman(request, dokumen, salah)
        return lanjut(request)
    if dokumen.status != StatusDokumen.MENUNGGU and kedua_untuk(request.user, dokumen) is None:
        messages.info(request, "Berkas ini sudah diputuskan.")
        return redirect("dokumen:dokumen", pk=pk)
    catat_baca(by=request.user, dokumen=dokumen, cara="lihat", peran=request.peran.konteks)
    return _halaman(request, dokumen, None)


def _tugas_berakhir(request: Permintaan, tugas: Penugasan) -> HttpResponse:
    kapan = f"berakhir {tanggal_panjang(tugas.berlaku_sampai)}" if tugas.berlaku_sampai else "dibekukan"
    messages.warning(request, f"Tugas fasilitator Anda {kapan}. Tumpukan dikembalikan ke antrean.")
    return _ke_antrean(request)


def _ke_antrean(request: Permintaan) -> HttpResponse:
    alamat = reverse("verifikasi:antrean")
    return HttpResponseClientRedirect(alamat) if request.htmx else redirect(alamat)


def _putuskan(request: Permintaan, dokumen: Dokumen) -> Verifikasi:
    isi = request.POST
    detik = nomor(isi.get("detik", ""))
    umum: dict[str, Any] = {
        "by": request.user,
        "dokumen": dokumen,
        "sha256": isi.get("sha256", ""),
        "catatan_bkpsdmd": isi.get("catatan_bkpsdmd", ""),
        "detik": None if detik is None else min(detik, 86_400),
    }
    if isi.get("tindakan") == "kembalikan":
        catatan, diteruskan = isi.get("catatan", ""), "diteruskan" in isi
        return actions.kembalikan(**umum, alasan=_alasan(isi), catatan=catatan, diteruskan=diteruskan)
    if _alasan(isi):
        raise BelumLengkap("Ada alasan yang ditandai. Tekan T untuk mengembalikan, atau hapus tandanya.")
    dilihat = semua_nomor(isi.getlist("dilihat"))
    bidang = isi.getlist("diperiksa")
    return actions.verifikasi(**umum, basis=isi.get("basis", ""), halaman_dilihat=dilihat, bidang_dilihat=bidang)


def _alasan(isi: QueryDict) -> list[tuple[int, str]]:
    """Ticked reasons as (page, code), sent as ``2:4``; what is no reason is none."""
    pasangan = [satu.partition(":") for satu in isi.getlist("alasan")]
    return [(n, kode) for lembar, _, kode in pasangan if (n := nomor(lembar)) is not None and kode in Alasan.values]


def lanjut(request: Permintaan) -> HttpResponse:
    """The next paper of one's batch that was not put aside; at its end the way to the minutes."""
    sisa = tumpukan(request.user).filter(pegang__dilewati=False)
    berikut = sisa.select_related("jenis", "pegawai__unit").prefetch_related("versi").first()
    if berikut and request.htmx:
        catat_baca(by=request.user, dokumen=berikut, cara="lihat", peran=request.peran.konteks)
        return push_url(_halaman(request, berikut, None, QueryDict()), reverse("verifikasi:meja", args=[berikut.pk]))
    if berikut:
        return redirect("verifikasi:meja", pk=berikut.pk)
    messages.success(request, "Tidak ada lagi di tumpukan Anda. Ambil tumpukan berikutnya, atau akhiri sesi.")
    return _ke_antrean(request)


def _halaman(
    request: Permintaan, dokumen: Dokumen, galat: KesalahanDomain | None, isi: QueryDict | None = None
) -> HttpResponse:
    """With what was typed (*isi*; by default what this request brought); only the desk itself for htmx."""
    versi = dokumen.versi_terkini
    bidang = bidang_pencocokan(dokumen, versi)
    halaman = list(versi.halaman.all())
    isi = (request.POST or request.isian_kembali) if isi is None else isi
    di_meja = list(tumpukan(request.user).prefetch_related("versi")[:20])
    posisi = next((n for n, d in enumerate(di_meja) if d.pk == dokumen.pk), -1)
    konteks: dict[str, Any] = {
        "dokumen": dokumen,
        "versi": versi,
        "halaman": [(satu, [b for b in bidang if b.kotak and b.halaman == satu.nomor]) for satu in halaman],
        "bidang": [(b, next((h for h in halaman if h.nomor == b.halaman), None)) for b in bidang],
        "diperiksa": isi.getlist("diperiksa"),
        "tumpukan": di_meja,
        **_kemajuan(request, len(di_meja), posisi),
        "berikut": [d.versi_terkini for d in di_meja[posisi + 1 : posisi + 1 + DISIAPKAN]],
        "pegang": pegangan(request),
        "basis_dipilih": isi.get("basis", ""),
        "alasan": [(a.value, a.label, KALIMAT[a]) for a in Alasan],
        "alasan_dipilih": isi.getlist("alasan"),
        "catatan": isi.get("catatan", ""),
        "catatan_bkpsdmd": isi.get("catatan_bkpsdmd", ""),
        "diteruskan": "diteruskan" in isi,
        "dilihat": set(semua_nomor(isi.getlist("dilihat"))) or {1},
        "galat": galat,
        "kata_pengunggah": kata_pengunggah(versi),
        "kembaran": kembaran(dokumen, request.user),
        "banding": pembanding(dokumen, request.user),
        "kembali_terbuka": isi.get("tindakan") == "kembalikan",
        "pratinjau": rangkai(_alasan(isi), isi.get("catatan", "")) if isi else "",
        "urungkan": _dapat_diurungkan(request),
        "laju": laju_hari_ini(request.user),
        **_tanda_tangan(versi),
    }
    templat = "verifikasi/_meja.html" if request.htmx else "verifikasi/meja.html"
    return render(request, templat, konteks, status=galat.status if galat else 200)


def _kemajuan(request: Permintaan, dipegang: int, posisi: int) -> dict[str, Any]:
    """What this sitting has decided, the last few by name, and how far along the paper on the desk is."""
    putusan = putusan_kini(request.user)
    sudah = putusan.count()
    terakhir = list(putusan.select_related("versi__dokumen", "versi__pegawai").order_by("-pada", "-pk")[:DITAMPILKAN])
    return {"sudah": terakhir[::-1], "ke": sudah + max(posisi, 0) + 1, "banyak": sudah + max(dipegang, 1)}


def _tanda_tangan(versi: VersiDokumen) -> dict[str, Any]:
    """The verdict on a signed file, and what can be stated as seen: its signature only when it is valid."""
    hasil = laporan(versi) if perlu_diperiksa(versi) else None
    sah = hasil is not None and hasil.verdict == "valid"
    return {
        "laporan": hasil,
        "penandatangan": penandatangan(hasil) if hasil else [],
        "basis": [(b.value, b.label, HURUF[b]) for b in basis_dipakai() if b != Basis.TTE or sah],
    }


def pegangan(request: Permintaan) -> Pegang | None:
    return Pegang.objects.berlaku().filter(oleh=request.user).order_by("sampai").first()


def _dapat_diurungkan(request: Permintaan) -> Verifikasi | None:
    """One's last decision while its seconds run."""
    batas = timezone.now() - actions.MASA_URUNG
    terakhir = Verifikasi.semua.filter(oleh=request.user, pada__gt=batas, diurungkan_pada=None)
    return terakhir.select_related("versi__dokumen__pegawai").order_by("-pada").first()


@login_required
@require_POST
def urungkan(request: Permintaan, pk: int) -> HttpResponse:
    putusan = ambil_putusan(request.user, pk)
    actions.urungkan(by=request.user, putusan=putusan)
    messages.success(request, "Keputusan diurungkan. Berkas kembali menunggu.")
    return redirect("verifikasi:meja", pk=putusan.versi.dokumen_id)


@login_required
@require_GET
def bandingkan(request: Permintaan, pk: int) -> HttpResponse:
    """The pages of the verified paper of the same kind, to hold beside this one."""
    dokumen = ambil_untuk_verifikasi(request.user, pk)
    acuan = pembanding(dokumen, request.user)
    if acuan:
        catat_baca(by=request.user, dokumen=acuan, cara="lihat", peran=request.peran.konteks)
    versi = acuan.versi_terbuka if acuan else None
    konteks = {"acuan": acuan, "versi": versi, "halaman": list(versi.halaman.all()[:1]) if versi else []}
    return render(request, "verifikasi/_banding.html", konteks)
