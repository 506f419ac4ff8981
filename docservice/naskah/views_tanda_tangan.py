"""The signing tray and the fate of each decree (screens §5.10, §5.11)."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_required
from django.db import close_old_connections
from django.db.models import Max
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from docservice.akun.bukti import perlu_bukti
from docservice.akun.models import Pengguna
from docservice.akun.request import Permintaan
from docservice.naskah.isi import JENIS
from docservice.naskah.kode import minta_kode
from docservice.naskah.models import Naskah, Upaya
from docservice.naskah.penyedia import penanda, rahasia, sertifikat_habis
from docservice.naskah.penyelesaian import berikutnya
from docservice.naskah.permissions import cap_tak_dapat
from docservice.naskah.status import StatusNaskah, StatusUpaya
from docservice.naskah.tanda_tangan import Siap, kerjakan, siapkan
from docservice.umum.errors import BelumLengkap, KesalahanDomain
from docservice.umum.nomor import nomor
from signing import Identity, Secret, SigningError

URUTAN = [
    StatusUpaya.UNKNOWN,
    StatusUpaya.REFUSED,
    StatusUpaya.RETRYABLE,
    StatusUpaya.TERBUKA,
    StatusUpaya.SIGNED,
]
"""Trouble first."""
DITEKAN_LAGI = timedelta(minutes=1)
BELUM_DIPILIH = "Belum ada naskah yang dipilih."
INGAT = 500
"""How many opened drafts a session remembers."""


@sensitive_post_parameters("passphrase")
@perlu_bukti
@require_http_methods(["GET", "POST"])
def baki(request: Permintaan) -> HttpResponse:
    """Many decrees, one passphrase. The secret stays in this process and in memory."""
    galat: KesalahanDomain | None = None
    if request.method == "POST" and "kirim_kode" in request.POST:
        return _kirim_kode(request)
    if request.method == "POST" and "lanjut" in request.POST:  # on a phone the passphrase has a page of its own
        return _halaman(request, None if _pilihan(request) else BelumLengkap(BELUM_DIPILIH))
    if request.method == "POST":
        try:
            kelompok = _mulai(request)
        except KesalahanDomain as salah:
            if kelompok := _baru_dimulai(request):
                return redirect("naskah:hasil", kelompok=kelompok)
            galat = salah
        else:
            return redirect("naskah:hasil", kelompok=kelompok)
    return _halaman(request, galat)


def _kirim_kode(request: Permintaan) -> HttpResponse:
    """The same page with the same ticks, and a word about the code."""
    try:
        return _halaman(request, None, kabar=minta_kode(by=request.user, jumlah=len(_pilihan(request))))
    except KesalahanDomain as salah:
        return _halaman(request, salah)


def _pilihan(request: Permintaan) -> list[tuple[str, str, str]]:
    """What was ticked: (id, colon, hash of the draft that was shown)."""
    return [satu.partition(":") for satu in request.POST.getlist("naskah")]


def _baru_dimulai(request: Permintaan) -> str:
    """The group that the same press opened a moment ago, when a slow line or an impatient hand sent it twice."""
    sidik = [satu[2] for satu in _pilihan(request)]
    jalan = Upaya.objects.filter(status__in=(StatusUpaya.TERBUKA, StatusUpaya.SIGNED), draf_sha256__in=sidik)
    baru = jalan.filter(oleh=request.user, mulai__gt=timezone.now() - DITEKAN_LAGI).order_by("-pk").first()
    return baru.kelompok if baru else ""


def _mulai(request: Permintaan) -> str:
    """Open the attempts in this request, do the work in a thread: leaving the page is safe."""
    pilihan = _pilihan(request)
    passphrase = Secret(request.POST.get("passphrase", ""))
    if not pilihan:
        raise BelumLengkap(BELUM_DIPILIH)
    if not passphrase.reveal():
        pesan = f"{rahasia().nama} belum diisi."
        raise BelumLengkap(pesan, isian={"passphrase": pesan})
    naskah = [(n, sidik) for pk, _, sidik in pilihan if (n := nomor(pk)) is not None]
    kelompok, siap = siapkan(by=request.user, naskah=naskah)
    threading.Thread(target=_kerjakan, args=(request.user, siap, passphrase), daemon=False).start()
    return kelompok


def _kerjakan(by: Pengguna, siap: list[Siap], passphrase: Secret) -> None:
    try:
        kerjakan(by=by, siap=siap, passphrase=passphrase)
    finally:
        close_old_connections()


def _halaman(request: Permintaan, galat: KesalahanDomain | None, kabar: str = "") -> HttpResponse:
    milik = Naskah.objects.filter(penanda_tangan__pengguna=request.user).select_related(
        "permohonan__layanan", "pegawai__unit", "kewenangan"
    )
    menunggu = milik.filter(status__in=(StatusNaskah.TTE, StatusNaskah.PARAF)).order_by("diubah_pada")
    semua = list(menunggu)
    dipilih = set(request.POST.getlist("naskah")) if request.method == "POST" else None
    urut = next((n for n, satu in enumerate(semua) if str(satu.pk) == request.GET.get("buka")), 0)
    buka = semua[urut] if semua else None
    dibuka = _tandai_dibuka(request, buka if "buka" in request.GET and request.method == "GET" else None)
    baris = [_baris(request.user, satu, dipilih, dibuka) for satu in semua]
    kelompok: dict[str, list[Baris]] = {}
    for satu in baris:
        kelompok.setdefault(satu.naskah.jenis_naskah.title, []).append(satu)
    identitas = _identitas(request.user)
    konteks = {
        "kelompok": kelompok,
        "terpilih": [satu for daftar in kelompok.values() for satu in daftar if satu.dipilih and not satu.tak_dapat],
        "belum_dibuka": [satu.naskah.pk for satu in baris if not (satu.tak_dapat or satu.dibuka)],
        "jumlah": len(semua),
        "tertua": timezone.localtime(semua[0].diubah_pada).date() if semua else None,
        "urut": urut + 1,
        "berikut": semua[urut + 1].pk if urut + 1 < len(semua) else None,
        "buka": buka,
        "paraf": buka.paraf.select_related("pejabat") if buka else [],
        "galat": galat,
        "kabar": kabar,
        "rahasia": rahasia(),
        "alasan": request.isian_kembali.get("alasan", ""),
        "identitas": identitas,
        "habis": sertifikat_habis(identitas.not_after) if identitas else "",
        "terakhir": _terakhir(request.user),
    }
    return render(request, _templat(request, galat, konteks), konteks, status=galat.status if galat else 200)


class Baris(NamedTuple):
    """One decree on the tray: why it cannot be signed today, what it says in short, ticked, opened before."""

    naskah: Naskah
    tak_dapat: str
    ringkas: str
    dipilih: bool
    dibuka: bool


def _baris(penanda_tangan: Pengguna, naskah: Naskah, dipilih: set[str] | None, dibuka: set[str]) -> Baris:
    """*dipilih*: what was ticked; None before anybody ticked anything, when all is."""
    kunci = f"{naskah.pk}:{naskah.draf_sha256}"
    return Baris(
        naskah,
        cap_tak_dapat(penanda_tangan, naskah),
        JENIS[naskah.jenis].ringkas(naskah),
        dipilih is None or kunci in dipilih,
        kunci in dibuka,
    )


def _templat(request: Permintaan, galat: KesalahanDomain | None, konteks: dict[str, Any]) -> str:
    """The tray, the one decree that was tapped, or on a phone the page of the passphrase with what was ticked."""
    if request.htmx and konteks["buka"] and request.method == "GET":
        return "naskah/_baki_buka.html"
    sendiri = {"lanjut", "sendiri"} & request.POST.keys() and (galat is None or "passphrase" in galat.isian)
    return "naskah/passphrase.html" if sendiri and konteks["terpilih"] else "naskah/baki.html"


def _tandai_dibuka(request: Permintaan, buka: Naskah | None) -> set[str]:
    """What was opened in this session, by the hash of the draft that was shown."""
    dibuka: list[str] = request.session.get("naskah_dibuka", [])
    kunci = f"{buka.pk}:{buka.draf_sha256}" if buka else ""
    if kunci and kunci not in dibuka:
        dibuka = [*dibuka, kunci][-INGAT:]
        request.session["naskah_dibuka"] = dibuka
    return set(dibuka)


def _terakhir(pengguna: Pengguna) -> date | None:
    selesai = Upaya.objects.filter(oleh=pengguna, status=StatusUpaya.SIGNED).aggregate(Max("selesai"))["selesai__max"]
    return timezone.localtime(selesai).date() if selesai else None


def _identitas(pengguna: Pengguna) -> Identity | None:
    try:
        return penanda().identity(pengguna.nip)
    except (SigningError, KesalahanDomain):
        return None


@login_required
@require_GET
def hasil(request: Permintaan, kelompok: str) -> HttpResponse:
    """Each decree's fate; has an address of its own, polls until nothing is open."""
    upaya = list(
        Upaya.objects.filter(kelompok=kelompok, oleh=request.user)
        .select_related("naskah__pegawai__unit", "naskah__permohonan__layanan", "nomor")
        .prefetch_related("pemeriksaan__oleh")
    )
    if not upaya:
        raise Http404
    upaya.sort(key=lambda u: (URUTAN.index(StatusUpaya(u.status)), u.urutan))
    jumlah = Counter(u.status for u in upaya)
    periksa = {u.pk: berikutnya(u) for u in upaya if u.status == StatusUpaya.UNKNOWN}
    konteks = {
        "upaya": [(u, periksa.get(u.pk)) for u in upaya],
        "kabar_sampai": max(filter(None, periksa.values()), default=None),
        "jumlah": len(upaya),
        "selesai": jumlah[StatusUpaya.SIGNED],
        "berjalan": jumlah[StatusUpaya.TERBUKA],
        "tak_pasti": jumlah[StatusUpaya.UNKNOWN],
        "coba_lagi": jumlah[StatusUpaya.RETRYABLE],
        "waktu": timezone.now(),
        "kelompok": kelompok,
    }
    templat = "naskah/_hasil.html" if request.htmx else "naskah/hasil.html"
    selesai_polling = request.htmx and not jumlah[StatusUpaya.TERBUKA]
    return render(request, templat, konteks, status=286 if selesai_polling else 200)
