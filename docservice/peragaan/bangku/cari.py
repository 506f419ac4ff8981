"""A search of one person with facets and snippets against the engine's own bare query on the same index."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from search import Entry, Query, TantivyIndex

JUMLAH, ULANG = 5000, 100
KALIMAT = "keputusan gubernur kenaikan pangkat pegawai negeri sipil golongan ruang terhitung mulai tanggal gaji pokok"


def ukur() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        indeks = TantivyIndex(Path(folder))
        indeks.write((_entri(n) for n in range(JUMLAH)), ())
        akses = frozenset({"u7"})
        kami = _cpu(lambda: indeks.search(Query(text="kenaikan pangkat", akses=akses)))
        polos = _cpu(lambda: indeks.search(Query(text="", akses=akses, limit=1)))
    return {"dokumen": JUMLAH, "kami_cpu_s": kami, "mesin_cpu_s": polos, "rasio": round(kami / polos, 1)}


def _entri(n: int) -> Entry:
    kata = KALIMAT.split()
    teks = " ".join(kata[(n * 7 + i) % len(kata)] for i in range(200))
    facets = {
        "jenis": "SK_KP",
        "unit": f"Unit {n % 40}",
        "tahun": str(2000 + n % 25),
        "golongan": "",
        "status": "",
        "kelas": "T",
    }
    return Entry(str(n), "1", f"SK {n}", teks, [f"821/{n}"], f"{n:018d}", f"Orang {n}", [f"u{n % 40}"], facets, None)


def _cpu(kerja: Any) -> float:
    awal = time.process_time()
    for _ in range(ULANG):
        kerja()
    return round((time.process_time() - awal) / ULANG, 5)
