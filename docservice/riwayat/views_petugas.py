"""The officers' side of a proposal: the fasilitator vouches, the administrator validates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from docservice.akun.models import Pengguna
from docservice.akun.request import Permintaan
from docservice.dokumen.actions import catat_baca
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat import actions
from docservice.riwayat.bukti import kurang_bukti
from docservice.riwayat.forms import PutusanForm
from docservice.riwayat.kata import isi_baris, kata, yang_terisi
from docservice.riwayat.klarifikasi import keadaan_klarifikasi
from docservice.riwayat.koreksi import perubahan
from docservice.riwayat.models import Riwayat
from docservice.riwayat.peringatan import peringatan_kini
from docservice.riwayat.permissions import ambil_riwayat, check_may_validasi, check_may_verifikasi_usulan
from docservice.riwayat.pindah_unit import akibat_unit
from docservice.riwayat.saran import Saran, saran_isian
from docservice.riwayat.saring import SaringUsulanForm
from docservice.riwayat.status import StatusRiwayat
from docservice.riwayat.turunan import akibat
from docservice.riwayat.views import bukti_tampak, konteks_perjalanan
from docservice.umum.errors import KesalahanDomain, TidakBerwenang
from docservice.umum.formulir import dengan_revisi, tombol

PER_HALAMAN = 50
ASAL = {"sesuai": "Sesuai bacaan", "diperbaiki": "Diperbaiki pegawai", "diketik": "Diketik pegawai"}


@dataclass(frozen=True)
class Tindakan:
    """One button: what it does, whether it needs the note, what is said afterwards."""

    kode: str
    label: str
    ikon: str
    kerja: Callable[..., Riwayat]
    bercatatan: bool
    kabar: str


KEMBALIKAN = Tindakan(
    "kembalikan", "Kembalikan", "panah-balik", actions.kembalikan, True, "Usulan dikembalikan kepada pegawai."
)


@dataclass(frozen=True)
class Meja:
    """One officer's desk: whose turn, which decisions, which addresses."""

    judul: str
    kosong: str
    antrean: str
    putuskan: str
    status: StatusRiwayat
    periksa: Callable[[Pengguna, Riwayat], None]
    tindakan: tuple[Tindakan, ...]


FASILITATOR = Meja(
    "Usulan riwayat",
    "Tidak ada usulan yang menunggu Anda.",
    "riwayat:antrean",
    "riwayat:periksa",
    StatusRiwayat.DIAJUKAN,
    check_may_verifikasi_usulan,
    (
        Tindakan(
            "verifikasi",
            "Verifikasi",
            "centang",
            actions.verifikasi,
            False,
            "Usulan diverifikasi dan diteruskan ke BKPSDMD.",
        ),
        KEMBALIKAN,
    ),
)
ADMINISTRATOR = Meja(
    "Validasi riwayat",
    "Tidak ada usulan yang menunggu validasi.",
    "riwayat:validasi",
    "riwayat:putuskan",
    StatusRiwayat.DIVERIFIKASI,
    check_may_validasi,
    (
        Tindakan("validasi", "Validasi", "centang-bulat", actions.validasi, False, "Riwayat tervalidasi."),
        KEMBALIKAN,
        Tindakan("tolak", "Tidak setujui", "silang-bulat", actions.tolak, True, "Usulan tidak disetujui."),
    ),
)


@login_required
@require_GET
def antrean(request: Permintaan, *, meja: Meja) -> HttpResponse:
    """Proposals on which this person is to decide, oldest first; never their own."""
    menunggu = Riwayat.objects.menunggu(request.user).filter(status=meja.status)
    saring = SaringUsulanForm(request.GET, asal=menunggu)
    urut = saring.terapkan(menunggu).select_related("pegawai__unit").order_by("diajukan_pada", "pk")
    halaman = Paginator(urut, PER_HALAMAN).get_page(request.GET.get("hal"))
    klarifikasi = keadaan_klarifikasi([satu.pk for satu in halaman])
    konteks = {"meja": meja, "saring": saring, "halaman": halaman, "klarifikasi": klarifikasi}
    return render(request, "riwayat/antrean.html", konteks)


@login_required
@require_http_methods(["GET", "POST"])
def putuskan(request: Permintaan, pk: int, *, meja: Meja) -> HttpResponse:
    """The proposal beside its page; one decision, bound to the revision that was shown."""
    satu = ambil_riwayat(request.user, pk)
    meja.periksa(request.user, satu)
    formulir = PutusanForm(request.POST or None, initial={"revisi": satu.revisi})
    galat: KesalahanDomain | None = None
    if request.method == "POST" and formulir.is_valid():
        kode = tombol(request.POST, *(t.kode for t in meja.tindakan))
        tindakan = next(t for t in meja.tindakan if t.kode == kode)
        lain = {"catatan": formulir.cleaned_data["catatan"]} if tindakan.bercatatan else {}
        try:
            tindakan.kerja(by=request.user, riwayat=satu, revisi=formulir.cleaned_data["revisi"], **lain)
        except TidakBerwenang:
            raise
        except KesalahanDomain as salah:
            galat = salah
            satu.refresh_from_db()
            dengan_revisi(formulir, satu.revisi)
        else:
            messages.success(request, tindakan.kabar)
            return redirect(meja.antrean)
    return _halaman(request, meja, satu, formulir, galat)


def _halaman(
    request: Permintaan, meja: Meja, satu: Riwayat, formulir: PutusanForm, galat: KesalahanDomain | None
) -> HttpResponse:
    bukti = bukti_tampak(request, [satu])
    for dokumen in bukti:
        catat_baca(by=request.user, dokumen=dokumen, cara="lihat", peran=request.peran.konteks)
    sumber = min(bukti, key=lambda dokumen: dokumen.jenis_id not in satu.skema.mulai_dari, default=None)
    versi = sumber.versi_terbuka if sumber else None
    konteks = {
        "meja": meja,
        "riwayat": satu,
        "formulir": formulir,
        "galat": galat,
        "bukti": bukti,
        "sumber": sumber,
        "versi": versi,
        "halaman": {h.nomor: h for h in versi.halaman.all()} if versi else {},
        "kurang_bukti": kurang_bukti([satu]).get(satu.pk, []),
        "baris": _baris(satu, sumber),
        "perubahan": perubahan(satu, penuh=True),
        "peringatan": peringatan_kini(satu, bukti) if satu.status == meja.status else satu.peringatan,
        "terbuka": satu.status == meja.status,
        "belum_terverifikasi": [d for d in bukti if d.status != StatusDokumen.TERVERIFIKASI],
        "akibat": [*akibat(satu), *akibat_unit(satu)] if meja is ADMINISTRATOR and satu.status == meja.status else [],
        **konteks_perjalanan(request.user, satu, meja.putuskan.removeprefix("riwayat:")),
    }
    status = galat.status if galat else 422 if formulir.errors else 200
    return render(request, "riwayat/putuskan.html", konteks, status=status)


def _baris(satu: Riwayat, sumber: Dokumen | None) -> list[dict[str, Any]]:
    """Each value with where it came from and what the page says there."""
    saran = saran_isian(satu.jenis, sumber) if sumber else {}
    hasil = []
    for nama, label, teks in yang_terisi(satu.skema, isi_baris(satu.skema, satu.data, penuh=True)):
        asal = satu.asal_isian.get(nama, "")
        hasil.append({"label": label, "nilai": teks, "asal": ASAL.get(asal, ""), **_bacaan(satu, nama, teks, saran)})
    return hasil


def _bacaan(satu: Riwayat, nama: str, teks: str, saran: dict[str, Saran]) -> dict[str, Any]:
    baca = saran.get(nama)
    if baca is None:
        return {"saran": None, "terbaca": "", "nada": ""}
    terbaca = kata(nama, satu.skema.skema.base_fields[nama], baca.nilai)
    return {"saran": baca, "terbaca": terbaca, "nada": "" if terbaca == teks else "mirip"}
