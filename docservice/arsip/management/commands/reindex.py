"""Drops the search index and writes it again from the rows (Law 5)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from docservice.dokumen.indeks import bangun_ulang


class Command(BaseCommand):
    help = "Membangun ulang indeks pencarian."

    def handle(self, *args: Any, **options: Any) -> None:
        jumlah = bangun_ulang(lambda n: self.stderr.write(f"{n} dokumen"))
        self.stdout.write(f"Indeks berisi {jumlah} dokumen.")
