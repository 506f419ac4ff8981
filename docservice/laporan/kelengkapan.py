"""Completeness of the archives in the units of a fasilitator (POSO 7(3)a)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from docservice.akun.models import Pengguna
from docservice.dokumen.kelengkapan import Kelengkapan, SlotArsip, kelengkapan, slot_wajib
from docservice.dokumen.masa import kedaluwarsa
from docservice.dokumen.models import Dokumen, JenisDokumen, Ketiadaan
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.riwayat.masa import BERMASA, BUKTI_BERMASA
from docservice.riwayat.models import BuktiRiwayat

__all__ = ["Kelengkapan", "KelengkapanUnit", "SlotArsip", "kelengkapan", "kelengkapan_unit", "slot_wajib"]


@dataclass(frozen=True)
class KelengkapanUnit:
    unit: UnitKerja
    pegawai: int
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


def kelengkapan_unit(pengguna: Pengguna) -> list[KelengkapanUnit]:
    """One row per unit with employees that this person may see."""
    return kelengkapan_per_unit(Pegawai.objects.visible_to(pengguna))


def kelengkapan_per_unit(pegawai: QuerySet[Pegawai]) -> list[KelengkapanUnit]:
    """One row per unit of these people, in the order of the tree."""
    wajib = slot_wajib()
    per_unit = Dokumen.objects.filter(pengisi(wajib), pegawai__in=pegawai).values("pegawai__unit", "status")
    dokumen = {(b["pegawai__unit"], b["status"]): b["banyak"] for b in per_unit.annotate(banyak=Count("pk")).order_by()}
    ada = Dokumen.objects.filter(pegawai=OuterRef("pegawai"), jenis=OuterRef("jenis"), minor=OuterRef("minor"))
    tanpa = (
        Ketiadaan.objects.berlaku().filter(pengisi(wajib), ~Exists(ada), pegawai__in=pegawai).values("pegawai__unit")
    )
    dijelaskan = {b["pegawai__unit"]: b["banyak"] for b in tanpa.annotate(banyak=Count("pk")).order_by()}
    habis = _kedaluwarsa(wajib, pegawai)
    orang = pegawai.values("unit").annotate(orang=Count("pk")).order_by()
    banyak = {b["unit"]: b["orang"] for b in orang}
    return [
        KelengkapanUnit(
            unit,
            banyak[unit.pk],
            banyak[unit.pk] * len(wajib),
            dokumen.get((unit.pk, StatusDokumen.TERVERIFIKASI), 0) - habis[unit.pk],
            dokumen.get((unit.pk, StatusDokumen.MENUNGGU), 0),
            dokumen.get((unit.pk, StatusDokumen.DIKEMBALIKAN), 0),
            dijelaskan.get(unit.pk, 0),
            habis[unit.pk],
        )
        for unit in UnitKerja.objects.filter(pk__in=banyak)
    ]


def _kedaluwarsa(wajib: Sequence[tuple[JenisDokumen, str]], pegawai: QuerySet[Pegawai]) -> Counter[int]:
    """By unit the required papers that are verified and over; asked only where such a kind is required."""
    bermasa = [(jenis, minor) for jenis, minor in wajib if jenis.kode in BUKTI_BERMASA]
    if not bermasa:
        return Counter()
    sah = Dokumen.objects.filter(pengisi(bermasa), pegawai__in=pegawai, status=StatusDokumen.TERVERIFIKASI)
    sah = sah.filter(pk__in=BuktiRiwayat.objects.filter(riwayat__jenis__in=BERMASA).values("dokumen"))
    unit = dict(sah.values_list("pk", "pegawai__unit"))
    return Counter(unit[pk] for pk in kedaluwarsa(list(unit)))


def pengisi(wajib: Sequence[tuple[JenisDokumen, str]]) -> Q:
    """Documents, or statements, about one of these slots."""
    isi = Q(pk__in=[])
    for jenis, minor in wajib:
        isi |= Q(jenis=jenis, minor=minor)
    return isi
