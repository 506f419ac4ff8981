"""One's own career history: the rows, a proposal, and what becomes of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from docservice.akun.request import Permintaan
from docservice.dokumen.models import Dokumen
from docservice.pegawai.models import Pegawai
from docservice.pegawai.permissions import ambil_pegawai
from docservice.riwayat import actions
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.kata import isi_baris
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import ambil_riwayat
from docservice.riwayat.status import ALUR_RIWAYAT, TERBUKA, StatusRiwayat

TAMPIL = (*TERBUKA, StatusRiwayat.TERVALIDASI, StatusRiwayat.DITOLAK)
"""What was withdrawn stays in the journal but clutters no page."""


@login_required
@require_GET
def riwayat(request: Permintaan) -> HttpResponse:
    """A timeline per kind, newest first, proposals above; ``?pegawai=`` for officers."""
    nip = request.GET.get("pegawai", "")
    pegawai = ambil_pegawai(request.user, nip) if nip else sendiri(request)
    pilih = request.GET.get("jenis", "")
    baris = Riwayat.objects.visible_to(request.user).milik(pegawai).filter(status__in=TAMPIL)
    semua = list(baris.prefetch_related("bukti"))
    jenis = [j for j in SEMUA.values() if pilih in ("", j.kode)]
    konteks = {
        "pegawai": pegawai,
        "sendiri": pegawai.pengguna_id == request.user.pk,
        "pilih": pilih,
        "jenis": SEMUA.values(),
        "kelompok": [_kelompok(j.nama, [b for b in semua if b.jenis == j.kode]) for j in jenis],
        "dokumen": {d.pk: d for d in bukti_tampak(request, semua)},
    }
    return render(request, "riwayat/riwayat.html", konteks)


def _kelompok(nama: str, baris: list[Riwayat]) -> dict[str, Any]:
    """A row whose TMT is still to come is no longer news, but not yet the present."""
    sah = [b for b in baris if b.status == StatusRiwayat.TERVALIDASI]
    nanti = [b for b in sah if b.tmt and b.tmt > timezone.localdate()]
    kini = next((b for b in sah if b not in nanti), None)
    return {"nama": nama, "usulan": [b for b in baris if b not in sah], "sah": sah, "kini": kini, "nanti": nanti}


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
    pemilik = satu.pegawai.pengguna_id == request.user.pk
    konteks = {
        "riwayat": satu,
        "pemilik": pemilik,
        "isi": isi_baris(satu.skema, satu.data),
        "bukti": bukti_tampak(request, [satu]),
        "perjalanan": _perjalanan(satu),
        "dapat_perbaiki": pemilik and satu.status == StatusRiwayat.DRAF,
        "dapat_tarik": pemilik and ALUR_RIWAYAT.boleh(satu.status, StatusRiwayat.DIBATALKAN),
    }
    return render(request, "riwayat/usulan.html", konteks)


def _perjalanan(satu: Riwayat) -> list[tuple[str, Any, str]]:
    """(word, moment, class) of each step; only a proposal travels."""
    if satu.sumber != Riwayat.Sumber.USULAN:
        return [("Tervalidasi", satu.divalidasi_pada, "lewat")]
    langkah = [("Diajukan", satu.diajukan_pada), ("Diverifikasi fasilitator", satu.diverifikasi_pada)]
    hasil = [(kata, pada, "lewat" if pada else "") for kata, pada in langkah]
    match satu.status:
        case StatusRiwayat.DITOLAK:
            return [*hasil, ("Tidak disetujui", None, "gagal")]
        case StatusRiwayat.DRAF | StatusRiwayat.DIBATALKAN:
            return [("Diajukan", satu.diajukan_pada, "lewat"), (satu.get_status_display(), None, "kini")]
        case StatusRiwayat.DIAJUKAN:
            return [hasil[0], ("Diperiksa fasilitator", None, "kini"), ("Tervalidasi", None, "")]
        case StatusRiwayat.DIVERIFIKASI:
            return [*hasil, ("Divalidasi BKPSDMD", None, "kini")]
    return [*hasil, ("Tervalidasi", satu.divalidasi_pada, "lewat")]


@login_required
@require_POST
def tarik(request: Permintaan, pk: int) -> HttpResponse:
    """Take one's own proposal back; a later state refuses with its sentence."""
    actions.batalkan(by=request.user, riwayat=ambil_riwayat(request.user, pk))
    messages.success(request, "Usulan ditarik. Dokumennya tetap di arsip Anda.")
    return redirect("riwayat:riwayat")
