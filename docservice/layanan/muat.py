"""Loading the catalogue of services and the first requirement set, each with the decision that set it."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

from docservice.dokumen.models import JenisDokumen
from docservice.layanan.models import AturanLayanan, Layanan, SyaratLayanan, TahapLayanan

FOLDER = Path(__file__).parent / "data"
KEPUTUSAN: dict[str, Any] = {
    "keputusan_nomor": "800.1.9/Kep.12/BKPSDMD/2026",
    "keputusan_tanggal": date(2026, 1, 5),
    "berlaku_dari": date(2026, 1, 5),
}


def muat_layanan() -> int:
    """The 21 services of BABEL Pasal 10(1) and every requirement set in the data folder."""
    with (FOLDER / "layanan.csv").open(newline="") as isi:
        for urutan, baris in enumerate(csv.DictReader(isi)):
            kode, aktif = baris.pop("kode"), baris.pop("aktif") == "1"
            isian = {**baris, "aktif": aktif, "urutan": urutan, **KEPUTUSAN}
            Layanan.objects.update_or_create(kode=kode, defaults=isian)
    for berkas in sorted(FOLDER.glob("*.json")):
        _muat_aturan(json.loads(berkas.read_text()))
    return Layanan.objects.count()


def _muat_aturan(isi: dict[str, Any]) -> None:
    """Rows are added once per decision; a changed decision is a new file, never an edit (Law 10)."""
    layanan = Layanan.objects.get(pk=isi["layanan"])
    putusan = {kunci: isi[kunci] for kunci in ("keputusan_nomor", "keputusan_tanggal", "berlaku_dari")}
    if SyaratLayanan.objects.filter(
        layanan=layanan, varian=isi["varian"], keputusan_nomor=putusan["keputusan_nomor"]
    ).exists():
        return
    for urutan, syarat in enumerate(isi["syarat"]):
        jenis = JenisDokumen.objects.get(pk=syarat.pop("jenis"))
        SyaratLayanan.objects.create(
            layanan=layanan, varian=isi["varian"], jenis=jenis, urutan=urutan, **syarat, **putusan
        )
    for aturan in isi["aturan"]:
        AturanLayanan.objects.create(layanan=layanan, varian=isi["varian"], **aturan, **putusan)
    for urutan, tahap in enumerate(isi["tahap"]):
        TahapLayanan.objects.create(layanan=layanan, urutan=urutan, **tahap, **putusan)
