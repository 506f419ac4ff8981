"""The catalogue, the check before asking, the request page, the officers' queue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.layanan import actions
from docservice.layanan.forms import AjukanForm, AlasanForm, PertekForm
from docservice.layanan.katalog import Baris, baris_katalog, lama_nyata, periksa
from docservice.layanan.kelayakan import Pemeriksaan
from docservice.layanan.models import Layanan, Permohonan
from docservice.layanan.perjalanan import LABEL, kalimat_sekarang, perjalanan
from docservice.layanan.permissions import ambil_permohonan, may_putuskan
from docservice.layanan.status import StatusPermohonan
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import KesalahanDomain


@login_required
@require_GET
def katalog(request: Permintaan) -> HttpResponse:
    """All services by group, first what can be asked for; it leads to its check."""
    q = request.GET.get("q", "").strip()[:100]
    semua = Layanan.objects.prefetch_related("versi")
    if q:
        semua = semua.filter(Q(nama__icontains=q) | Q(hasil__icontains=q) | Q(kelompok__icontains=q))
    kelompok: dict[str, list[Baris]] = {}
    for satu in baris_katalog(list(semua)):
        kelompok.setdefault(satu.layanan.kelompok, []).append(satu)
    milik = Permohonan.objects.filter(pegawai__pengguna=request.user).select_related("layanan")
    konteks = {"kelompok": kelompok, "milik": milik, "q": q, "sekarang": [] if q else _sekarang(request, kelompok)}
    return render(request, "layanan/katalog.html", konteks)


def _sekarang(request: Permintaan, kelompok: dict[str, list[Baris]]) -> list[tuple[Layanan, str, Pemeriksaan]]:
    """What this person can ask for now, or from a day that is known."""
    pegawai = getattr(request.user, "pegawai", None)
    if pegawai is None:
        return []
    dibuka = [satu.layanan for daftar in kelompok.values() for satu in daftar if satu.dibuka]
    hasil = [(satu, periksa(satu, pegawai)) for satu in dibuka]
    return [(satu, cek.judul(satu), cek) for satu, cek in hasil if all(b.mulai for b in cek.tidak)]


@login_required
@require_http_methods(["GET", "POST"])
def cek(request: Permintaan, kode: str) -> HttpResponse:
    """What is missing, waiting, fulfilled; asking is always possible and says what is missing."""
    layanan, pegawai = get_object_or_404(Layanan, pk=kode), _pegawai(request)
    formulir, galat = AjukanForm(request.POST or None), ""
    if request.method == "POST":
        try:
            pernyataan = formulir.is_valid()
            permohonan = actions.ajukan(by=request.user, layanan=layanan, pegawai=pegawai, pernyataan=pernyataan)
        except KesalahanDomain as salah:
            galat = salah.pesan
            if salah.kode == "masih_berjalan" and (ada := _berjalan(layanan, pegawai)):  # pressed twice, or forgotten
                messages.info(request, galat)
                return redirect("layanan:permohonan", pk=ada.pk)
        else:
            messages.success(request, f"Permohonan Anda diajukan dengan nomor {permohonan.nomor}.")
            return redirect("layanan:permohonan", pk=permohonan.pk)
    hasil = periksa(layanan, pegawai)
    konteks = {"layanan": layanan, "hasil": hasil, "judul": hasil.judul(layanan), "formulir": formulir, "galat": galat}
    konteks |= {"berjalan": _berjalan(layanan, pegawai), "lama": lama_nyata().get(kode, layanan.hari_kerja)}
    konteks["tahap"] = [(LABEL.get(StatusPermohonan(t.status), t.status), t) for t in layanan.tahap_berlaku]
    konteks["aturan"] = list(dict.fromkeys(satu.dasar for satu in hasil.butir if satu.dasar))
    templat = "layanan/_syarat.html" if request.htmx else "layanan/cek.html"
    return render(request, templat, konteks, status=422 if galat else 200)


def _berjalan(layanan: Layanan, pegawai: Pegawai) -> Permohonan | None:
    return Permohonan.objects.terbuka().filter(pegawai=pegawai, layanan=layanan).first()


def _pegawai(request: Permintaan) -> Pegawai:
    pegawai = getattr(request.user, "pegawai", None)
    if pegawai is None:
        raise Http404
    return pegawai  # type: ignore[no-any-return]


@login_required
@require_GET
def antrean(request: Permintaan) -> HttpResponse:
    """Requests on which this person is to act."""
    menunggu = Permohonan.objects.menunggu(request.user).select_related("pegawai__unit", "layanan").order_by("sejak")
    return render(request, "layanan/antrean.html", {"menunggu": menunggu})


@login_required
@require_GET
def permohonan(request: Permintaan, pk: int) -> HttpResponse:
    return _halaman(request, ambil_permohonan(request.user, pk))


def _halaman(request: Permintaan, satu: Permohonan, *, status: int = 200, **lain: Any) -> HttpResponse:
    """The request page; the officer whose turn it is gets the decision bar."""
    pemohon = satu.pegawai.pengguna_id == request.user.pk
    petugas = may_putuskan(request.user, satu)
    konteks = {
        "permohonan": satu,
        "pemohon": pemohon,
        "petugas": petugas,
        "langkah": perjalanan(satu),
        "sekarang": kalimat_sekarang(satu, pemohon=pemohon),
        "berkas": satu.berkas.select_related("dokumen__jenis"),
        "putusan": satu.putusan.select_related("oleh"),
        "naskah": getattr(satu, "naskah", None),
        "alasan": AlasanForm(),
        "pertek": PertekForm(),
        "dapat_teruskan": petugas and satu.status in (StatusPermohonan.FASILITATOR, StatusPermohonan.BKPSDM),
        "dapat_pertek": petugas and satu.status == StatusPermohonan.EKSTERNAL,
        "dapat_btl": petugas and satu.status != StatusPermohonan.DRAF_NASKAH,
        "akhir": AKHIR.get(satu.status),
        "dapat_batal": pemohon and satu.status in (StatusPermohonan.FASILITATOR, StatusPermohonan.BTL),
    }
    return render(request, "layanan/permohonan.html", konteks | lain, status=status)


AKHIR: dict[str, tuple[str, str, str]] = {
    StatusPermohonan.BKPSDM: ("tms", "Tidak memenuhi syarat (TMS)", "TMS bersifat akhir untuk periode ini."),
    StatusPermohonan.EKSTERNAL: ("tolak", "Tidak disetujui BKN", "Penolakan BKN mengakhiri permohonan ini."),
}
"""How an officer may end a request at this stage: action, button, what to know first."""


@login_required
@require_POST
def putuskan(request: Permintaan, pk: int, tindakan: str) -> HttpResponse:
    """One decision: forward, BTL, TMS, note the pertek, complete, withdraw."""
    satu = ambil_permohonan(request.user, pk)
    if tindakan not in TINDAKAN:
        raise Http404
    formulir_kelas, kerja, kabar = TINDAKAN[tindakan]
    formulir = formulir_kelas(request.POST) if formulir_kelas else None
    if formulir is not None and not formulir.is_valid():
        return _halaman(request, satu, status=422, **{_nama(tindakan): formulir, "terbuka": tindakan != "pertek"})
    try:
        kerja(by=request.user, permohonan=satu, **(formulir.cleaned_data if formulir else {}))
    except KesalahanDomain as salah:
        satu.refresh_from_db()
        return _halaman(request, satu, status=salah.status, galat=salah.pesan)
    messages.success(request, kabar)
    return redirect("layanan:permohonan", pk=satu.pk)


def _nama(tindakan: str) -> str:
    return "pertek" if tindakan == "pertek" else "alasan"


def _catat_pertek(*, by: Any, permohonan: Permohonan, pertek_nomor: str, pertek_tanggal: Any) -> Permohonan:
    return actions.catat_pertek(by=by, permohonan=permohonan, nomor=pertek_nomor, tanggal=pertek_tanggal)


TINDAKAN: dict[str, tuple[Any, Callable[..., Permohonan], str]] = {
    "teruskan": (None, actions.teruskan, "Permohonan diteruskan."),
    "btl": (AlasanForm, actions.btl, "Permohonan dikembalikan untuk dilengkapi."),
    "tms": (AlasanForm, actions.tms, "Permohonan dinyatakan tidak memenuhi syarat."),
    "tolak": (AlasanForm, actions.tolak, "Penolakan BKN dicatat; pemohon dikabari."),
    "pertek": (PertekForm, _catat_pertek, "Pertimbangan teknis BKN dicatat. SK dapat disusun."),
    "lengkapi": (None, actions.lengkapi, "Permohonan dikirim lagi."),
    "batalkan": (None, actions.batalkan, "Permohonan dibatalkan."),
}
