"""Open statistics (BABEL 21(3), 23(3)): how many employees, never who.

A count below five could be put together with what neighbours know, so small groups are merged; and a merged
group is never smaller than five either, or subtracting the rest from the total would tell it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from docservice.pegawai.models import BUKAN_PEGAWAI, Pegawai, UnitKerja
from docservice.riwayat.models import Riwayat

TERKECIL = 5
GABUNGAN = "Lainnya"


@dataclass(frozen=True)
class Baris:
    """``gabungan`` marks the group that holds several small ones."""

    nama: str
    jumlah: int
    gabungan: bool = False


@dataclass(frozen=True)
class Statistik:
    """``jumlah`` is None when there are too few people to tell."""

    per: str
    jumlah: int | None
    baris: list[Baris]


def pegawai_per(ukuran: str) -> Statistik:
    """Employees counted by one of :data:`UKURAN`."""
    cacah = Counter(UKURAN[ukuran]())
    jumlah = sum(cacah.values())
    if jumlah < TERKECIL:
        return Statistik(ukuran, None, [])
    return Statistik(ukuran, jumlah, samarkan(cacah))


def samarkan(cacah: Counter[str]) -> list[Baris]:
    """By size; small groups merged until together they are large enough."""
    urut = sorted(cacah.items(), key=lambda satu: (-satu[1], satu[0]))
    sisa = 0
    while urut and (urut[-1][1] < TERKECIL or 0 < sisa < TERKECIL):
        sisa += urut.pop()[1]
    baris = [Baris(nama, jumlah) for nama, jumlah in urut]
    return [*baris, Baris(GABUNGAN, sisa, gabungan=True)] if sisa else baris


def _pegawai() -> list[Pegawai]:
    return list(Pegawai.objects.filter(kedudukan_hukum__lt=BUKAN_PEGAWAI).select_related("unit"))


def _golongan() -> list[str]:
    """Of the validated row in force, a decree's or a PPPK's contract; none for those without one."""
    bergolongan = Riwayat.objects.filter(jenis__in=("golongan", "kontrak_pppk")).tervalidasi()
    bergolongan = bergolongan.filter(tmt__lte=timezone.localdate())
    terakhir = bergolongan.filter(pegawai=OuterRef("pk")).order_by("-tmt", "-pk")
    pegawai = Pegawai.objects.filter(kedudukan_hukum__lt=BUKAN_PEGAWAI)
    isi = pegawai.annotate(gol=Subquery(terakhir.values("data__golongan")[:1])).values_list("gol", flat=True)
    return [golongan or "Belum tercatat" for golongan in isi]


def _perangkat_daerah() -> list[str]:
    """By the office under the region; sub-units would be small and recognisable."""
    nama = dict(UnitKerja.objects.values_list("pk", "nama"))
    return [nama[(p.unit.leluhur[1:] or p.unit.leluhur)[0]] for p in _pegawai()]


def _jenis_asn() -> list[str]:
    return [pegawai.jenis_asn for pegawai in _pegawai()]


UKURAN: dict[str, Callable[[], list[str]]] = {
    "golongan": _golongan,
    "unit": _perangkat_daerah,
    "jenis_asn": _jenis_asn,
}
