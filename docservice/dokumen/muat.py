"""Loading the register of kinds of documents (riwayat-layanan E.1)."""

from __future__ import annotations

import csv
from pathlib import Path

from docservice.dokumen.models import JenisDokumen

BERKAS = Path(__file__).parent / "data" / "jenis_dokumen.csv"


def muat_jenis_dokumen() -> int:
    with BERKAS.open(newline="") as isi:
        baris = list(csv.DictReader(isi))
    for urutan, satu in enumerate(baris):
        bendera = {nama: satu.pop(nama) == "1" for nama in ("per_tahun", "wajib", "hanya_admin")}
        kode = satu.pop("kode")
        JenisDokumen.objects.update_or_create(kode=kode, defaults={**satu, **bendera, "urutan": urutan})
    return len(baris)
