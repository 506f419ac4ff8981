"""Completeness of one person's archive: the papers everyone should have, and what fills them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.masa import kedaluwarsa
from docservice.dokumen.models import Dokumen, JenisDokumen, Ketiadaan
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai


@dataclass(frozen=True)
class SlotArsip:
    """One paper every employee should have, and the document that fills it."""

    jenis: JenisDokumen
    minor: str
    dokumen: Dokumen | None
    kedaluwarsa: date | None = None
    ketiadaan: Ketiadaan | None = None
    diganti: bool = False
    """It ran out, and a newer paper of its kind is there."""

    @property
    def nama(self) -> str:
        return f"{self.jenis.nama} {self.minor}".strip()

    @property
    def lengkap(self) -> bool:
        ada = self.dokumen is not None and self.dokumen.status == StatusDokumen.TERVERIFIKASI
        return ada and self.kedaluwarsa is None

    @property
    def dijelaskan(self) -> bool:
        """Its owner says that there is none: explained, not proved."""
        return self.dokumen is None and self.ketiadaan is not None


@dataclass(frozen=True)
class Kelengkapan:
    """The archive of one person; further documents stand beside the slots."""

    slot: list[SlotArsip]
    lainnya: list[Dokumen]
    kedaluwarsa: dict[int, date] = field(default_factory=dict)
    """Documents whose last day is over, required or not."""

    def slot_lain(self) -> list[SlotArsip]:
        """The further documents, each in a place of its own."""
        return [
            SlotArsip(d.jenis, d.minor, d, self.kedaluwarsa.get(d.pk), diganti=self._diganti(d)) for d in self.lainnya
        ]

    @property
    def perlu_diperbarui(self) -> list[SlotArsip]:
        """Ran out, and nothing newer of its kind; the one that ran out last stands first."""
        semua = [s for s in (*self.slot, *self.slot_lain()) if s.kedaluwarsa and not s.diganti]
        return sorted(semua, key=lambda s: s.kedaluwarsa or date.min, reverse=True)

    def _diganti(self, dokumen: Dokumen) -> bool:
        hidup = (StatusDokumen.TERVERIFIKASI, StatusDokumen.MENUNGGU, StatusDokumen.DIPROSES)
        return any(
            d.jenis_id == dokumen.jenis_id and d.pk not in self.kedaluwarsa and d.status in hidup for d in self.lainnya
        )

    @property
    def lengkap(self) -> int:
        return sum(s.lengkap for s in self.slot)

    @property
    def jumlah(self) -> int:
        return len(self.slot)

    @property
    def pertama(self) -> SlotArsip | None:
        """Where somebody begins who has nothing here yet: the decree that made them a civil servant."""
        if self.lainnya or any(s.dokumen for s in self.slot):
            return None
        return min(self.belum_ada, key=lambda s: s.jenis.kelompok != "CPNS/PNS", default=None)

    def dengan_status(self, status: str | None) -> list[SlotArsip]:
        return [s for s in self.slot if (s.dokumen.status if s.dokumen else None) == status]

    @property
    def belum_ada(self) -> list[SlotArsip]:
        return [s for s in self.dengan_status(None) if not s.dijelaskan]

    @property
    def dijelaskan(self) -> list[SlotArsip]:
        return [s for s in self.slot if s.dijelaskan]


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
    habis = kedaluwarsa([d.pk for d in milik])
    tanpa = {(k.jenis_id, k.minor): k for k in Ketiadaan.objects.berlaku().filter(pegawai=pegawai)}
    slot = []
    for jenis, minor in slot_wajib():
        ada = (d for d in milik if d.jenis_id == jenis.kode and d.minor == minor)
        isi = next((d for d in ada if d.status != StatusDokumen.TIDAK_BERLAKU), None)
        slot.append(SlotArsip(jenis, minor, isi, habis.get(isi.pk) if isi else None, tanpa.get((jenis.kode, minor))))
    terpakai = {s.dokumen.pk for s in slot if s.dokumen}
    return Kelengkapan(slot, [d for d in milik if d.pk not in terpakai], habis)
