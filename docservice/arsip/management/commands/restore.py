"""Puts a copy into an empty installation and proves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.arsip.cadangan import CadanganGagal, pulihkan


class Command(BaseCommand):
    help = "Memulihkan cadangan ke instalasi kosong dan membuktikannya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("sumber", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            isi = pulihkan(options["sumber"])
        except CadanganGagal as gagal:
            raise CommandError(str(gagal)) from None
        self.stdout.write(
            f"Selesai: {isi['dokumen']} dokumen, jurnal sampai entri {(isi['jurnal'] or {}).get('nomor', 0)}."
        )
