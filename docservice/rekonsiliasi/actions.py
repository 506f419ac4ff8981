"""Verbs of a reconciliation: take an export, decide on differences, close the run or give it up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.antrean.pekerjaan import taruh
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.upload import ruang_penuh
from docservice.rekonsiliasi.models import Beda, OrangRekonsiliasi, Rekonsiliasi
from docservice.rekonsiliasi.permissions import check_may_kelola, check_may_putuskan, may_putuskan
from docservice.rekonsiliasi.pintu import buka_usulan
from docservice.rekonsiliasi.serupa import SEKALI
from docservice.rekonsiliasi.status import ALUR_BEDA, ALUR_REKONSILIASI, PUTUSAN, StatusBeda, StatusRekonsiliasi
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah
from storage import StorageFull

S = StatusRekonsiliasi
ALASAN_TERPENDEK = 5


def terima(*, by: Pengguna, berkas: UploadedFile[Any] | None, per_tanggal: date, kunci: str) -> Rekonsiliasi:
    """Take an export in: bytes durable first, then the row; scanning, reading and comparing are a job.

    The same *kunci* gives the same run back. Raises :class:`IsianSalah`, :class:`RuangPenuh`.
    """
    check_may_kelola(by)
    if lama := Rekonsiliasi.objects.filter(oleh=by, kunci=kunci).first():
        return lama
    if berkas is None or not berkas.size:
        raise IsianSalah("Pilih berkas ekspor SIASN.", isian={"berkas": "Berkas belum dipilih atau kosong."})
    if per_tanggal > timezone.localdate():
        raise IsianSalah("Tanggal data BKN belum tiba.", isian={"per_tanggal": "Isi hari ini atau sebelumnya."})
    try:
        blob = gudang.bagian().put(berkas)
    except StorageFull:
        raise ruang_penuh() from None
    try:
        with transaction.atomic():
            baru = Rekonsiliasi.objects.create(
                oleh=by, nama=(berkas.name or "")[-200:], sumber=blob.sha256, kunci=kunci, per_tanggal=per_tanggal
            )
            catat(ALUR_REKONSILIASI.jejak(S.DIBACA), by=by, objek=baru, sumber=blob.sha256)
            taruh("rekonsiliasi.banding", baru.pk, kelompok=f"orang:{by.pk}")
    except IntegrityError:  # pressed twice
        return Rekonsiliasi.objects.get(oleh=by, kunci=kunci)
    return Rekonsiliasi.objects.get(pk=baru.pk)


@dataclass(frozen=True)
class Hasil:
    """How many were decided, and how many were left: one's own, the family's, or decided otherwise already."""

    diputuskan: int
    dilewati: int


@transaction.atomic
def putuskan(*, by: Pengguna, rekonsiliasi: Rekonsiliasi, beda: Collection[int], putusan: str, alasan: str) -> Hasil:
    """Decide on differences of one run. One alone is refused with its reason, among several it is left out.

    Raises :class:`IsianSalah`, :class:`SudahBerubah` or a permission error.
    """
    check_may_kelola(by)
    rekonsiliasi = _kunci(rekonsiliasi)
    ALUR_REKONSILIASI.periksa(rekonsiliasi.status, S.MENUTUP)
    _periksa(beda, putusan, alasan)
    baris = Beda.objects.filter(rekonsiliasi=rekonsiliasi, pk__in=beda).select_for_update(of=("self",))
    semua = list(baris.select_related("orang__pegawai__unit", "orang__pegawai__pengguna"))
    if len(semua) == 1:
        check_may_putuskan(by, semua[0].orang)
        ALUR_BEDA.periksa(semua[0].status, putusan)
    dapat = [satu for satu in semua if may_putuskan(by, satu.orang) and ALUR_BEDA.boleh(satu.status, putusan)]
    if not dapat:
        raise IsianSalah("Tidak ada perbedaan yang dapat Anda putuskan begitu.", isian={"beda": "Pilih yang lain."})
    for satu in dapat:
        satu.status, satu.alasan = putusan, alasan.strip()
        satu.diputus_oleh, satu.diputus_pada = by, timezone.now()
    if putusan == StatusBeda.BKN:
        dapat = _buka_semua(by, rekonsiliasi, dapat)
    Beda.objects.bulk_update(dapat, ["status", "alasan", "diputus_oleh", "diputus_pada", "usulan"])
    catat(ALUR_BEDA.jejak(putusan), by=by, objek=rekonsiliasi, beda=[satu.pk for satu in dapat], alasan=alasan.strip())
    return Hasil(len(dapat), len(beda) - len(dapat))


def _periksa(beda: Collection[int], putusan: str, alasan: str) -> None:
    salah = {}
    if not 0 < len(beda) <= SEKALI:
        salah["beda"] = f"Pilih 1 sampai {SEKALI} perbedaan."
    if putusan not in PUTUSAN:
        salah["putusan"] = "Pilih putusannya."
    if not ALASAN_TERPENDEK <= len(alasan.strip()) <= 300:
        salah["alasan"] = "Tulis alasannya, 5 sampai 300 huruf."
    if salah:
        raise IsianSalah(next(iter(salah.values())), isian=salah)


def _buka_semua(by: Pengguna, rekonsiliasi: Rekonsiliasi, semua: list[Beda]) -> list[Beda]:
    """Those whose correction could be opened. A row that cannot be corrected now is left out among several people."""
    hasil = []
    per_orang = _per_orang(semua)
    for orang, miliknya in per_orang.items():
        try:
            with transaction.atomic():
                buka_usulan(by=by, rekonsiliasi=rekonsiliasi, orang=orang, beda=miliknya)
        except SudahBerubah:
            if len(per_orang) == 1:
                raise
        else:
            hasil += miliknya
    return hasil


def _per_orang(semua: list[Beda]) -> dict[OrangRekonsiliasi, list[Beda]]:
    hasil: dict[OrangRekonsiliasi, list[Beda]] = {}
    for satu in semua:
        hasil.setdefault(satu.orang, []).append(satu)
    return hasil


@transaction.atomic
def tutup(*, by: Pengguna, rekonsiliasi: Rekonsiliasi) -> Rekonsiliasi:
    """No more decisions; the result is made and kept. Raises :class:`BelumLengkap` while something is undecided."""
    check_may_kelola(by)
    satu = _kunci(rekonsiliasi)
    ALUR_REKONSILIASI.periksa(satu.status, S.MENUTUP)
    if sisa := satu.beda.filter(status=StatusBeda.TERBUKA).count():
        raise BelumLengkap(f"Masih ada {sisa} perbedaan yang belum diputuskan. Putuskan atau tunda dahulu.")
    satu.status, satu.ditutup_oleh, satu.ditutup_pada = S.MENUTUP, by, timezone.now()
    satu.save(update_fields=["status", "ditutup_oleh", "ditutup_pada"])
    catat(ALUR_REKONSILIASI.jejak(S.MENUTUP), by=by, objek=satu)
    taruh("rekonsiliasi.hasil", satu.pk, kelompok=f"orang:{by.pk}")
    return satu


@transaction.atomic
def batalkan(*, by: Pengguna, rekonsiliasi: Rekonsiliasi, alasan: str) -> Rekonsiliasi:
    """Give a run up: the wrong export. What was asked of people meanwhile stays with them."""
    check_may_kelola(by)
    satu = _kunci(rekonsiliasi)
    ALUR_REKONSILIASI.periksa(satu.status, S.DIBATALKAN)
    if len(alasan.strip()) < ALASAN_TERPENDEK:
        raise BelumLengkap("Tulis alasannya.", isian={"alasan": "Alasan belum diisi."})
    satu.status, satu.alasan = S.DIBATALKAN, alasan.strip()[:300]
    satu.save(update_fields=["status", "alasan"])
    catat(ALUR_REKONSILIASI.jejak(S.DIBATALKAN), by=by, objek=satu, alasan=satu.alasan)
    return satu


@transaction.atomic
def catat_unduhan(*, by: Pengguna, rekonsiliasi: Rekonsiliasi, sha256: str, bagian: bool) -> None:
    """Note, before the first byte leaves, who took which bytes along."""
    catat("rekonsiliasi.hasil_diunduh", by=by, objek=rekonsiliasi, sha256=sha256, bagian=bagian)


def _kunci(rekonsiliasi: Rekonsiliasi) -> Rekonsiliasi:
    return Rekonsiliasi.objects.select_for_update().get(pk=rekonsiliasi.pk)
