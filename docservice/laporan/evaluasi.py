"""How completeness grew month by month, of a unit and of a person (BABEL 9(2)d, 12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from docservice.dokumen.kelengkapan import slot_wajib
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.laporan.kelengkapan import KelengkapanUnit, kelengkapan_per_unit, pengisi
from docservice.laporan.models import CatatanEvaluasi
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.verifikasi.models import Verifikasi

BULAN = 12
TRIWULAN = 3
"""Months over which a list says how much was gained."""


@dataclass(frozen=True)
class Titik:
    """At the end of *bulan* this many of the *perlu* required papers were verified."""

    bulan: date
    jumlah: int
    perlu: int

    @property
    def persen(self) -> int:
        return round(100 * self.jumlah / self.perlu) if self.perlu else 100


@dataclass(frozen=True)
class EvaluasiUnit:
    """A unit with what it gained since the quarter began."""

    capaian: KelengkapanUnit
    naik: int
    catatan: int

    @property
    def unit(self) -> UnitKerja:
        return self.capaian.unit


def kemajuan(pegawai: Sequence[Pegawai] | QuerySet[Pegawai], orang: int) -> list[Titik]:
    """The last twelve months over today's people and today's required papers, the oldest first.

    A paper counts from the month in which it was verified, one that was issued here from its issue; a paper that has
    been sent back since does not count at all.
    """
    bulanan = Counter(timezone.localdate(saat).replace(day=1) for _, saat in _terverifikasi(pegawai, "pegawai"))
    perlu = orang * len(slot_wajib())
    bulan = _bulan_terakhir(BULAN)
    return [Titik(satu, sum(n for kapan, n in bulanan.items() if kapan <= satu), perlu) for satu in bulan]


def evaluasi_unit(pegawai: QuerySet[Pegawai]) -> list[EvaluasiUnit]:
    """The units of these people, the least complete first."""
    naik, unit = _bertambah(pegawai, "pegawai__unit"), kelengkapan_per_unit(pegawai)
    catatan = Counter(CatatanEvaluasi.objects.exclude(unit=None).values_list("unit", flat=True))
    semua = [EvaluasiUnit(satu, naik[satu.unit.pk], catatan[satu.unit.pk]) for satu in unit]
    return sorted(semua, key=lambda satu: (satu.capaian.persen, satu.unit.nama))


def bertambah(pegawai: Sequence[Pegawai]) -> Counter[int]:
    """Required papers verified since the quarter began, by person."""
    return _bertambah(pegawai, "pegawai")


def _bertambah(pegawai: Sequence[Pegawai] | QuerySet[Pegawai], menurut: str) -> Counter[int]:
    awal = _bulan_terakhir(TRIWULAN)[0]
    return Counter(siapa for siapa, saat in _terverifikasi(pegawai, menurut) if timezone.localdate(saat) >= awal)


def _terverifikasi(pegawai: Sequence[Pegawai] | QuerySet[Pegawai], menurut: str) -> Iterator[tuple[int, datetime]]:
    """Required papers that are verified now: (value of *menurut*, since when)."""
    sah = Q(versi__verifikasi__hasil=Verifikasi.Hasil.TERVERIFIKASI, versi__verifikasi__diurungkan_pada=None)
    sah &= Q(versi__verifikasi__periksa=None)
    dokumen = Dokumen.objects.filter(pengisi(slot_wajib()), pegawai__in=pegawai, status=StatusDokumen.TERVERIFIKASI)
    baris = dokumen.values_list("pk", menurut, "dibuat_pada").annotate(
        diputus=Max("versi__verifikasi__pada", filter=sah)
    )
    for _, siapa, dibuat, diputus in baris.order_by():
        yield siapa, diputus or dibuat


def _bulan_terakhir(banyak: int) -> list[date]:
    """First days of the last *banyak* months, this one last."""
    hari_ini = timezone.localdate()
    urut = hari_ini.year * 12 + hari_ini.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(urut - banyak + 1, urut + 1)]
