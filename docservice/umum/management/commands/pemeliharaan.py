"""Closes the service for planned work and opens it again; the public check stays open."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from docservice.umum import pemeliharaan


class Command(BaseCommand):
    help = "Menutup layanan selama pemeliharaan (mulai --sampai) dan membukanya lagi (selesai)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("tindakan", choices=["mulai", "selesai"])
        parser.add_argument("--sampai", help='perkiraan selesai, waktu setempat: "2026-11-02 21:00"')

    def handle(self, *args: Any, **options: Any) -> None:
        if options["tindakan"] == "selesai":
            self.stdout.write("Dibuka lagi." if pemeliharaan.selesai() else "Tidak sedang ditutup.")
            return
        try:
            sampai = timezone.make_aware(datetime.fromisoformat(options["sampai"] or ""))
        except ValueError:
            raise CommandError('Tulis perkiraan selesainya, misalnya --sampai "2026-11-02 21:00".') from None
        if sampai <= timezone.now():
            raise CommandError("Perkiraan selesai sudah lewat.")
        pemeliharaan.mulai(sampai)
        self.stdout.write(f"Ditutup. {pemeliharaan.kalimat(sampai)}")
