"""Runs one benchmark: figures are CPU-seconds and a ratio against the engine underneath, in the same run."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from docservice.peragaan.bangku.daftar import BANGKU


class Command(BaseCommand):
    help = "Mengukur satu pekerjaan terhadap mesin di bawahnya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("nama", choices=sorted(BANGKU))
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--docs", type=int, help="search: banyaknya dokumen (bawaan 5000)")
        parser.add_argument("--url", default="", help="search: indeks lain; ISINYA DIGANTI")

    def handle(self, *args: Any, **options: Any) -> None:
        pilihan = {"jumlah": options["docs"], "alamat": options["url"]} if options["nama"] == "search" else {}
        isi = {nama: nilai for nama, nilai in pilihan.items() if nilai}
        hasil = {"bangku": options["nama"], **BANGKU[options["nama"]](**isi)}
        if options["json"]:
            self.stdout.write(json.dumps(hasil))
            return
        for nama, nilai in hasil.items():
            self.stdout.write(f"{nama}: {nilai}")
