"""Imports an existing archive that a manifest (CSV) describes; running it again goes on where it stopped."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.akun.perintah import pelaku_perintah
from docservice.borongan.impor import baca_manifes, impor, kunci_isi, tuntaskan
from docservice.borongan.laporan import tulis_laporan
from docservice.umum.errors import KesalahanDomain
from storage import StorageError


class Command(BaseCommand):
    help = "Memasukkan arsip lama menurut manifes CSV (berkas, nip, jenis, minor, sha256)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("manifes", type=Path)
        parser.add_argument("--oleh", required=True, metavar="NIP", help="administrator atau fasilitator")
        parser.add_argument("--laporan", type=Path, metavar="CSV")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        manifes: Path = options["manifes"]
        by = pelaku_perintah(options["oleh"], ada=manifes.is_file(), apa="Manifes")
        try:
            kunci = kunci_isi(manifes)
            borongan = impor(by=by, nama=manifes.name, kunci=kunci, butir=baca_manifes(manifes))
        except KesalahanDomain as salah:
            raise CommandError(salah.pesan) from None
        except StorageError as salah:  # what was taken in stays; the next run goes on from there
            raise CommandError("Penyimpanan penuh atau terganggu. Periksa ruang simpan, lalu jalankan lagi.") from salah
        for hitung in tuntaskan(borongan):
            self.stderr.write(f"{hitung['terkirim']} terkirim, {hitung['siap']} menunggu")
            time.sleep(0.5)
        if options["laporan"]:
            with options["laporan"].open("w", newline="") as keluar:
                tulis_laporan(borongan.baris.all(), keluar)
        hitung = borongan.hitung()
        self.stdout.write(json.dumps({"borongan": borongan.pk, **hitung}) if options["json"] else str(hitung))
        if hitung["perlu"] or hitung["ditolak"]:
            sys.exit(1)
