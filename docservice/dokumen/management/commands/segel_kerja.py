"""Encrypts the drafts of decrees that were stored before their store was closed; run again, it does nothing."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from docservice.dokumen.segel import segel_kerja


class Command(BaseCommand):
    help = "Menyandikan draf naskah yang tersimpan terbuka oleh versi sebelumnya."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{segel_kerja()} berkas disandikan.")
