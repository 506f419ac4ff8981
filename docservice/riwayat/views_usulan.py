"""Proposing a row: choose the evidence, answer what was read, look once more, send (screens §4.6).

The steps live in the form itself, posted from one to the next: nothing is stored before it is sent.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from docservice.akun.request import Permintaan
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.permissions import ambil_dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.dokumen.temuan import nip_lain
from docservice.pegawai.models import Pegawai
from docservice.riwayat import actions
from docservice.riwayat.forms import PernyataanForm, UsulanForm
from docservice.riwayat.jenis import SEMUA, JenisRiwayat
from docservice.riwayat.kata import isi_baris
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import ambil_riwayat, check_may_usulkan
from docservice.riwayat.saran import saran_isian
from docservice.riwayat.status import ALUR_RIWAYAT, StatusRiwayat
from docservice.riwayat.tautan import DAPAT_MEMBUKTIKAN, jenis_dari, riwayat_dari
from docservice.riwayat.views import bukti_tampak, sendiri
from docservice.umum.errors import BelumLengkap, KesalahanDomain, SudahBerubah

BACAAN_LAIN = "Berkas ini baru saja diganti. Isian Anda tetap ada; bandingkan dengan bacaan yang baru."


@dataclass(frozen=True)
class Usulan:
    """What is being proposed: of whom, which kind, on which evidence, and the row that came back if any."""

    pegawai: Pegawai
    jenis: JenisRiwayat
    bukti: list[Dokumen]
    riwayat: Riwayat | None = None

    @property
    def sumber(self) -> Dokumen | None:
        return self.bukti[0] if self.bukti else None

    @property
    def sha256(self) -> str:
        """Binds the answers to the bytes they were read from."""
        versi = self.sumber.versi_terbuka if self.sumber else None
        return versi.sha256 if versi else ""

    def basi(self, request: Permintaan) -> bool:
        """Whether the form that was sent stands on an older revision of the row."""
        if self.riwayat is None or "revisi" not in request.POST:
            return False
        self.riwayat.refresh_from_db()
        return request.POST["revisi"] != str(self.riwayat.revisi)


@login_required
@require_http_methods(["GET", "POST"])
def baru(request: Permintaan) -> HttpResponse:
    """``?dokumen=`` the evidence, ``&jenis=`` the kind when the document could prove several."""
    nomor = request.GET.get("dokumen", "")
    if not nomor.isdecimal():
        return _pilih_bukti(request)
    dokumen = ambil_dokumen(request.user, int(nomor))
    check_may_usulkan(request.user, dokumen.pegawai)
    jenis = next((j for j in jenis_dari(dokumen) if request.GET.get("jenis", j.kode) == j.kode), None)
    if jenis is None:
        return _pilih_bukti(request, f"{dokumen.judul} bukan bukti riwayat. Pilih dokumen lain.")
    if lama := riwayat_dari(dokumen, jenis):  # a double press, or someone returning by the back button
        return redirect("riwayat:usulan", pk=lama.pk)
    if dokumen.status not in DAPAT_MEMBUKTIKAN:
        return redirect("dokumen:proses", pk=dokumen.pk)
    return _langkah(request, Usulan(dokumen.pegawai, jenis, [dokumen]))


@login_required
@require_http_methods(["GET", "POST"])
def perbaiki(request: Permintaan, pk: int) -> HttpResponse:
    """A proposal that came back: what was typed is there, the readings are to be answered again."""
    satu = ambil_riwayat(request.user, pk)
    check_may_usulkan(request.user, satu.pegawai)
    ALUR_RIWAYAT.periksa(satu.status, StatusRiwayat.DIAJUKAN)
    bukti = bukti_tampak(request, [satu])
    if not bukti:
        nomor = request.GET.get("dokumen", "")
        dokumen = ambil_dokumen(request.user, int(nomor)) if nomor.isdecimal() else None
        if dokumen is None or satu.skema not in jenis_dari(dokumen):
            return _pilih_bukti(request, hanya=satu.skema)
        bukti = [dokumen]
    return _langkah(request, Usulan(satu.pegawai, satu.skema, bukti, satu))


@require_GET
def _pilih_bukti(request: Permintaan, galat: str = "", hanya: JenisRiwayat | None = None) -> HttpResponse:
    """Step one: one's documents that can prove something and do not yet; *hanya* that kind."""
    pegawai = sendiri(request)
    milik = Dokumen.objects.visible_to(request.user).milik(pegawai).select_related("jenis")
    milik = milik.filter(jenis__in={kode for j in SEMUA.values() for kode in j.bukti}, sumber=Dokumen.Sumber.UNGGAHAN)
    boleh = [hanya] if hanya else [j for j in SEMUA.values() if j.ditawarkan]
    calon = [(d, j) for d in milik for j in jenis_dari(d) if j in boleh and (hanya or riwayat_dari(d, j) is None)]
    siap = [(d, j) for d, j in calon if d.status in DAPAT_MEMBUKTIKAN]
    konteks = {
        "siap": siap,
        "belum": [d for d, _ in calon if d.status == StatusDokumen.DIPROSES],
        "jenis": boleh,
        "nama_dokumen": dict(JenisDokumen.objects.filter(hanya_admin=False).values_list("kode", "nama")),
        "galat": galat,
    }
    return render(request, "riwayat/pilih_bukti.html", konteks, status=422 if galat else 200)


def _langkah(request: Permintaan, usulan: Usulan) -> HttpResponse:
    """``langkah``: *periksa* leads to the summary, *ubah* back to the fields, *ajukan* sends."""
    saran = saran_isian(usulan.jenis.kode, usulan.sumber) if usulan.sumber else {}
    semula = usulan.riwayat.data if usulan.riwayat else None
    isi = request.POST or request.isian_kembali
    formulir = UsulanForm(usulan.jenis, saran, data=isi or None, semula=semula)
    if isi and isi.get("sha256", "") != usulan.sha256:
        return _isian(request, usulan, formulir, galat=SudahBerubah(BACAAN_LAIN))
    if request.method == "GET":
        return _isian(request, usulan, formulir)
    sah, langkah = formulir.is_valid(), request.POST.get("langkah")
    if langkah == "ubah":
        return _isian(request, usulan, formulir)
    if not sah:
        return _isian(request, usulan, formulir, status=422)
    if langkah != "ajukan":
        return _ringkasan(request, usulan, formulir)
    try:
        satu = _ajukan(request, usulan, formulir)
    except KesalahanDomain as salah:
        if usulan.basi(request):
            return _isian(request, usulan, formulir, galat=salah, basi=True)
        return _ringkasan(request, usulan, formulir, galat=salah)
    messages.success(request, "Usulan Anda diajukan. Fasilitator memeriksanya, dan Anda akan diberi tahu.")
    return redirect("riwayat:usulan", pk=satu.pk)


def _ajukan(request: Permintaan, usulan: Usulan, formulir: UsulanForm) -> Riwayat:
    revisi = request.POST.get("revisi", "")
    if usulan.riwayat is not None and not revisi.isdecimal():
        raise BelumLengkap("Formulir ini tidak lengkap. Muat ulang halaman lalu ajukan lagi.")
    return actions.ajukan(
        by=request.user,
        pegawai=usulan.pegawai,
        jenis=usulan.jenis.kode,
        data=formulir.data,
        bukti=usulan.bukti,
        asal=formulir.asal,
        pernyataan=request.POST.get("pernyataan") == "on",
        riwayat=usulan.riwayat,
        revisi=int(revisi) if usulan.riwayat else None,
    )


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
    isi = request.POST or request.isian_kembali
    versi = usulan.sumber.versi_terbuka if usulan.sumber else None
    konteks = {
        "usulan": usulan,
        "formulir": formulir,
        "versi": versi,
        "halaman": {h.nomor: h for h in versi.halaman.all()} if versi else {},
        "nip_lain": nip_lain(usulan.sumber) if usulan.sumber else None,
        "revisi": kini if basi else isi.get("revisi", kini),
        "terbaru": _berbeda(usulan, formulir) if basi else [],
        "galat": galat,
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
        "ringkasan": formulir.ringkasan,
        "peringatan": actions.peringatan(usulan.pegawai, usulan.jenis.kode, formulir.formulir.cleaned_data),
        "terkirim": [
            (k, v) for k, v in request.POST.items() if k not in ("csrfmiddlewaretoken", "langkah", "pernyataan")
        ],
        "pernyataan": PernyataanForm(request.POST if galat else None),
        "galat": galat,
    }
    return render(request, "riwayat/ringkasan.html", konteks, status=galat.status if galat else 200)
