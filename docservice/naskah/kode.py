"""The one-time code that some providers send for signing."""

from __future__ import annotations

import time

from django.core.cache import cache
from django.db import transaction

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.naskah.penyedia import penanda
from docservice.umum.errors import BelumLengkap, SementaraTerganggu, TerlaluSering
from signing import CodeSender, OutcomeStatus, SigningError, Unavailable

JEDA = 60
"""Seconds between two codes: mail and apps need that long, and a second code spoils the first."""


def minta_kode(*, by: Pengguna, jumlah: int) -> str:
    """Have the provider send *by* a code for so many decrees. Returns a sentence about it; signs nothing."""
    if not jumlah:
        raise BelumLengkap("Pilih dulu naskah yang akan ditandatangani: kode berlaku untuk jumlah itu.")
    penyedia = penanda()
    if not isinstance(penyedia, CodeSender):
        raise BelumLengkap("Penyedia tanda tangan ini tidak mengirim kode. Ketik passphrase Anda.")
    _beri_jeda(by)
    try:
        kata = penyedia.ask_code(by.nip, jumlah)
    except SigningError as salah:
        cache.delete(_kunci(by))
        sementara = isinstance(salah, Unavailable) or getattr(salah, "status", "") == OutcomeStatus.RETRYABLE
        raise (SementaraTerganggu if sementara else BelumLengkap)(f"Kode tidak terkirim. {salah.text}") from salah
    if kata is None:
        cache.delete(_kunci(by))
        return "Kunci Anda tidak memerlukan kode. Ketik PIN Anda saja."
    with transaction.atomic():
        catat("naskah.kode_diminta", by=by, objek=by, jumlah=jumlah)
    return (
        f"Kode untuk {jumlah} naskah sudah diminta. Penyedia mengirimnya ke surel atau aplikasi Anda, biasanya dalam "
        f"semenit; berlakunya hanya sebentar dan hanya untuk sebanyak itu. Belum datang? Tunggu {JEDA} detik sebelum "
        f"meminta lagi. {kata}"
    ).rstrip()


def _beri_jeda(by: Pengguna) -> None:
    sampai = time.time() + JEDA
    if not cache.add(_kunci(by), sampai, JEDA):
        sisa = max(1, round(cache.get(_kunci(by), sampai) - time.time()))
        raise TerlaluSering(f"Kode baru saja diminta dan mungkin masih di jalan. Tunggu {sisa} detik, lalu minta lagi.")


def _kunci(by: Pengguna) -> str:
    return f"kode-tanda-tangan-{by.pk}"
