"""How completeness grew month by month, of a unit and of a person (BABEL 9(2)d, 12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate

from django.db.models import Case, F, Max, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
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


@dataclass(frozen=True)
class Kemajuan:
    """Required papers that are verified now, by unit or by person: how many of them stood at the end of each month.

    The last twelve months over today's people and today's required papers, the oldest first. A paper counts from the
    month in which it was verified, one that was issued here from its issue; a paper that has been sent back since does
    not count at all.
    """

    per: Mapping[int, list[int]]
    wajib: int

    def titik(self, orang: int) -> list[Titik]:
        """All of them together, who are so many people."""
        jumlah = [sum(bulan) for bulan in zip(*self.per.values(), strict=True)] or [0] * BULAN
        return [Titik(satu, n, orang * self.wajib) for satu, n in zip(_bulan_terakhir(BULAN), jumlah, strict=True)]

    def bertambah(self, siapa: int) -> int:
        """Verified since the quarter began."""
        bulan = self.per.get(siapa, [0] * BULAN)
        return bulan[-1] - bulan[-1 - TRIWULAN]


def kemajuan(pegawai: Sequence[Pegawai] | QuerySet[Pegawai], menurut: str = "pegawai") -> Kemajuan:
    """Of these people; *menurut* ``pegawai`` or ``pegawai__unit``. One question: the months are told apart in it."""
    wajib = slot_wajib()
    sah = Q(versi__verifikasi__hasil=Verifikasi.Hasil.TERVERIFIKASI, versi__verifikasi__diurungkan_pada=None)
    sah &= Q(versi__verifikasi__periksa=None)
    dokumen = Dokumen.objects.filter(pengisi(wajib), pegawai__in=pegawai, status=StatusDokumen.TERVERIFIKASI)
    sejak = dokumen.values("pk", menurut, "dibuat_pada").annotate(
        saat=Coalesce(Max("versi__verifikasi__pada", filter=sah), F("dibuat_pada"))
    )
    akhir = [_tengah_malam(satu) for satu in _bulan_terakhir(BULAN)[1:]]
    bulan = Case(*(When(saat__lt=hari, then=Value(n)) for n, hari in enumerate(akhir)), default=Value(BULAN - 1))
    baris = sejak.annotate(bulan=bulan).order_by().values_list(menurut, "bulan")
    per: dict[int, list[int]] = {}
    for (siapa, ke), banyak in Counter(baris.iterator()).items():
        per.setdefault(siapa, [0] * BULAN)[ke] += banyak
    return Kemajuan({siapa: list(accumulate(isi)) for siapa, isi in per.items()}, len(wajib))


def evaluasi_unit(pegawai: QuerySet[Pegawai], maju: Kemajuan) -> list[EvaluasiUnit]:
    """The units of these people, the least complete first; *maju* is their progress by unit."""
    catatan = Counter(CatatanEvaluasi.objects.exclude(unit=None).values_list("unit", flat=True))
    unit = kelengkapan_per_unit(pegawai)
    semua = [EvaluasiUnit(satu, maju.bertambah(satu.unit.pk), catatan[satu.unit.pk]) for satu in unit]
    return sorted(semua, key=lambda satu: (satu.capaian.persen, satu.unit.nama))


def _tengah_malam(hari: date) -> datetime:
    """Where that day begins, in the region's zone."""
    return datetime(hari.year, hari.month, hari.day, tzinfo=timezone.get_current_timezone())


def _bulan_terakhir(banyak: int) -> list[date]:
    """First days of the last *banyak* months, this one last."""
    hari_ini = timezone.localdate()
    urut = hari_ini.year * 12 + hari_ini.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(urut - banyak + 1, urut + 1)]
