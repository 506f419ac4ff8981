"""Walks one real case through every room, in a fresh sample office of its own, printing each step."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.peragaan.jalan import jalankan
from docservice.peragaan.ulang import kantor_segar


class Command(BaseCommand):
    help = "Menjalankan satu kenaikan pangkat dari pindaian SK sampai SK baru yang dapat diperiksa siapa pun."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        langkah, pdf = [], ""
        for satu, perjalanan in jalankan(kantor_segar()):
            langkah.append(satu)
            pdf = str(perjalanan.isi.get("pdf", ""))
            if not options["json"]:
                self.stdout.write(f"{'✓' if satu.ok else '✕'} {satu.name} ({satu.ms} ms)\n    {satu.detail}")
                self.stdout.flush()
        if options["json"]:
            self.stdout.write(json.dumps({"steps": [asdict(s) for s in langkah], "pdf": pdf}, ensure_ascii=False))
        elif pdf:
            self.stdout.write(f"SK akhir: {pdf}")
        if not langkah[-1].ok:
            raise CommandError(f"Langkah “{langkah[-1].name}” tidak berhasil.")
