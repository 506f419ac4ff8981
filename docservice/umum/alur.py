"""States as data: allowed moves, owner, label and journal word side by side, so that a missing one shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from docservice.umum.errors import SudahBerubah
from docservice.umum.waktu import tanggal_jam

_semua: dict[str, Alur] = {}


@dataclass(frozen=True)
class Keadaan:
    """``pemilik`` says whose turn it is; ``jejak`` is the journal word of arriving here."""

    label: str
    pemilik: str
    jejak: str
    ke: tuple[str, ...] = ()


class Alur:
    """One state machine. Registered by name, so that ``manage.py gambar_alur`` can draw it."""

    def __init__(self, nama: str, keadaan: Mapping[str, Keadaan]) -> None:
        self.nama = nama
        self.keadaan = {str(kode): isi for kode, isi in keadaan.items()}
        for kode, isi in self.keadaan.items():
            if asing := set(isi.ke) - set(self.keadaan):
                raise ValueError(f"{nama}: {kode} leads to unknown {asing}")
        _semua[nama] = self

    def boleh(self, dari: str, ke: str) -> bool:
        return str(ke) in self.keadaan[str(dari)].ke

    def periksa(self, dari: str, ke: str, *, sejak: datetime | None = None, oleh: object = None) -> None:
        """Raise :class:`SudahBerubah` unless the move is drawn in the table.

        *sejak* is when it came to *dari*, *oleh* through whom, where that is known.
        """
        if not self.boleh(dari, ke):
            kini = f"“{self.keadaan[str(dari)].label}”" + (f" sejak {tanggal_jam(sejak)}" if sejak else "")
            kini += f" oleh {oleh}" if oleh else ""
            raise SudahBerubah(f"Keadaannya sekarang {kini}. Muat ulang halaman untuk melihat yang terbaru.")

    def jejak(self, ke: str) -> str:
        return self.keadaan[str(ke)].jejak

    def terbuka(self) -> list[str]:
        """States from which something can still follow."""
        return [kode for kode, isi in self.keadaan.items() if isi.ke]

    def mermaid(self) -> str:
        baris = ["stateDiagram-v2"]
        for kode, isi in self.keadaan.items():
            baris.append(f"    {kode} : {isi.label} ({isi.pemilik or 'akhir'})")
            baris += [f"    {kode} --> {tujuan}" for tujuan in isi.ke]
        return "\n".join(baris) + "\n"


def semua_alur() -> Iterable[Alur]:
    return _semua.values()
