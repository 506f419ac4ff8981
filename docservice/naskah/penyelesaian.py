"""Attempts whose outcome is unknown: looked at again, never tried again, settled by evidence (Law 6).

What we had stored ourselves before we died is issued. A provider that can be asked is asked every :data:`SELANG`; it
signs nothing by that. Of any other an administrator looks at the provider's own records: either the signed file is
there and passes our verifier, or it is proven that nothing was signed.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.naskah.langkah import pindah, terkunci
from docservice.naskah.lulus import LEVEL, cacat
from docservice.naskah.models import Naskah, PemeriksaanUpaya, TautanCek, Upaya
from docservice.naskah.nomor import lepaskan
from docservice.naskah.penyedia import penanda
from docservice.naskah.permissions import check_may_susun
from docservice.naskah.status import StatusNaskah, StatusUpaya
from docservice.naskah.terbit import terbitkan
from docservice.umum.errors import BelumLengkap, IsianSalah, SementaraTerganggu, SudahBerubah
from signing import OutcomeStatus, SigningError, SigningRequest
from storage import StorageError

SELANG = timedelta(minutes=15)
MENCOBA = timedelta(days=1)
"""After a day a provider's answer does not come any more."""
AMAN = "Terbukti tidak ditandatangani. Aman untuk ditandatangani lagi."


def dapat_ditanya(upaya: Upaya) -> bool:
    """Whether the provider gave a reference it can be asked about later."""
    return bool(upaya.acuan) and hasattr(_penanda(), "settle")


def _penanda() -> object:
    try:
        return penanda()
    except SementaraTerganggu:
        return None


def berikutnya(upaya: Upaya) -> datetime | None:
    """When the provider is asked next; None when only a person can find out."""
    if not dapat_ditanya(upaya) or timezone.now() - upaya.mulai > MENCOBA:
        return None
    terakhir = upaya.pemeriksaan.order_by("-pk").first()
    return (terakhir.pada if terakhir else upaya.selesai or upaya.mulai) + SELANG


def tanya_yang_tiba() -> None:
    """Periodic: every unknown attempt whose time has come."""
    for upaya in Upaya.objects.filter(status=StatusUpaya.UNKNOWN).select_related("naskah", "nomor", "oleh"):
        kapan = berikutnya(upaya)
        if pdf := _tersimpan(upaya):
            _tulis(
                upaya, "Hasilnya sudah kami simpan sebelum layanan terhenti; tanda tangannya lulus pemeriksaan kami."
            )
            _terbit(upaya, pdf)
        elif kapan is not None and kapan <= timezone.now():
            _tanya(upaya)


def _tersimpan(upaya: Upaya) -> bytes | None:
    """The signed file in our own archive, if it got that far and passes our verifier."""
    if not upaya.hasil_sha256 or not gudang.arsip().exists(upaya.hasil_sha256):
        return None
    try:
        with gudang.arsip().open(upaya.hasil_sha256) as isi:
            pdf: bytes = isi.read()
    except StorageError:
        return None
    return None if cacat(upaya, pdf) else pdf


def _tanya(upaya: Upaya) -> None:
    """Ask the provider for the result it may hold; network first, then one transaction."""
    try:
        with gudang.kerja().open(upaya.final_sha256) as isi:
            permintaan = SigningRequest(reference=str(upaya.pk), pdf=isi.read())
        hasil = penanda().settle(upaya.oleh.nip, permintaan, upaya.acuan, level=LEVEL)  # type: ignore[attr-defined]
    except (SigningError, SementaraTerganggu, StorageError):
        _tulis(upaya, "Penyedia tidak dapat ditanya saat ini.")
        return
    if hasil.status == OutcomeStatus.SIGNED and hasil.pdf and not cacat(upaya, hasil.pdf):
        _tulis(upaya, "Penyedia menyerahkan hasilnya; tanda tangannya lulus pemeriksaan kami.")
        _terbit(upaya, hasil.pdf)
    else:
        _tulis(upaya, "Penyedia belum mempunyai hasilnya.")


def _tulis(upaya: Upaya, temuan: str, by: Pengguna | None = None) -> None:
    PemeriksaanUpaya.objects.create(upaya=upaya, temuan=temuan[:300], oleh=by)


def _terbit(upaya: Upaya, pdf: bytes) -> None:
    terbitkan(by=upaya.oleh, upaya=upaya, pdf=pdf, token=None, dari=StatusUpaya.UNKNOWN)
    _kabari(upaya, f"{upaya.naskah.judul}, {upaya.naskah.pegawai.nama}: ternyata sudah ditandatangani.", "baik")


def _kabari(upaya: Upaya, teks: str, nada: str) -> None:
    tautan = reverse("naskah:hasil", args=[upaya.kelompok])
    kabari(upaya.oleh, teks[:300], kunci=f"hasil:{upaya.pk}", tautan=tautan, nada=nada)


def _ambil(by: Pengguna, naskah: Naskah) -> Upaya:
    check_may_susun(by, naskah.pegawai.pengguna_id)
    upaya = Upaya.objects.filter(naskah=naskah, status=StatusUpaya.UNKNOWN).select_related("naskah", "nomor").last()
    if upaya is None:
        raise SudahBerubah("Hasil tanda tangan naskah ini sudah diketahui.")
    return upaya


def terima_hasil(*, by: Pengguna, naskah: Naskah, pdf: bytes) -> Upaya:
    """The signed file an administrator found at the provider; only what our verifier passes is issued."""
    upaya = _ambil(by, naskah)
    if sebab := cacat(upaya, pdf):
        raise IsianSalah(KALIMAT_CACAT, kode=sebab, isian={"berkas": KALIMAT_CACAT})
    _tulis(upaya, "Berkas bertanda tangan ditemukan pada penyedia dan lulus pemeriksaan kami.", by)
    _terbit(upaya, pdf)
    upaya.refresh_from_db()
    return upaya


KALIMAT_CACAT = "Berkas ini bukan hasil tanda tangan naskah ini, atau tanda tangannya tidak lulus pemeriksaan kami."


@transaction.atomic
def nyatakan_tidak(*, by: Pengguna, naskah: Naskah, bukti: str) -> Upaya:
    """Proven at the provider that nothing was signed: the number goes back, the decree may be signed again."""
    naskah = terkunci(naskah)
    upaya = _ambil(by, naskah)
    if not bukti.strip():
        pesan = "Tulis di mana dan kapan Anda memeriksanya pada penyedia."
        raise BelumLengkap(pesan, isian={"bukti": pesan})
    _tulis(upaya, f"Diperiksa pada penyedia: {bukti.strip()}", by)
    upaya.status, upaya.pesan, upaya.selesai = StatusUpaya.RETRYABLE, AMAN, timezone.now()
    upaya.save()
    lepaskan(upaya.nomor, AMAN)
    TautanCek.objects.filter(naskah=naskah, aktif=False).delete()
    pindah(naskah, StatusNaskah.TTE, by=by, upaya=upaya.pk)
    catat("naskah.terbukti_tidak_ditandatangani", by=by, objek=naskah, upaya=upaya.pk)
    _kabari(upaya, f"{naskah.judul}, {naskah.pegawai.nama}: {AMAN}", "info")
    return upaya
