"""Writes every kind of riwayat with its fields and papers into docs/kamus-data.md; with --check only compares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.riwayat.bidang import Bidang, bidang_dari
from docservice.riwayat.jenis import RAHASIA, SEMUA, JenisRiwayat

KEPALA = """# Kamus data riwayat

Ditulis oleh `manage.py kamus_data` dari skema tiap jenis; jangan disunting. *Nama BKN* adalah nama bidang di layanan
SIASN, *acuan* tabel BKN asal nilainya. Di API: `GET /api/v1/jenis-riwayat/`, dan `bkn` pada rincian sebuah baris.
"""


class Command(BaseCommand):
    help = "Menulis kamus data riwayat ke docs/kamus-data.md."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        berkas = Path(settings.BASE_DIR) / "docs" / "kamus-data.md"
        isi = "\n".join([KEPALA, *_bagian(SEMUA.values()), "# Data rahasia\n", *_bagian(RAHASIA.values())])
        if options["check"] and (not berkas.exists() or berkas.read_text() != isi):
            raise CommandError("docs/kamus-data.md tertinggal dari skema. Jalankan manage.py kamus_data.")
        berkas.write_text(isi)
        self.stdout.write(berkas.name)


def _bagian(semua: Any) -> Iterator[str]:
    for jenis in semua:
        jalur = f"SIASN `{jenis.siasn}`" if jenis.siasn else "tanpa jalur di SIASN"
        yield f"## {jenis.nama} (`{jenis.kode}`)\n\n{jenis.kelompok}; {jalur}. {_bukti(jenis)}\n"
        yield "| bidang | label | tipe | wajib | nama BKN | acuan |\n|---|---|---|---|---|---|"
        yield from (_baris(satu) for satu in bidang_dari(jenis))
        yield ""


def _baris(satu: Bidang) -> str:
    wajib = "ya" if satu.wajib else ""
    return f"| `{satu.nama}` | {satu.label} | {satu.tipe} | {wajib} | {satu.bkn or '–'} | {satu.tabel} |"


def _bukti(jenis: JenisRiwayat) -> str:
    wajib = [" atau ".join(slot) for slot in jenis.bukti_wajib]
    wajib += [f"{' atau '.join(satu.kode)} ({satu.kata})" for satu in jenis.bukti_bila]
    lain = f" Boleh ditambah: {', '.join(jenis.bukti_lain)}." if jenis.bukti_lain else ""
    return f"Bukti wajib: {'; '.join(wajib)}.{lain}"
