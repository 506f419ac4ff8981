"""Writes an export as SIASN would give it of this office, with differences, to try a reconciliation with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from docservice.rekonsiliasi.contoh import contoh_ekspor
from docservice.umum.lembar import csv_lembar, xlsx_lembar


class Command(BaseCommand):
    help = "Menulis contoh ekspor SIASN (CSV atau XLSX) dari pegawai yang tercatat, dengan beberapa perbedaan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("berkas", type=Path, help="berakhiran .csv atau .xlsx")

    def handle(self, *args: Any, **options: Any) -> None:
        berkas: Path = options["berkas"]
        baris = list(contoh_ekspor())
        if berkas.suffix == ".xlsx":
            isi = xlsx_lembar({"Data Utama": baris}, dibuat=timezone.now())
        elif berkas.suffix == ".csv":
            isi = csv_lembar(baris)
        else:
            raise CommandError("Akhiran berkas harus .csv atau .xlsx.")
        berkas.write_bytes(isi)
        self.stdout.write(f"{len(baris) - 1} orang ditulis ke {berkas}.")
