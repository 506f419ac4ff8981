"""Completeness of the archives in the units of a fasilitator (POSO 7(3)a)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from docservice.akun.models import Pengguna
from docservice.dokumen.kelengkapan import Kelengkapan, SlotArsip, kelengkapan, slot_wajib
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai, UnitKerja

__all__ = ["Kelengkapan", "KelengkapanUnit", "SlotArsip", "kelengkapan", "kelengkapan_unit", "slot_wajib"]


@dataclass(frozen=True)
class KelengkapanUnit:
    unit: UnitKerja
    pegawai: int
    perlu: int
    terverifikasi: int
    menunggu: int
    dikembalikan: int

    @property
    def persen(self) -> int:
        return round(100 * self.terverifikasi / self.perlu) if self.perlu else 100

    @property
    def belum_ada(self) -> int:
        return max(0, self.perlu - self.terverifikasi - self.menunggu - self.dikembalikan)


def kelengkapan_unit(pengguna: Pengguna) -> list[KelengkapanUnit]:
    """One row per unit with employees that this person may see."""
    wajib = slot_wajib()
    isi = Q()
    for jenis, minor in wajib:
        isi |= Q(dokumen__jenis=jenis, dokumen__minor=minor)
    terlihat = Pegawai.objects.visible_to(pengguna)
    hitung = {
        nama: Count("dokumen", filter=isi & Q(dokumen__status=status), distinct=True)
        for nama, status in (
            ("terverifikasi", StatusDokumen.TERVERIFIKASI),
            ("menunggu", StatusDokumen.MENUNGGU),
            ("dikembalikan", StatusDokumen.DIKEMBALIKAN),
        )
    }
    baris: Any = terlihat.values("unit").annotate(orang=Count("pk", distinct=True), **hitung).order_by("unit__jalur")
    unit = {u.pk: u for u in UnitKerja.objects.filter(pk__in=[b["unit"] for b in baris])}
    return [
        KelengkapanUnit(
            unit[b["unit"]], b["orang"], b["orang"] * len(wajib), b["terverifikasi"], b["menunggu"], b["dikembalikan"]
        )
        for b in baris
    ]
