"""Fills an empty development database with the sample office. Refuses in production; harmless to run again."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from docservice.peragaan.berkas import isi_arsip
from docservice.peragaan.besar import bangun_besar
from docservice.peragaan.kantor import PEMOHON, UNTUK_DICOBA, bangun, bekukan_contoh
from docservice.peragaan.sertifikat import terbitkan_sertifikat


class Command(BaseCommand):
    help = "Mengisi kantor contoh: daerah, unit, orang, peran, aturan, dan berkasnya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tanpa-berkas", action="store_true", help="hanya orang dan aturan")
        parser.add_argument("--besar", action="store_true", help="ditambah daerah sebesar yang sungguhan")
        parser.add_argument("--pegawai", type=int, default=5000, help="bersama --besar: banyaknya orang")
        parser.add_argument("--dokumen", type=int, default=100_000, help="bersama --besar: banyaknya dokumen")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Kantor contoh tidak boleh dimuat di lingkungan produksi.")
        call_command("muat_acuan", stdout=self.stdout)
        with transaction.atomic():
            kantor = bangun()
            bekukan_contoh(kantor)
        terbitkan_sertifikat(kantor)
        self.stdout.write(f"Kantor contoh: {len(kantor.orang)} orang")
        if not options["tanpa_berkas"]:
            for nomor in (PEMOHON, UNTUK_DICOBA):
                isi_arsip(kantor, timezone.localdate().year, self._lapor, nomor)
        if options["besar"] and bangun_besar(options["pegawai"], options["dokumen"], self._lapor):
            call_command("reindex", stdout=self.stdout)

    def _lapor(self, teks: str) -> None:
        self.stdout.write(f"  {teks}")
