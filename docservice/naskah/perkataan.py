"""Verbs on the office's own words: a new wording from a day on, a legal basis added or ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

import templates_sk
from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.naskah.models import DasarHukum, KataNaskah, semua_dasar_hukum
from docservice.naskah.permissions import check_may_atur_kata
from docservice.umum.errors import IsianSalah, SudahBerubah
from templates_sk import DataError, Kind


def periksa(jenis: str, teks: str) -> Kind:
    """The kind in these words. Raises :class:`IsianSalah` with all that is wrong."""
    try:
        return templates_sk.kata_baru(jenis, teks, hukum=semua_dasar_hukum())
    except DataError as salah:
        pesan = list(dict.fromkeys(f"{satu.label}: {satu.message}" for satu in salah.errors))
        isian = {f"teks.{nomor}": satu for nomor, satu in enumerate(pesan, start=1)}
        raise IsianSalah.pada(isian) from None


def tetapkan_kata(
    *,
    by: Pengguna,
    jenis: str,
    teks: str,
    berlaku_dari: date,
    keputusan_nomor: str,
    keputusan_tanggal: date,
    versi: int | None = None,
) -> KataNaskah:
    """A new version in force from *berlaku_dari*; *versi* is the one that was being edited, 0 for the one we ship."""
    check_may_atur_kata(by)
    beku = templates_sk.bekukan(periksa(jenis, teks))
    _tidak_surut(berlaku_dari)
    with transaction.atomic():
        lama = KataNaskah.objects.select_for_update().filter(jenis_naskah=jenis, berlaku_sampai=None).first()
        if versi is not None and versi != (lama.pk if lama else 0):
            pesan = "Kata naskah ini baru saja diubah orang lain. Isian Anda tetap ada; bandingkan dulu."
            raise SudahBerubah(pesan, pada=lama.dibuat_pada if lama else None)
        if lama and lama.berlaku_dari > berlaku_dari:
            raise IsianSalah(
                "Sudah ada versi yang berlaku sesudah tanggal itu.",
                isian={"berlaku_dari": "Pilih tanggal yang sama atau sesudah versi terakhir."},
            )
        if lama:
            lama.berlaku_sampai = berlaku_dari - timedelta(days=1)
            lama.save(update_fields=["berlaku_sampai"])
        baru = KataNaskah.objects.create(
            jenis_naskah=jenis,
            teks=teks,
            beku=beku,
            ditulis_oleh=by,
            berlaku_dari=berlaku_dari,
            keputusan_nomor=keputusan_nomor,
            keputusan_tanggal=keputusan_tanggal,
        )
        catat("kata.ditetapkan", by=by, objek=baru, jenis=jenis, sejak=berlaku_dari.isoformat(), dari=lama and lama.pk)
    return baru


@transaction.atomic
def tambah_dasar_hukum(*, by: Pengguna, **isi: Any) -> DasarHukum:
    """*isi*: the fields of :class:`DasarHukum`."""
    check_may_atur_kata(by)
    if isi["kunci"] in semua_dasar_hukum():
        raise IsianSalah("Kunci itu sudah dipakai.", isian={"kunci": "Kunci itu sudah dipakai. Pilih kunci lain."})
    check_sudah_ditetapkan(isi["keputusan_tanggal"])
    if odd := list(_tak_tercetak(isi["judul"])):
        pesan = f"Judul memuat huruf yang tidak dapat dicetak: {', '.join(odd)}. Ganti huruf itu."
        raise IsianSalah(pesan, isian={"judul": pesan})
    baru: DasarHukum = DasarHukum.objects.create(ditulis_oleh=by, **isi)
    catat("dasar_hukum.ditambah", by=by, objek=baru, kunci=baru.kunci)
    return baru


@transaction.atomic
def akhiri_dasar_hukum(*, by: Pengguna, dasar: DasarHukum, sampai: date) -> DasarHukum:
    """It was revoked: cited in no naskah dated after *sampai*, in no wording saved from now on."""
    check_may_atur_kata(by)
    dasar = DasarHukum.objects.select_for_update().get(pk=dasar.pk)
    if sampai < dasar.berlaku_dari:
        raise IsianSalah("Tanggal akhir mendahului tanggal berlaku.", isian={"sampai": "Pilih tanggal sesudahnya."})
    dasar.berlaku_sampai = sampai
    dasar.save(update_fields=["berlaku_sampai"])
    catat("dasar_hukum.diakhiri", by=by, objek=dasar, kunci=dasar.kunci, sampai=sampai.isoformat())
    return dasar


def check_sudah_ditetapkan(keputusan_tanggal: date) -> None:
    """A decision of tomorrow decides nothing yet."""
    if keputusan_tanggal > timezone.localdate():
        raise IsianSalah.pada({"keputusan_tanggal": "Tanggalnya tidak boleh sesudah hari ini."})


def _tidak_surut(berlaku_dari: date) -> None:
    if berlaku_dari < timezone.localdate():
        raise IsianSalah(
            "Kata naskah tidak berlaku surut.", isian={"berlaku_dari": "Pilih hari ini atau tanggal sesudahnya."}
        )


def _tak_tercetak(teks: str) -> Iterator[str]:
    yield from templates_sk.tak_tercetak(teks)
