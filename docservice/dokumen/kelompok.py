"""The archive in groups, as *Arsip saya* lists it (screens §4.5)."""

from __future__ import annotations

from dataclasses import dataclass, field

from docservice.dokumen.kelengkapan import Kelengkapan, SlotArsip
from docservice.dokumen.models import JenisDokumen


@dataclass
class Kelompok:
    """A heading, its slots, and how many of them still count against it."""

    nama: str
    slot: list[SlotArsip] = field(default_factory=list)

    @property
    def ada(self) -> int:
        return sum(s.dokumen is not None for s in self.slot)

    @property
    def perlu(self) -> list[SlotArsip]:
        """Missing without a word about it, returned, refused or run out: what its owner can do something about."""
        return [s for s in self.slot if not s.dijelaskan and _perlu(s)]


def _perlu(slot: SlotArsip) -> bool:
    kembali = slot.dokumen is None or slot.dokumen.status in ("dikembalikan", "tidak_diterima")
    return kembali or (slot.kedaluwarsa is not None and not slot.diganti)


def kelompok_arsip(isi: Kelengkapan, *, menurut: str) -> list[Kelompok]:
    """By the register's group (``riwayat``) or by kind in alphabetical order (``jenis``)."""
    semua = [*isi.slot, *isi.slot_lain()]
    if menurut == "jenis":
        semua.sort(key=lambda s: (s.jenis.nama, s.minor))
    else:
        semua.sort(key=lambda s: (s.jenis.urutan, s.minor))
    hasil: dict[str, Kelompok] = {}
    for slot in semua:
        nama = _nama(slot.jenis, menurut)
        hasil.setdefault(nama, Kelompok(nama)).slot.append(slot)
    return list(hasil.values())


def _nama(jenis: JenisDokumen, menurut: str) -> str:
    return jenis.nama if menurut == "jenis" else jenis.kelompok or "Lainnya"
