"""``muat_kewenangan``: who signs, who initials and how decrees are numbered, from a CSV. Twice is once."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from docservice.akun.perintah import pelaku_perintah
from docservice.naskah.forms_wewenang import BOLEH, WAJIB
from docservice.naskah.wewenang import Hasil, muat
from docservice.umum.errors import KesalahanDomain
from docservice.umum.tabel_csv import baca


class Command(BaseCommand):
    help = "Memuat kewenangan tanda tangan, jalur paraf, dan pola nomor dari CSV, menurut keputusan daerah."

    def add_arguments(self, parser: CommandParser) -> None:
        kolom = ", ".join((*sorted(WAJIB), *sorted(BOLEH)))
        parser.add_argument("berkas", type=Path, help=f"CSV berkolom {kolom}")
        parser.add_argument("--oleh", required=True, metavar="NIP", help="administrator")
        parser.add_argument(
            "--akhiri", action="store_true", help="akhiri baris lama sehari sebelum baris yang menggantikannya berlaku"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        letak: Path = options["berkas"]
        by = pelaku_perintah(options["oleh"], ada=letak.is_file())
        with letak.open("rb") as isi:
            sidik = hashlib.file_digest(isi, "sha256").hexdigest()
        baris = baca(letak, wajib=WAJIB, boleh=BOLEH, nip="pejabat")
        try:
            hasil = muat(by=by, baris=baris, sidik=sidik, akhiri=options["akhiri"])
        except KesalahanDomain as salah:
            raise CommandError(salah.pesan) from None
        self._lapor(hasil)
        if hasil.salah:
            sys.exit(1)

    def _lapor(self, hasil: Hasil) -> None:
        for nomor, kalimat in hasil.salah:
            self.stderr.write(f"baris {nomor}: {kalimat}")
        if hasil.salah:
            self.stdout.write(f"{len(hasil.salah)} baris salah. Tidak ada yang disimpan.")
            return
        for kalimat in hasil.diakhiri:
            self.stdout.write(f"Diakhiri: {kalimat}.")
        self.stdout.write(f"{hasil.baru} baris baru, {hasil.sudah_ada} sudah ada, {len(hasil.diakhiri)} diakhiri.")
