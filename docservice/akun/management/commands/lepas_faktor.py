"""``lepas_faktor``: someone lost phone and recovery codes. Done at the machine, by somebody who saw them."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from docservice.akun.actions import lepas_faktor
from docservice.akun.models import Pengguna
from docservice.umum.errors import KesalahanDomain


class Command(BaseCommand):
    help = "Melepas faktor kedua seseorang yang kehilangan ponsel dan kode pemulihannya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("nip")
        parser.add_argument("--oleh", required=True, metavar="NIP", help="administrator yang memastikan orangnya")
        parser.add_argument("--alasan", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            orang = {nama: Pengguna.objects.get(nip=options[nama]) for nama in ("nip", "oleh")}
            jumlah = lepas_faktor(by=orang["oleh"], pengguna=orang["nip"], alasan=options["alasan"])
        except Pengguna.DoesNotExist:
            raise CommandError("NIP itu tidak dikenal.") from None
        except KesalahanDomain as salah:
            raise CommandError(salah.pesan) from None
        self.stdout.write(f"{jumlah} faktor dilepas. Semua sesinya berakhir; pemiliknya dikabari.")
