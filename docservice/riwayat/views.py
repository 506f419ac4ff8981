"""One's own career history: the rows, a proposal, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from docservice.akun.models import Pengguna
from docservice.akun.request import Permintaan
from docservice.dokumen.models import Dokumen
from docservice.pegawai.models import Pegawai
from docservice.pegawai.permissions import ambil_pegawai
from docservice.riwayat import actions
from docservice.riwayat.bukti import kurang_bukti
from docservice.riwayat.forms import KlarifikasiForm, KonfirmasiForm, SiasnForm
from docservice.riwayat.jenis import SEMUA, JenisRiwayat, Kelompok
from docservice.riwayat.kata import isi_baris, yang_terisi
from docservice.riwayat.kini import paling_berlaku
from docservice.riwayat.koreksi import perubahan
from docservice.riwayat.masa import riwayat_habis
from docservice.riwayat.models import Riwayat
from docservice.riwayat.perjalanan import perjalanan
from docservice.riwayat.permissions import ambil_riwayat, may_catat_siasn, may_isikan
from docservice.riwayat.permissions_klarifikasi import may_klarifikasi
from docservice.riwayat.status import ALUR_RIWAYAT, TERBUKA, StatusRiwayat
from docservice.umum.errors import KesalahanDomain

TAMPIL = (*TERBUKA, StatusRiwayat.TERVALIDASI, StatusRiwayat.DITOLAK)
"""What was withdrawn stays in the journal but clutters no page."""


@login_required
@require_GET
def riwayat(request: Permintaan) -> HttpResponse:
    """A timeline per kind, newest first, proposals above; ``?pegawai=`` for officers."""
    nip = request.GET.get("pegawai", "")
    pegawai = ambil_pegawai(request.user, nip) if nip else sendiri(request)
    pilih = _pilihan(request)
    baris = Riwayat.objects.visible_to(request.user).milik(pegawai).filter(status__in=TAMPIL, jenis__in=pilih.kode)
    semua = list(baris.prefetch_related("bukti"))
    kelompok = [_kelompok(SEMUA[kode], [b for b in semua if b.jenis == kode]) for kode in pilih.kode]
    konteks = {
        "pegawai": pegawai,
        "sendiri": pegawai.pengguna_id == request.user.pk,
        "dapat_isikan": may_isikan(request.user, pegawai),
        "pilih": pilih,
        "tab": list(Kelompok),
        "kelompok": [k for k in kelompok if k.isi or not pilih.semua],
        "kosong": [k.jenis for k in kelompok if not k.isi] if pilih.semua else [],
        "dokumen": {d.pk: d for d in bukti_tampak(request, semua)},
        "kurang_bukti": kurang_bukti(semua),
        "habis": {satu.pk for satu, _ in riwayat_habis(pegawai)},
    }
    return render(request, "riwayat/riwayat.html", konteks)


@dataclass(frozen=True)
class Pilihan:
    """Which kinds the page shows: all, those of one group (its name), or one."""

    kode: list[str]
    kelompok: str = ""

    @property
    def semua(self) -> bool:
        return len(self.kode) == len(SEMUA)


def _pilihan(request: Permintaan) -> Pilihan:
    """``?kelompok=`` or ``?jenis=``; what nobody knows shows everything."""
    jenis, kelompok = request.GET.get("jenis", ""), request.GET.get("kelompok", "")
    if jenis in SEMUA:
        return Pilihan([jenis], SEMUA[jenis].kelompok)
    anggota = [j.kode for j in SEMUA.values() if j.kelompok == kelompok]
    return Pilihan(anggota, kelompok) if anggota else Pilihan(list(SEMUA))


@dataclass(frozen=True)
class BarisJenis:
    """The rows of one kind: proposals above, what is validated below, what stands apart last."""

    jenis: JenisRiwayat
    usulan: list[Riwayat]
    sah: list[Riwayat]
    terpisah: list[Riwayat]

    @property
    def isi(self) -> bool:
        return bool(self.usulan or self.sah or self.terpisah)

    @property
    def nanti(self) -> list[Riwayat]:
        """Validated, but its day is still to come: no longer news, not yet the present."""
        return [b for b in self.sah if b.tmt and b.tmt > timezone.localdate()] if self.jenis.tunggal else []

    @property
    def kini(self) -> Riwayat | None:
        """The row in force, of a kind that has one at a time."""
        return paling_berlaku(self.sah, self.jenis) if self.jenis.tunggal else None


def _kelompok(jenis: JenisRiwayat, baris: list[Riwayat]) -> BarisJenis:
    tervalidasi = [b for b in baris if b.status == StatusRiwayat.TERVALIDASI]
    sah = [b for b in tervalidasi if not jenis.terpisah(b.data)]
    terpisah = [b for b in tervalidasi if b not in sah]
    return BarisJenis(jenis, [b for b in baris if b not in tervalidasi], sah, terpisah)


def sendiri(request: Permintaan) -> Pegawai:
    pegawai: Pegawai | None = getattr(request.user, "pegawai", None)
    if pegawai is None:
        raise Http404
    return pegawai


def bukti_tampak(request: Permintaan, baris: list[Riwayat]) -> list[Dokumen]:
    """The proving documents that this person may see."""
    tampak = Dokumen.objects.visible_to(request.user).filter(bukti_riwayat__riwayat__in=baris)
    return list(tampak.select_related("jenis", "pegawai__unit"))


@login_required
@require_GET
def usulan(request: Permintaan, pk: int) -> HttpResponse:
    """One row with its proof and its way through the offices."""
    satu = ambil_riwayat(request.user, pk)
    return halaman_usulan(request, satu)


def halaman_usulan(
    request: Permintaan,
    satu: Riwayat,
    *,
    konfirmasi: KonfirmasiForm | None = None,
    klarifikasi: KlarifikasiForm | None = None,
    siasn: SiasnForm | None = None,
    galat: KesalahanDomain | None = None,
) -> HttpResponse:
    """The row, with a form that was refused as it was sent."""
    pemilik = satu.pegawai.pengguna_id == request.user.pk
    konteks = {
        "riwayat": satu,
        "pemilik": pemilik,
        "isi": yang_terisi(satu.skema, isi_baris(satu.skema, satu.data)),
        "kurang_bukti": kurang_bukti([satu]).get(satu.pk, []),
        "bukti": bukti_tampak(request, [satu]),
        "perubahan": perubahan(satu),
        "pengganti": satu.pengganti.filter(status__in=TAMPIL).first(),
        "dapat_koreksi": _dapat_koreksi(satu) and (pemilik or may_isikan(request.user, satu.pegawai)),
        "dapat_perbaiki": pemilik and satu.status == StatusRiwayat.DRAF,
        "konfirmasi": (konfirmasi or KonfirmasiForm(initial={"revisi": satu.revisi}))
        if pemilik and satu.status == StatusRiwayat.KONFIRMASI
        else None,
        "dapat_tarik": _dapat_tarik(request.user, satu),
        "siasn": (siasn or SiasnForm(initial={"siasn_id": satu.siasn_id}))
        if may_catat_siasn(request.user, satu)
        else None,
        "galat": galat,
        **konteks_perjalanan(request.user, satu, "usulan", klarifikasi),
    }
    salah = any(formulir is not None and formulir.errors for formulir in (konfirmasi, klarifikasi, siasn))
    return render(request, "riwayat/usulan.html", konteks, status=galat.status if galat else 422 if salah else 200)


def konteks_perjalanan(
    pengguna: Pengguna, satu: Riwayat, dari: str, formulir: KlarifikasiForm | None = None
) -> dict[str, Any]:
    """The way of a row, and the form to ask or answer for whoever may; *dari* names the page."""
    dapat = may_klarifikasi(pengguna, satu)
    formulir = formulir or KlarifikasiForm(initial={"dari": dari})
    return {"perjalanan": perjalanan(satu, pengguna), "klarifikasi": formulir if dapat else None}


def _dapat_tarik(pengguna: Pengguna, satu: Riwayat) -> bool:
    """The owner; of what waits for the owner's word, whoever filled it in (the owner says no instead)."""
    if satu.status == StatusRiwayat.KONFIRMASI:
        return satu.dibuat_oleh_id == pengguna.pk
    return satu.pegawai.pengguna_id == pengguna.pk and ALUR_RIWAYAT.boleh(satu.status, StatusRiwayat.DIBATALKAN)


def _dapat_koreksi(satu: Riwayat) -> bool:
    sah = satu.status == StatusRiwayat.TERVALIDASI and satu.sumber != Riwayat.Sumber.TERBITAN
    return sah and not satu.pengganti.filter(status__in=TERBUKA).exists()


@login_required
@require_POST
def tarik(request: Permintaan, pk: int) -> HttpResponse:
    """Take one's own proposal back; a later state refuses with its sentence."""
    satu = actions.batalkan(by=request.user, riwayat=ambil_riwayat(request.user, pk))
    if satu.pegawai.pengguna_id == request.user.pk:
        messages.success(request, "Usulan ditarik. Dokumennya tetap di arsip Anda.")
        return redirect("riwayat:riwayat")
    messages.success(request, f"Usulan untuk {satu.pegawai.nama} ditarik.")
    return redirect(f"{reverse('riwayat:riwayat')}?pegawai={satu.pegawai.nip}")
