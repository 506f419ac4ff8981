"""Re-hashes the archive; exit 1 when anything is missing or damaged."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.arsip.keutuhan import periksa_keutuhan, sidik_arsip


class Command(BaseCommand):
    help = "Memeriksa keutuhan semua berkas arsip."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        temuan = list(periksa_keutuhan(self._lapor))
        jumlah = len(sidik_arsip())
        if options["json"]:
            isi = [{"sha256": t.sha256, "jenis": t.jenis} for t in temuan]
            self.stdout.write(json.dumps({"diperiksa": jumlah, "temuan": isi}))
        if temuan:
            raise CommandError("; ".join(f"{t.jenis} {t.sha256[:16]}…" for t in temuan[:20]))
        if not options["json"]:
            self.stdout.write(f"Utuh: {jumlah} berkas.")

    def _lapor(self, nomor: int, jumlah: int) -> None:
        if nomor % 100 == 0:
            self.stderr.write(f"{nomor} dari {jumlah}")
