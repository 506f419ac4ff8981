"""Sweeps blobs that no row knows, as the periodic jobs do, or only says which they would be."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from docservice.dokumen.gudang import NAMA
from docservice.dokumen.yatim import sapu, usia, yatim

SEMUA = (*NAMA, "bagian")


class Command(BaseCommand):
    help = "Menghapus berkas yang tidak dikenal satu baris pun dan sudah cukup tua, dari setiap gudang."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--gudang", choices=SEMUA, action="append", help="hanya gudang ini; boleh diulang")
        parser.add_argument("--coba", action="store_true", help="hanya menyebut jumlahnya")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        hasil = {}
        for nama in options["gudang"] or SEMUA:
            hasil[nama] = len(yatim(nama)) if options["coba"] else sapu(nama)
            if not options["json"]:
                kata = "akan dihapus" if options["coba"] else "dihapus"
                hari = usia(nama).total_seconds() / 86_400
                self.stdout.write(f"{nama}: {hasil[nama]} berkas tanpa baris, lebih dari {hari:g} hari, {kata}")
        if options["json"]:
            self.stdout.write(json.dumps(hasil))
