"""Draws every state machine as Mermaid into docs/alur/; with --check only compares."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.umum.alur import semua_alur


class Command(BaseCommand):
    help = "Menggambar alur keadaan ke docs/alur/."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "docs" / "alur"
        folder.mkdir(parents=True, exist_ok=True)
        for alur in semua_alur():
            isi = f"# Alur {alur.nama}\n\n```mermaid\n{alur.mermaid()}```\n"
            berkas = folder / f"{alur.nama}.md"
            if options["check"] and (not berkas.exists() or berkas.read_text() != isi):
                raise CommandError(f"{berkas.name} tertinggal dari kode. Jalankan manage.py gambar_alur.")
            berkas.write_text(isi)
            self.stdout.write(berkas.name)
