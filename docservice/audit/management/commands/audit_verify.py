"""Proves the journal: exit 0 when the chain is unbroken, 1 with the broken places otherwise."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.audit.jurnal import periksa
from docservice.audit.models import Jejak


class Command(BaseCommand):
    help = "Memeriksa rantai jurnal."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        kerusakan = list(periksa())
        jumlah = Jejak.objects.count()
        if options["json"]:
            rusak = [{"nomor": k.nomor, "sebab": k.sebab} for k in kerusakan]
            self.stdout.write(json.dumps({"utuh": not rusak, "entri": jumlah, "kerusakan": rusak}))
        for k in kerusakan:
            self.stderr.write(f"entri {k.nomor}: {k.sebab}")
        if kerusakan:
            raise CommandError(f"Jurnal rusak di {len(kerusakan)} tempat.")
        if not options["json"]:
            self.stdout.write(f"Jurnal utuh: {jumlah} entri.")
