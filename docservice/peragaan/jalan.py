"""The main job, end to end: one promotion from a scanned decree to a signed one that anyone can check.

Each step acts as the person whose turn it is, through the same verbs as the pages, and proves its outcome.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docservice.peragaan import langkah_riwayat as awal
from docservice.peragaan import langkah_sk as akhir
from docservice.peragaan.kantor import Kantor
from docservice.peragaan.perjalanan import Perjalanan


@dataclass(frozen=True)
class Langkah:
    """One step's fate: name, whether it held, milliseconds, what was seen."""

    name: str
    ok: bool
    ms: int
    detail: str


LANGKAH: tuple[tuple[str, Callable[[Perjalanan], str]], ...] = (
    ("Unggah pindaian SK dan foto", awal.unggah_berkas),
    ("Virus tertangkap", awal.tangkap_virus),
    ("Berkas dibaca", awal.baca_berkas),
    ("Usulan riwayat diajukan", awal.usulkan),
    ("Dibandingkan dengan kertas asli", awal.periksa_asli),
    ("Riwayat divalidasi", awal.validasi),
    ("Kenaikan pangkat diminta", akhir.minta_kenaikan),
    ("Permohonan diperiksa, pertek dicatat", akhir.periksa_permohonan),
    ("SK disusun dan diparaf", akhir.susun_dan_paraf),
    ("SK ditandatangani", akhir.tandatangani),
    ("SK ditemukan di arsip", akhir.temukan),
    ("Keaslian diperiksa", akhir.cek_keaslian),
    ("Jurnal dibuktikan", akhir.buktikan_jurnal),
)


def jalankan(kantor: Kantor) -> Iterator[tuple[Langkah, Perjalanan]]:
    """Walk step by step; stops after the first that fails."""
    perjalanan = Perjalanan(kantor)
    for nama, langkah in LANGKAH:
        mulai = time.monotonic()
        try:
            detail, ok = langkah(perjalanan), True
        except Exception as salah:
            detail, ok = f"{type(salah).__name__}: {salah}", False
        yield Langkah(nama, ok, round(1000 * (time.monotonic() - mulai)), detail), perjalanan
        if not ok:
            return
