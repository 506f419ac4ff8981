"""Archive classification codes for personnel (Permendagri 83/2022), and the older ones still met in old decrees.

The table is data, each row with how sure it is (H agreeing sources, M one good source, L to be confirmed);
a region's own list goes before it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "klasifikasi.csv"
LAMA = {
    "821": "Pengangkatan",
    "822": "Kenaikan gaji berkala",
    "823": "Kenaikan pangkat",
    "824": "Pemindahan",
    "850": "Cuti",
    "862": "Hukuman disiplin",
    "874": "Data pegawai",
    "875": "Kartu pegawai",
    "882": "Pensiun",
}
"""Permendagri 78/2012: for reading old numbers only, never for new ones."""


@dataclass(frozen=True)
class Klasifikasi:
    """One code; ``yakin`` is H, M or L."""

    kode: str
    nama: str
    yakin: str


@cache
def daftar() -> dict[str, Klasifikasi]:
    """All codes in force, by code, in their order."""
    with _FILE.open(newline="", encoding="utf-8") as lines:
        return {row["kode"]: Klasifikasi(**row) for row in csv.DictReader(lines)}


def klasifikasi(kode: str) -> str:
    """What *kode* means, or the nearest code above it; old codes too. Raises ``ValueError`` for an unknown one."""
    dicari = kode
    while dicari:
        if dicari in daftar():
            return daftar()[dicari].nama
        dicari = dicari.rpartition(".")[0]
    if kode in LAMA:
        return LAMA[kode]
    raise ValueError(f"Kode klasifikasi {kode} tidak dikenal.")
