"""Verbs of *Saya tidak memiliki dokumen ini*: said by the employee alone, and taken back by them."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.dokumen.kelengkapan import slot_wajib
from docservice.dokumen.models import Dokumen, Ketiadaan
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang

PALING_JAUH = 10
"""Years ahead in which a paper may be expected."""
BUKAN_WAJIB = "Dokumen ini tidak termasuk dokumen wajib, jadi tidak perlu dijelaskan."


@transaction.atomic
def nyatakan(
    *, by: Pengguna, pegawai: Pegawai, jenis: str, minor: str, alasan: str, perkiraan_tahun: int | None = None
) -> Ketiadaan:
    """Why a required paper is missing. Said again, it replaces what was said before.

    Raises :class:`IsianSalah`, :class:`SudahBerubah` when the paper is there, or a permission error.
    """
    if pegawai.pengguna_id != by.pk:
        raise TidakBerwenang("Pernyataan ini dibuat oleh pegawai itu sendiri.")
    if (jenis, minor) not in {(satu.kode, urut) for satu, urut in slot_wajib()}:
        raise IsianSalah(BUKAN_WAJIB)
    tahun_ini, salah = timezone.localdate().year, {}
    if not alasan.strip():
        salah["alasan"] = "Tulis alasannya; fasilitator Anda membacanya."
    if perkiraan_tahun is not None and not tahun_ini <= perkiraan_tahun <= tahun_ini + PALING_JAUH:
        salah["perkiraan_tahun"] = f"Tahun {tahun_ini} sampai {tahun_ini + PALING_JAUH}, atau kosongkan."
    if salah:
        raise IsianSalah.pada(salah)
    if Dokumen.objects.filter(pegawai=pegawai, jenis=jenis, minor=minor).exists():
        raise SudahBerubah("Dokumen ini sudah ada di arsip Anda.")
    semula = Ketiadaan.objects.filter(pegawai=pegawai, jenis=jenis, minor=minor, ditarik_pada=None)
    semula.update(ditarik_pada=timezone.now())
    try:
        with transaction.atomic():
            satu = Ketiadaan.objects.create(
                pegawai=pegawai,
                jenis_id=jenis,
                minor=minor,
                alasan=alasan.strip()[:300],
                perkiraan_tahun=perkiraan_tahun,
            )
    except IntegrityError:
        raise SudahBerubah("Pernyataan ini baru saja dikirim.") from None
    catat("dokumen.tidak_dimiliki", by=by, objek=satu, jenis=jenis, minor=minor, tahun=perkiraan_tahun)
    return satu


@transaction.atomic
def tarik(*, by: Pengguna, ketiadaan: Ketiadaan) -> Ketiadaan:
    """The paper is missing again like any other; twice is harmless."""
    if ketiadaan.pegawai.pengguna_id != by.pk:
        raise TidakBerwenang("Pernyataan ini ditarik oleh pegawai itu sendiri.")
    if Ketiadaan.objects.filter(pk=ketiadaan.pk, ditarik_pada=None).update(ditarik_pada=timezone.now()):
        catat("dokumen.tidak_dimiliki_ditarik", by=by, objek=ketiadaan)
    ketiadaan.refresh_from_db()
    return ketiadaan
