"""Rows that hold until a day (``JenisRiwayat.bidang_akhir``), and with them the papers that prove them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from docservice.pegawai.models import Pegawai
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.models import BuktiRiwayat, Riwayat
from docservice.riwayat.status import StatusRiwayat

BERMASA = tuple(kode for kode, jenis in SEMUA.items() if jenis.bidang_akhir)


BUKTI_BERMASA = frozenset(kode for satu in BERMASA for kode in SEMUA[satu].bukti_utama)
"""Kinds of paper that can run out with the row they prove."""


def hari_akhir(jenis: str, data: dict[str, Any]) -> date | None:
    """The last day of a row; None for one that holds for good."""
    teks = data.get(SEMUA[jenis].bidang_akhir) if jenis in BERMASA else None
    return date.fromisoformat(teks) if teks else None


def riwayat_habis(pegawai: Pegawai) -> list[tuple[Riwayat, date]]:
    """What ran out and has no successor: contracts, certificates and the like with their last day, the latest first."""
    akhir: dict[tuple[str, str], tuple[date, Riwayat]] = {}
    for satu in Riwayat.objects.milik(pegawai).tervalidasi().filter(jenis__in=BERMASA):
        nama = str(satu.data.get(satu.skema.bidang_sejenis) or "").casefold()
        kunci, sampai = (satu.jenis, nama), hari_akhir(satu.jenis, satu.data) or date.max
        if kunci not in akhir or sampai > akhir[kunci][0]:
            akhir[kunci] = (sampai, satu)
    habis = [(satu, sampai) for sampai, satu in akhir.values() if sampai < timezone.localdate()]
    return sorted(habis, key=lambda pasang: pasang[1], reverse=True)


def akhir_dokumen(nomor: Collection[int]) -> dict[int, date]:
    """Of papers that prove validated rows with an end the latest such end; one open end keeps a paper for good."""
    baris = BuktiRiwayat.objects.filter(
        dokumen__in=nomor,
        dokumen__jenis__in=BUKTI_BERMASA,
        riwayat__jenis__in=BERMASA,
        riwayat__status=StatusRiwayat.TERVALIDASI,
    )
    return _terakhir(baris.values_list("dokumen", "riwayat__jenis", "riwayat__data"))


def _terakhir(baris: Iterable[tuple[int, str, dict[str, Any]]]) -> dict[int, date]:
    akhir: dict[int, date | None] = {}
    for pk, jenis, data in baris:
        hari, lama = hari_akhir(jenis, data), akhir.get(pk, date.min)
        akhir[pk] = None if hari is None or lama is None else max(hari, lama)
    return {pk: hari for pk, hari in akhir.items() if hari is not None}
