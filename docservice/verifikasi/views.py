"""The workbench (screens §5.2, §5.3): works without script, quick with the keyboard."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect, push_url

from docservice.akun.models import Penugasan
from docservice.akun.request import Permintaan
from docservice.dokumen.actions import catat_baca
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.umum.errors import BelumLengkap, KesalahanDomain
from docservice.umum.formulir import tombol
from docservice.umum.nomor import nomor, semua_nomor
from docservice.umum.waktu import tanggal_panjang
from docservice.verifikasi import actions
from docservice.verifikasi.banding import pembanding
from docservice.verifikasi.meja import alasan_dari, berkas, sekitar
from docservice.verifikasi.models import Verifikasi
from docservice.verifikasi.permissions import ambil_putusan, ambil_untuk_verifikasi, kedua_untuk
from docservice.verifikasi.sesi import kembalikan_tumpukan, tempat_di_tumpukan, tumpukan


@login_required
@require_http_methods(["GET", "POST"])
def meja(request: Permintaan, pk: int) -> HttpResponse:
    """One paper: page, values, basis, decision."""
    if berakhir := kembalikan_tumpukan(request.user):
        return _tugas_berakhir(request, berakhir)
    dokumen = ambil_untuk_verifikasi(request.user, pk)
    if request.method == "POST":
        tempat = tempat_di_tumpukan(dokumen)
        try:
            _putuskan(request, dokumen)
        except KesalahanDomain as salah:
            if salah.kode == "diputuskan_sendiri":
                salah.pesan = "Berkas ini sudah diputuskan di tab lain."
            dokumen.refresh_from_db()
            return _halaman(request, dokumen, salah)
        return lanjut(request, tempat)
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
    if tombol(isi, "verifikasi", "kembalikan") == "kembalikan":
        catatan, diteruskan = isi.get("catatan", ""), "diteruskan" in isi
        return actions.kembalikan(**umum, alasan=alasan_dari(isi), catatan=catatan, diteruskan=diteruskan)
    if alasan_dari(isi):
        raise BelumLengkap("Ada alasan yang ditandai. Tekan T untuk mengembalikan, atau hapus tandanya.")
    dilihat = semua_nomor(isi.getlist("dilihat"))
    bidang = isi.getlist("diperiksa")
    return actions.verifikasi(**umum, basis=isi.get("basis", ""), halaman_dilihat=dilihat, bidang_dilihat=bidang)


def lanjut(request: Permintaan, sesudah: int | None = None) -> HttpResponse:
    """The next paper of one's batch that was not put aside, the one after *sesudah* (its place in the batch) before
    those left behind; at the end the way to the minutes."""
    sisa = tumpukan(request.user).filter(pegang__dilewati=False)
    sisa = sisa.select_related("jenis", "pegawai__unit").prefetch_related("versi")
    berikut = (sesudah and sisa.filter(pegang__pk__gt=sesudah).first()) or sisa.first()
    if berikut and request.htmx:
        catat_baca(by=request.user, dokumen=berikut, cara="lihat", peran=request.peran.konteks)
        return push_url(_di_meja(request, berikut), reverse("verifikasi:meja", args=[berikut.pk]))
    if berikut:
        return redirect("verifikasi:meja", pk=berikut.pk)
    messages.success(request, "Tidak ada lagi di tumpukan Anda. Ambil tumpukan berikutnya, atau akhiri sesi.")
    return _ke_antrean(request)


def _di_meja(request: Permintaan, dokumen: Dokumen) -> HttpResponse:
    """The next paper; where the browser shows that very version already, only what changed around it."""
    if request.POST.get("depan") == dokumen.versi_terkini.sha256:
        return render(request, "verifikasi/_sekitar.html", sekitar(dokumen, request.user))
    return _halaman(request, dokumen, None, QueryDict())


def _halaman(
    request: Permintaan, dokumen: Dokumen, galat: KesalahanDomain | None, isi: QueryDict | None = None
) -> HttpResponse:
    """With what was typed (*isi*; by default what this request brought); only the desk itself for htmx."""
    isi = (request.POST or request.isian_kembali) if isi is None else isi
    konteks = berkas(dokumen, request.user, isi) | sekitar(dokumen, request.user) | {"galat": galat}
    templat = "verifikasi/_meja.html" if request.htmx else "verifikasi/meja.html"
    return render(request, templat, konteks, status=galat.status if galat else 200)


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
    """All pages of the verified paper of the same kind, to hold beside this one."""
    dokumen = ambil_untuk_verifikasi(request.user, pk)
    acuan = pembanding(dokumen, request.user)
    if acuan:
        catat_baca(by=request.user, dokumen=acuan, cara="lihat", peran=request.peran.konteks)
    versi = acuan.versi_terbuka if acuan else None
    konteks = {"acuan": acuan, "versi": versi, "halaman": list(versi.halaman.all()) if versi else []}
    return render(request, "verifikasi/_banding.html", konteks)
