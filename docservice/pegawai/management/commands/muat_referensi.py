"""Loads BKN's reference tables, by version; says which codes in use are local."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.pegawai.acuan import FOLDER
from docservice.pegawai.models import VersiReferensi
from docservice.pegawai.muat import kode_lokal, muat_referensi


class Command(BaseCommand):
    help = "Memuat tabel acuan BKN (satu JSON tiap tabel) dan menyebut kode yang hanya dikenal di sini."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="folder berisi <tabel>.json")
        parser.add_argument("--laporan", action="store_true", help="hanya laporan, tanpa memuat")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not any(folder.glob("*.json")):
            raise CommandError(f"Tidak ada tabel (*.json) di {folder}.")
        sebelum = VersiReferensi.objects.count()
        if not options["laporan"]:
            self.stdout.write(f"{muat_referensi(folder)} baris berlaku")
        for satu in VersiReferensi.objects.order_by("pk")[sebelum:]:
            self.stdout.write(f"  {satu.tabel}: {satu.baru} baru, {satu.berubah} berubah, {satu.berakhir} berakhir")
        lokal = kode_lokal()
        self.stdout.write(f"Kode lokal (tidak ada di tabel BKN): {len(lokal)}")
        for kode in lokal:
            self.stdout.write(f"  {kode.tabel} {kode.kode}: {kode.tempat}")
