"""Loads reference tables, kinds of documents, services and their rules, number patterns: harmless to run again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from docservice.dokumen.muat import muat_jenis_dokumen
from docservice.layanan.muat import muat_layanan
from docservice.naskah.muat import muat_pola_nomor
from docservice.pegawai.muat import muat_referensi


class Command(BaseCommand):
    help = "Memuat tabel acuan BKN, jenis dokumen, layanan dan aturannya, pola nomor surat."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Referensi BKN: {muat_referensi()} baris")
        self.stdout.write(f"Jenis dokumen: {muat_jenis_dokumen()}")
        self.stdout.write(f"Layanan: {muat_layanan()}")
        self.stdout.write(f"Pola nomor baru: {muat_pola_nomor()}")
