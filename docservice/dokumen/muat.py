"""Loading the register of kinds of documents (riwayat-layanan E.1)."""

from __future__ import annotations

import csv
from pathlib import Path

from docservice.dokumen.models import JenisDokumen, VersiJenisDokumen
from docservice.dokumen.models_jenis import ISI_JENIS

BERKAS = Path(__file__).parent / "data" / "jenis_dokumen.csv"


def muat_jenis_dokumen() -> int:
    with BERKAS.open(newline="") as tabel:
        baris = list(csv.DictReader(tabel))
    sendiri = set(VersiJenisDokumen.objects.values_list("jenis", flat=True))
    for urutan, satu in enumerate(baris):
        bendera = {nama: satu.pop(nama) == "1" for nama in ("per_tahun", "wajib", "hanya_admin")}
        kode = satu.pop("kode")
        isi = {**satu, **bendera, "urutan": urutan}
        if kode in sendiri:  # what the office has set itself stands above what we ship
            isi = {nama: nilai for nama, nilai in isi.items() if nama not in ISI_JENIS}
        JenisDokumen.objects.update_or_create(kode=kode, defaults=isi)
    return len(baris)
