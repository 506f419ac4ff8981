"""Proposing a row: choose the evidence, answer what was read, look once more, send (screens §4.6).

The steps live in the form itself, posted from one to the next; what is typed is kept for its writer meanwhile.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from docservice.akun.isian import selesai, simpan_sendiri
from docservice.akun.request import Permintaan
from docservice.dokumen.actions import catat_baca
from docservice.dokumen.permissions import ambil_dokumen
from docservice.dokumen.temuan import nip_lain
from docservice.riwayat import actions
from docservice.riwayat.atas_nama import isikan
from docservice.riwayat.bukti import periksa_slot
from docservice.riwayat.forms import AlasanForm, AtasNamaForm, PernyataanForm, TanpaBuktiForm, UsulanForm
from docservice.riwayat.kata import isi_baris, yang_terisi
from docservice.riwayat.koreksi import check_may_diperbaiki, dibanding
from docservice.riwayat.models import Riwayat
from docservice.riwayat.peringatan import peringatan
from docservice.riwayat.permissions import ambil_riwayat, check_may_isikan, check_may_usulkan
from docservice.riwayat.pilihan_bukti import dengan_pilihan, pilihan_bukti
from docservice.riwayat.saran import saran_isian
from docservice.riwayat.status import ALUR_RIWAYAT, StatusRiwayat
from docservice.riwayat.tautan import DAPAT_MEMBUKTIKAN, jenis_dari, riwayat_dari
from docservice.riwayat.usulan import Usulan
from docservice.riwayat.views import bukti_tampak
from docservice.riwayat.views_bukti import pilih_bukti
from docservice.umum.errors import BelumLengkap, IsianSalah, KesalahanDomain, SudahBerubah
from docservice.umum.formulir import kalimat as satu_kalimat
from docservice.umum.nomor import nomor
from docservice.umum.waktu import maju_hari_kerja, tanggal_panjang

BACAAN_LAIN = "Berkas ini baru saja diganti. Isian Anda tetap ada; bandingkan dengan bacaan yang baru."


@login_required
@require_http_methods(["GET", "POST"])
def baru(request: Permintaan) -> HttpResponse:
    """``?dokumen=`` the evidence, ``&jenis=`` the kind when the document could prove several, ``&koreksi=`` the row."""
    bukti, lama = nomor(request.GET.get("dokumen", "")), _dikoreksi(request)
    if bukti is None:
        return pilih_bukti(request, lama=lama)
    dokumen = ambil_dokumen(request.user, bukti)
    atas_nama = dokumen.pegawai.pengguna_id != request.user.pk
    if atas_nama:
        check_may_isikan(request.user, dokumen.pegawai)
    diminta = lama.jenis if lama else request.GET.get("jenis", "")
    jenis = next((j for j in jenis_dari(dokumen) if diminta in ("", j.kode)), None)
    if jenis is None:
        kalimat = f"{dokumen.judul} bukan bukti riwayat. Pilih dokumen lain."
        return pilih_bukti(request, kalimat, pegawai=dokumen.pegawai, lama=lama)
    ada = riwayat_dari(dokumen, jenis)
    if ada and ada != lama:  # a double press, or someone returning by the back button
        return redirect("riwayat:usulan", pk=ada.pk)
    if dokumen.status not in DAPAT_MEMBUKTIKAN:
        return redirect("dokumen:proses", pk=dokumen.pk)
    if atas_nama and request.method == "GET":
        catat_baca(by=request.user, dokumen=dokumen, cara="lihat", peran=request.peran.konteks)
    return _langkah(request, Usulan(dokumen.pegawai, jenis, [dokumen], atas_nama=atas_nama, koreksi=lama))


def _dikoreksi(request: Permintaan) -> Riwayat | None:
    """The row that is to be corrected; 404 for one that is not one's to see."""
    koreksi = nomor(request.GET.get("koreksi", ""))
    if koreksi is None:
        return None
    lama = ambil_riwayat(request.user, koreksi)
    if lama.pegawai.pengguna_id != request.user.pk:
        check_may_isikan(request.user, lama.pegawai)
    check_may_diperbaiki(lama, lama.pegawai, lama.jenis)
    return lama


@login_required
@require_http_methods(["GET", "POST"])
def perbaiki(request: Permintaan, pk: int) -> HttpResponse:
    """A proposal that came back: what was typed is there, the readings are to be answered again."""
    satu = ambil_riwayat(request.user, pk)
    check_may_usulkan(request.user, satu.pegawai)
    ALUR_RIWAYAT.periksa(satu.status, StatusRiwayat.DIAJUKAN)
    bukti = bukti_tampak(request, [satu])
    if not bukti:
        pilihan = nomor(request.GET.get("dokumen", ""))
        dokumen = None if pilihan is None else ambil_dokumen(request.user, pilihan)
        if dokumen is None or satu.skema not in jenis_dari(dokumen):
            return pilih_bukti(request, pegawai=satu.pegawai, hanya=satu.skema)
        bukti = [dokumen]
    bukti.sort(key=lambda dokumen: dokumen.jenis_id not in satu.skema.mulai_dari)
    return _langkah(request, Usulan(satu.pegawai, satu.skema, bukti, satu))


def _langkah(request: Permintaan, usulan: Usulan) -> HttpResponse:
    """``langkah``: *simpan* keeps what is typed, *periksa* leads to the summary, *ubah* back, *ajukan* sends."""
    if request.POST.get("langkah") == "simpan":
        return simpan_sendiri(request)
    saran = saran_isian(usulan.jenis.kode, usulan.sumber) if usulan.sumber else {}
    asal = usulan.riwayat or usulan.koreksi
    semula = asal.data if asal else None
    isi = _terkirim(request)
    usulan = dengan_pilihan(request.user, usulan, isi)
    formulir = UsulanForm(usulan.jenis, saran, data=isi, semula=semula)
    if isi is not None and isi.get("sha256", "") != usulan.sha256:
        return _isian(request, usulan, formulir, galat=SudahBerubah(BACAAN_LAIN))
    if request.method == "GET":
        return _isian(request, usulan, formulir)
    sah, langkah = formulir.is_valid(), request.POST.get("langkah")
    if langkah == "ubah":
        return _isian(request, usulan, formulir)
    kurang = _kurang_bukti(request, usulan, formulir) if sah else None
    if kurang or not sah:
        return _isian(request, usulan, formulir, galat=kurang, status=422)
    if langkah != "ajukan":
        return _ringkasan(request, usulan, formulir)
    try:
        satu = _ajukan(request, usulan, formulir)
    except KesalahanDomain as salah:
        if usulan.basi(request):
            return _isian(request, usulan, formulir, galat=salah, basi=True)
        return _ringkasan(request, usulan, formulir, galat=salah)
    if usulan.atas_nama:
        messages.success(
            request, f"Terisi. {usulan.pegawai.nama} diminta mengonfirmasinya; sebelum itu tidak diperiksa."
        )
    else:
        paling_lambat = tanggal_panjang(maju_hari_kerja(timezone.localdate(), settings.VERIFICATION_DAYS))
        unit = satu.pegawai.unit.singkatan or satu.pegawai.unit.nama
        kalimat = f"Fasilitator {unit} memeriksa paling lambat {paling_lambat}. Anda akan diberi tahu."
        messages.success(request, f"Usulan Anda diajukan. {kalimat}")
    return selesai(redirect("riwayat:usulan", pk=satu.pk))


def _terkirim(request: Permintaan) -> QueryDict | None:
    """What was sent, or was typed on this page before; a form without any field is sent all the same."""
    return request.POST if request.method == "POST" else request.isian_kembali or None


def _kurang_bukti(request: Permintaan, usulan: Usulan, formulir: UsulanForm) -> KesalahanDomain | None:
    """Said at the form, not at the end of the way."""
    try:
        periksa_slot(usulan.jenis, formulir.data, usulan.bukti, satu_kalimat(request.POST, "tanpa_bukti", 300))
    except (BelumLengkap, IsianSalah) as salah:
        return salah
    return None


def _ajukan(request: Permintaan, usulan: Usulan, formulir: UsulanForm) -> Riwayat:
    revisi = nomor(request.POST.get("revisi", ""))
    if usulan.riwayat is not None and revisi is None:
        raise BelumLengkap("Formulir ini tidak lengkap. Muat ulang halaman lalu ajukan lagi.")
    isi: dict[str, Any] = {
        "by": request.user,
        "pegawai": usulan.pegawai,
        "jenis": usulan.jenis.kode,
        "data": formulir.data,
        "bukti": usulan.bukti,
        "asal": formulir.asal,
        "pernyataan": request.POST.get("pernyataan") == "on",
        "menggantikan": usulan.koreksi,
        "alasan": request.POST.get("alasan", ""),
        "tanpa_bukti": satu_kalimat(request.POST, "tanpa_bukti", 300),
    }
    if usulan.atas_nama:
        return isikan(**isi)
    return actions.ajukan(**isi, riwayat=usulan.riwayat, revisi=revisi if usulan.riwayat else None)


def _isian(
    request: Permintaan,
    usulan: Usulan,
    formulir: UsulanForm,
    *,
    galat: KesalahanDomain | None = None,
    status: int = 200,
    basi: bool = False,
) -> HttpResponse:
    """*basi*: the next press stands on the row as it is now, which is shown where it differs."""
    kini = usulan.riwayat.revisi if usulan.riwayat else ""
    isi = _terkirim(request)
    versi = usulan.sumber.versi_terbuka if usulan.sumber else None
    tanpa = TanpaBuktiForm(isi)
    if galat and (pesan := galat.isian.get("tanpa_bukti")):
        tanpa.add_error("tanpa_bukti", pesan)
    konteks = {
        "usulan": usulan,
        "formulir": formulir,
        "versi": versi,
        "halaman": {h.nomor: h for h in versi.halaman.all()} if versi else {},
        "nip_lain": nip_lain(usulan.sumber) if usulan.sumber else None,
        "revisi": kini if basi or isi is None else isi.get("revisi", kini),
        "terbaru": _berbeda(usulan, formulir) if basi else [],
        "galat": galat,
        "bukti": pilihan_bukti(usulan),
        "tanpa": tanpa,
    }
    return render(request, "riwayat/isian.html", konteks, status=galat.status if galat else status)


def _berbeda(usulan: Usulan, formulir: UsulanForm) -> list[tuple[str, str]]:
    """(label, value) of the stored row where it is not what was typed."""
    assert usulan.riwayat is not None
    diketik = {nama: nilai for nama, _, nilai in formulir.ringkasan}
    tersimpan = isi_baris(usulan.jenis, usulan.riwayat.data)
    return [(label, nilai) for nama, label, nilai in tersimpan if diketik.get(nama) != nilai]


def _ringkasan(
    request: Permintaan, usulan: Usulan, formulir: UsulanForm, *, galat: KesalahanDomain | None = None
) -> HttpResponse:
    konteks = {
        "usulan": usulan,
        "ringkasan": yang_terisi(usulan.jenis, formulir.ringkasan),
        "tanpa_bukti": request.POST.get("tanpa_bukti", "").strip(),
        "peringatan": peringatan(
            usulan.pegawai,
            usulan.jenis.kode,
            formulir.formulir.cleaned_data,
            kecuali=usulan.lama,
            bukti=usulan.bukti,
        ),
        "terkirim": [
            (k, v)
            for k, semua in request.POST.lists()
            for v in semua
            if k not in ("csrfmiddlewaretoken", "langkah", "pernyataan", "alasan")
        ],
        "pernyataan": (AtasNamaForm if usulan.atas_nama else PernyataanForm)(request.POST if galat else None),
        "alasan": AlasanForm(request.POST if galat else None) if usulan.koreksi else None,
        "perubahan": dibanding(usulan.lama, formulir.ringkasan, penuh=True),
        "galat": galat,
    }
    return render(request, "riwayat/ringkasan.html", konteks, status=galat.status if galat else 200)
