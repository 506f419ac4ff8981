"""Loading BKN's reference tables as dated rows."""

from __future__ import annotations

import json
from pathlib import Path

from docservice.pegawai.models import Referensi

FOLDER = Path(__file__).parent / "data" / "bkn"


def muat_referensi() -> int:
    """Bring every vendored table into rows keyed by BKN's id; running again changes only what changed."""
    jumlah = 0
    for berkas in sorted(FOLDER.glob("*.json")):
        for baris in json.loads(berkas.read_text()):
            kode, nama = str(baris.get("id", "")), str(baris.get("nama", "")).strip()
            rincian = {k: v for k, v in baris.items() if k not in ("id", "nama")}
            Referensi.objects.update_or_create(
                tabel=berkas.stem, kode=kode, defaults={"nama": nama[:250], "rincian": rincian}
            )
            jumlah += 1
    return jumlah
