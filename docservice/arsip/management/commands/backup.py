"""Copies database and files into a new folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.arsip.cadangan import CadanganGagal, cadangkan


class Command(BaseCommand):
    help = "Mencadangkan basis data dan berkas ke folder baru."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("tujuan", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            isi = cadangkan(options["tujuan"])
        except CadanganGagal as gagal:
            raise CommandError(str(gagal)) from None
        self.stdout.write(
            f"Selesai: {isi['dokumen']} dokumen, jurnal sampai entri {(isi['jurnal'] or {}).get('nomor', 0)}."
        )
