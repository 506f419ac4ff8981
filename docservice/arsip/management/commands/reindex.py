"""Builds the search index anew from the rows beside the one in use, and swaps (Law 5)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.antrean.errors import CobaLagi
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.rekonsiliasi import rekonsiliasi
from search import SearchError


class Command(BaseCommand):
    help = "Membangun ulang indeks pencarian; orang tetap mencari di indeks lama sampai yang baru penuh."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dari-awal", action="store_true", help="jangan lanjutkan yang terputus")
        parser.add_argument("--selisih", action="store_true", help="hanya cari dan betulkan perbedaannya")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if not options["selisih"]:
                jumlah = bangun_ulang(self._lapor, lanjutkan=not options["dari_awal"])
                self.stdout.write(f"Indeks berisi {jumlah} dokumen.")
            beda = rekonsiliasi(self._lapor)  # what changed while it was being built
        except CobaLagi as alasan:
            raise CommandError(
                f"Belum selesai: {alasan.sebab}. Jalankan lagi; yang sudah tertulis dilanjutkan."
            ) from None
        except SearchError as galat:
            raise CommandError(str(galat)) from None
        self.stdout.write(f"Selisih: {len(beda.basi)} dokumen ditulis lagi, {len(beda.lebih)} dihapus.")

    def _lapor(self, sudah: int, semua: int) -> None:
        self.stderr.write(f"{sudah} dari {semua} dokumen")
