"""Completeness of the archives by unit and by kind of paper (POSO 7(3)a)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from docservice.akun.models import Pengguna
from docservice.dokumen.kelengkapan import Kelengkapan, SlotArsip, kelengkapan, slot_wajib
from docservice.dokumen.masa import kedaluwarsa
from docservice.dokumen.models import Dokumen, JenisDokumen, Ketiadaan
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.riwayat.masa import BERMASA, BUKTI_BERMASA
from docservice.riwayat.models import BuktiRiwayat

__all__ = [
    "Kelengkapan",
    "KelengkapanUnit",
    "SlotArsip",
    "kelengkapan",
    "kelengkapan_jenis",
    "kelengkapan_unit",
    "slot_wajib",
]


@dataclass(frozen=True, kw_only=True)
class Hitungan:
    """How far so many required papers are."""

    perlu: int
    terverifikasi: int
    menunggu: int
    dikembalikan: int
    dijelaskan: int = 0
    kedaluwarsa: int = 0
    """Verified once, and over; missing like what was never there."""

    @property
    def persen(self) -> int:
        return round(100 * self.terverifikasi / self.perlu) if self.perlu else 100

    @property
    def belum_ada(self) -> int:
        return max(0, self.perlu - self.terverifikasi - self.menunggu - self.dikembalikan - self.dijelaskan)


@dataclass(frozen=True, kw_only=True)
class KelengkapanUnit(Hitungan):
    unit: UnitKerja
    pegawai: int


@dataclass(frozen=True, kw_only=True)
class KelengkapanJenis(Hitungan):
    """One required paper of everybody; a yearly kind is one for each year."""

    jenis: JenisDokumen
    minor: str

    @property
    def nama(self) -> str:
        return f"{self.jenis.nama} {self.minor}".strip()


def kelengkapan_unit(pengguna: Pengguna) -> list[KelengkapanUnit]:
    """One row per unit with employees that this person may see."""
    return kelengkapan_per_unit(Pegawai.objects.visible_to(pengguna))


def kelengkapan_per_unit(pegawai: QuerySet[Pegawai]) -> list[KelengkapanUnit]:
    """One row per unit of these people, in the order of the tree."""
    wajib = slot_wajib()
    hitung = _hitung(wajib, pegawai, "pegawai__unit")
    orang = pegawai.values("unit").annotate(orang=Count("pk")).order_by()
    banyak = {b["unit"]: b["orang"] for b in orang}
    return [
        KelengkapanUnit(
            unit=unit,
            pegawai=banyak[unit.pk],
            perlu=banyak[unit.pk] * len(wajib),
            **{kolom: isi[(unit.pk,)] for kolom, isi in hitung.items()},
        )
        for unit in UnitKerja.objects.filter(pk__in=banyak)
    ]


def kelengkapan_jenis(pengguna: Pengguna) -> list[KelengkapanJenis]:
    """One row per required paper, over everybody this person may see."""
    wajib, pegawai = slot_wajib(), Pegawai.objects.visible_to(pengguna)
    hitung, orang = _hitung(wajib, pegawai, "jenis", "minor"), pegawai.count()
    return [
        KelengkapanJenis(
            jenis=jenis,
            minor=minor,
            perlu=orang,
            **{kolom: isi[jenis.pk, minor] for kolom, isi in hitung.items()},
        )
        for jenis, minor in wajib
    ]


def _hitung(
    wajib: Sequence[tuple[JenisDokumen, str]], pegawai: QuerySet[Pegawai], *menurut: str
) -> dict[str, Counter[tuple[Any, ...]]]:
    """Column of :class:`Hitungan` → how many, by the values of *menurut*; one question for all states."""
    dokumen = _banyak(Dokumen.objects.filter(pengisi(wajib), pegawai__in=pegawai), "status", *menurut)
    ada = Dokumen.objects.filter(pegawai=OuterRef("pegawai"), jenis=OuterRef("jenis"), minor=OuterRef("minor"))
    tanpa = Ketiadaan.objects.berlaku().filter(pengisi(wajib), ~Exists(ada), pegawai__in=pegawai)
    habis = _kedaluwarsa(wajib, pegawai, *menurut)
    return {
        "terverifikasi": _yang(dokumen, StatusDokumen.TERVERIFIKASI) - habis,
        "menunggu": _yang(dokumen, StatusDokumen.MENUNGGU),
        "dikembalikan": _yang(dokumen, StatusDokumen.DIKEMBALIKAN),
        "dijelaskan": _banyak(tanpa, *menurut),
        "kedaluwarsa": habis,
    }


def _banyak(baris: QuerySet[Any], *menurut: str) -> Counter[tuple[Any, ...]]:
    isi = baris.values_list(*menurut).annotate(banyak=Count("pk")).order_by()
    return Counter({tuple(kunci): banyak for *kunci, banyak in isi})


def _yang(dokumen: Counter[tuple[Any, ...]], status: str) -> Counter[tuple[Any, ...]]:
    return Counter({kunci[1:]: banyak for kunci, banyak in dokumen.items() if kunci[0] == status})


def _kedaluwarsa(
    wajib: Sequence[tuple[JenisDokumen, str]], pegawai: QuerySet[Pegawai], *menurut: str
) -> Counter[tuple[Any, ...]]:
    """The required papers that are verified and over; asked only where such a kind is required."""
    bermasa = [(jenis, minor) for jenis, minor in wajib if jenis.kode in BUKTI_BERMASA]
    if not bermasa:
        return Counter()
    sah = Dokumen.objects.filter(pengisi(bermasa), pegawai__in=pegawai, status=StatusDokumen.TERVERIFIKASI)
    sah = sah.filter(pk__in=BuktiRiwayat.objects.filter(riwayat__jenis__in=BERMASA).values("dokumen"))
    kunci = {pk: tuple(isi) for pk, *isi in sah.values_list("pk", *menurut)}
    return Counter(kunci[pk] for pk in kedaluwarsa(list(kunci)))


def pengisi(wajib: Sequence[tuple[JenisDokumen, str]]) -> Q:
    """Documents, or statements, about one of these slots."""
    isi = Q(pk__in=[])
    for jenis, minor in wajib:
        isi |= Q(jenis=jenis, minor=minor)
    return isi
