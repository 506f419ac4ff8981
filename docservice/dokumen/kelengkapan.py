"""Completeness of one person's archive: the papers everyone should have, and what fills them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai


@dataclass(frozen=True)
class SlotArsip:
    """One paper every employee should have, and the document that fills it."""

    jenis: JenisDokumen
    minor: str
    dokumen: Dokumen | None

    @property
    def nama(self) -> str:
        return f"{self.jenis.nama} {self.minor}".strip()

    @property
    def lengkap(self) -> bool:
        return self.dokumen is not None and self.dokumen.status == StatusDokumen.TERVERIFIKASI


@dataclass(frozen=True)
class Kelengkapan:
    """The archive of one person; further documents stand beside the slots."""

    slot: list[SlotArsip]
    lainnya: list[Dokumen]

    @property
    def lengkap(self) -> int:
        return sum(s.lengkap for s in self.slot)

    @property
    def jumlah(self) -> int:
        return len(self.slot)

    def dengan_status(self, status: str | None) -> list[SlotArsip]:
        return [s for s in self.slot if (s.dokumen.status if s.dokumen else None) == status]

    @property
    def belum_ada(self) -> list[SlotArsip]:
        return self.dengan_status(None)


def slot_wajib() -> list[tuple[JenisDokumen, str]]:
    """Kinds that count, yearly ones for the last two years."""
    tahun = timezone.localdate().year
    hasil: list[tuple[JenisDokumen, str]] = []
    for jenis in JenisDokumen.objects.filter(wajib=True, aktif=True):
        hasil += [(jenis, str(tahun - n)) for n in (2, 1)] if jenis.per_tahun else [(jenis, "")]
    return hasil


def kelengkapan(pegawai: Pegawai, pengguna: Pengguna) -> Kelengkapan:
    """As *pengguna* may see it."""
    milik = list(Dokumen.objects.visible_to(pengguna).milik(pegawai).select_related("jenis").order_by("-dibuat_pada"))
    slot = []
    for jenis, minor in slot_wajib():
        isi = next((d for d in milik if d.jenis_id == jenis.kode and d.minor == minor), None)
        slot.append(SlotArsip(jenis, minor, isi))
    terpakai = {s.dokumen.pk for s in slot if s.dokumen}
    return Kelengkapan(slot, [d for d in milik if d.pk not in terpakai])
