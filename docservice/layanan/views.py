"""The catalogue, the check before asking, the request page, the officers' queue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from docservice.akun.request import Permintaan
from docservice.layanan import actions, bicara
from docservice.layanan.forms import (
    AjukanForm,
    AlasanForm,
    JawabKeberatanForm,
    KeberatanForm,
    PertekForm,
    PesanForm,
    SaringForm,
)
from docservice.layanan.katalog import Baris, baris_katalog, lama_nyata, periksa
from docservice.layanan.kelayakan import Pemeriksaan
from docservice.layanan.models import Layanan, Permohonan
from docservice.layanan.perjalanan import LABEL, kalimat_sekarang, perjalanan
from docservice.layanan.permissions import (
    ambil_permohonan,
    may_ajukan_keberatan,
    may_jawab_keberatan,
    may_putuskan,
    may_tulis_pesan,
)
from docservice.layanan.status import StatusPermohonan
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import KesalahanDomain

P = StatusPermohonan
PER_HALAMAN = 50
KELOMPOK = ("Kepangkatan dan gaji", "Jabatan", "Cuti", "Keluarga", "Belajar", "Pensiun", "Lainnya")
"""The catalogue from what is asked for most to what is left over."""


@login_required
@require_GET
def katalog(request: Permintaan) -> HttpResponse:
    """All services by group, first what can be asked for; it leads to its check."""
    q = request.GET.get("q", "").strip()[:100]
    semua = Layanan.objects.prefetch_related("versi")
    if q:
        semua = semua.filter(Q(nama__icontains=q) | Q(hasil__icontains=q) | Q(kelompok__icontains=q))
    kelompok: dict[str, list[Baris]] = {nama: [] for nama in KELOMPOK}
    for satu in baris_katalog(list(semua)):
        kelompok.setdefault(satu.layanan.kelompok, []).append(satu)
    milik = Permohonan.objects.filter(pegawai__pengguna=request.user).select_related("layanan")
    kelompok = {nama: isi for nama, isi in kelompok.items() if isi}
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
    menunggu = Permohonan.objects.menunggu(request.user)
    saring = SaringForm(request.GET, asal=menunggu)
    urut = saring.terapkan(menunggu).select_related("pegawai__unit", "layanan").order_by("sejak", "pk")
    halaman = Paginator(urut, PER_HALAMAN).get_page(request.GET.get("hal"))
    return render(request, "layanan/antrean.html", {"halaman": halaman, "saring": saring})


@login_required
@require_GET
def permohonan(request: Permintaan, pk: int) -> HttpResponse:
    return _halaman(request, ambil_permohonan(request.user, pk))


def _halaman(request: Permintaan, satu: Permohonan, *, status: int = 200, **lain: Any) -> HttpResponse:
    """The request page; the officer whose turn it is gets the decision bar."""
    pemohon = satu.pegawai.pengguna_id == request.user.pk
    petugas, naskah = may_putuskan(request.user, satu), getattr(satu, "naskah", None)
    konteks = {
        "permohonan": satu,
        "pemohon": pemohon,
        "petugas": petugas,
        "langkah": perjalanan(satu),
        "sekarang": kalimat_sekarang(satu, pemohon=pemohon),
        "berkas": satu.berkas.select_related("dokumen__jenis"),
        "putusan": satu.putusan.select_related("oleh"),
        "pesan": satu.pesan.select_related("oleh"),
        "naskah": naskah,
        "naskah_terbaca": naskah is not None
        and type(naskah).objects.visible_to(request.user).filter(pk=naskah.pk).exists(),
        "keberatan": getattr(satu, "keberatan", None),
        "hasil": periksa(satu.layanan, satu.pegawai, beku=satu.aturan_beku)
        if pemohon and satu.status == P.BTL
        else None,
        "formulir": _formulir() | lain.pop("formulir", {}),
        "dapat_teruskan": petugas and satu.status in (P.FASILITATOR, P.BKPSDM),
        "dapat_pertek": petugas and satu.status == P.EKSTERNAL,
        "dapat_btl": petugas and satu.status != P.DRAF_NASKAH,
        "akhir": AKHIR.get(satu.status) if petugas else None,
        "dapat_batal": pemohon and satu.status in (P.FASILITATOR, P.BTL),
        "dapat_bicara": may_tulis_pesan(request.user, satu),
        "dapat_keberatan": may_ajukan_keberatan(request.user, satu),
        "dapat_jawab": may_jawab_keberatan(request.user, satu),
    }
    return render(request, "layanan/permohonan.html", konteks | lain, status=status)


def _formulir() -> dict[str, forms.Form]:
    """Empty ones, new for every request: a form keeps what is typed into it."""
    return {
        "btl": AlasanForm(ke=(P.BTL,), auto_id="btl_%s"),
        "tms": AlasanForm(ke=(P.TMS,), auto_id="tms_%s"),
        "tolak": AlasanForm(ke=(P.DITOLAK,), auto_id="tolak_%s"),
        "pertek": PertekForm(),
        "pesan": PesanForm(auto_id="pesan_%s"),
        "keberatan": KeberatanForm(auto_id="keberatan_%s"),
        "jawab": JawabKeberatanForm(auto_id="jawab_%s"),
    }


AKHIR: dict[str, tuple[str, str, str, str]] = {
    P.BKPSDM: (
        "tms",
        "Tidak memenuhi syarat (TMS)",
        "TMS bersifat akhir untuk periode ini.",
        "Nyatakan tidak memenuhi syarat?",
    ),
    P.EKSTERNAL: (
        "tolak",
        "Tidak disetujui BKN",
        "Penolakan BKN mengakhiri permohonan ini.",
        "Catat penolakan BKN?",
    ),
}
"""How an officer may end a request at this stage: action, button, what to know first, the question asked once more."""


@login_required
@require_POST
def putuskan(request: Permintaan, pk: int, tindakan: str) -> HttpResponse:
    """One act on a request, by its name in the address."""
    satu = ambil_permohonan(request.user, pk)
    if tindakan not in TINDAKAN:
        raise Http404
    bangun, kerja, kabar = TINDAKAN[tindakan]
    formulir = bangun(request.POST) if bangun else None
    if formulir is not None and not formulir.is_valid():
        return _halaman(request, satu, status=422, formulir={tindakan: formulir}, terbuka=tindakan)
    if tindakan in ("tms", "tolak") and may_putuskan(request.user, satu) and "yakin" not in request.POST:
        return _halaman(request, satu, formulir={tindakan: formulir}, yakin=tindakan)
    try:
        kerja(by=request.user, permohonan=satu, **(formulir.cleaned_data if formulir else {}))
    except KesalahanDomain as salah:
        satu = ambil_permohonan(request.user, pk)
        lain = {"formulir": {tindakan: formulir}} if formulir else {}
        return _halaman(request, satu, status=salah.status, galat=salah.pesan, **lain)
    messages.success(request, kabar)
    return redirect("layanan:permohonan", pk=satu.pk)


def _catat_pertek(*, by: Any, permohonan: Permohonan, pertek_nomor: str, pertek_tanggal: Any) -> Permohonan:
    return actions.catat_pertek(by=by, permohonan=permohonan, nomor=pertek_nomor, tanggal=pertek_tanggal)


def _alasan(tindakan: str, ke: StatusPermohonan) -> Callable[[Any], forms.Form]:
    return lambda kiriman: AlasanForm(kiriman, ke=(ke,), auto_id=f"{tindakan}_%s")


TINDAKAN: dict[str, tuple[Callable[[Any], forms.Form] | None, Callable[..., Any], str]] = {
    "teruskan": (None, actions.teruskan, "Permohonan diteruskan."),
    "btl": (_alasan("btl", P.BTL), actions.btl, "Permohonan dikembalikan untuk dilengkapi."),
    "tms": (_alasan("tms", P.TMS), actions.tms, "Permohonan dinyatakan tidak memenuhi syarat."),
    "tolak": (_alasan("tolak", P.DITOLAK), actions.tolak, "Penolakan BKN dicatat; pemohon dikabari."),
    "pertek": (PertekForm, _catat_pertek, "Pertimbangan teknis BKN dicatat. SK dapat disusun."),
    "lengkapi": (None, actions.lengkapi, "Permohonan dikirim lagi."),
    "batalkan": (None, actions.batalkan, "Permohonan dibatalkan."),
    "pesan": (lambda isi: PesanForm(isi, auto_id="pesan_%s"), bicara.tulis_pesan, "Pesan terkirim."),
    "keberatan": (
        lambda isi: KeberatanForm(isi, auto_id="keberatan_%s"),
        bicara.ajukan_keberatan,
        "Keberatan Anda diajukan. Administrator lain menjawabnya paling lambat 10 hari kerja lagi.",
    ),
    "jawab": (
        lambda isi: JawabKeberatanForm(isi, auto_id="jawab_%s"),
        bicara.jawab_keberatan,
        "Keberatan dijawab; pemohon dikabari.",
    ),
}
