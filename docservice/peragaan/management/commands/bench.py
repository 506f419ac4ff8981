"""Runs one benchmark: figures are CPU-seconds and a ratio against the engine underneath, in the same run."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from docservice.peragaan.bangku import BANGKU


class Command(BaseCommand):
    help = "Mengukur satu pekerjaan terhadap mesin di bawahnya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("nama", choices=sorted(BANGKU))
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        hasil = {"bangku": options["nama"], **BANGKU[options["nama"]]()}
        if options["json"]:
            self.stdout.write(json.dumps(hasil))
            return
        for nama, nilai in hasil.items():
            self.stdout.write(f"{nama}: {nilai}")
