"""``impor_pegawai``: employees from a CSV. Running it again adds only who is missing."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from docservice.akun.perintah import pelaku_perintah
from docservice.pengelola.forms_terima import BOLEH, WAJIB
from docservice.pengelola.terima import Dasar, Hasil, impor
from docservice.umum.errors import KesalahanDomain
from docservice.umum.fields import TAHUN, baca_tanggal
from docservice.umum.tabel_csv import baca


class Command(BaseCommand):
    help = "Memasukkan pegawai dari CSV, masing-masing dengan akun tanpa kata sandi dan tanpa peran."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("berkas", type=Path, help=f"CSV berkolom {', '.join(sorted(WAJIB | {'unit'}))}")
        parser.add_argument("--oleh", required=True, metavar="NIP", help="administrator")
        parser.add_argument(
            "--buat-unit", nargs=2, metavar=("NOMOR", "TANGGAL"), help="bentuk unit yang belum ada, menurut dasar ini"
        )
        parser.add_argument("--sebagian", action="store_true", help="masukkan baris yang benar walau ada yang salah")

    def handle(self, *args: Any, **options: Any) -> None:
        letak: Path = options["berkas"]
        by = pelaku_perintah(options["oleh"], ada=letak.is_file())
        with letak.open("rb") as isi:
            sidik = hashlib.file_digest(isi, "sha256").hexdigest()
        baris = baca(letak, wajib=WAJIB | {"unit"}, boleh=BOLEH | {"induk"})
        dasar, sebagian = _dasar(options["buat_unit"]), options["sebagian"]
        try:
            hasil = impor(by=by, baris=baris, sidik=sidik, dasar=dasar, sebagian=sebagian)
        except KesalahanDomain as salah:
            raise CommandError(salah.pesan) from None
        self._lapor(hasil, ditulis=sebagian or not hasil.salah)
        if hasil.salah:
            sys.exit(1)

    def _lapor(self, hasil: Hasil, *, ditulis: bool) -> None:
        for nomor, kalimat in hasil.salah:
            self.stderr.write(f"baris {nomor}: {kalimat}")
        for nomor, kalimat in hasil.perlu_dilihat:
            self.stdout.write(f"baris {nomor}, perlu dilihat: {kalimat}")
        masuk = f"{hasil.baru} pegawai baru, {hasil.unit_baru} unit baru, {hasil.sudah_ada} sudah ada"
        self.stdout.write(f"{masuk}, {len(hasil.salah)} baris salah, {hasil.tanpa_surel} tanpa surel.")
        if not ditulis:
            self.stdout.write("Tidak ada yang disimpan. Betulkan baris yang salah, atau pakai --sebagian.")


def _dasar(isian: list[str] | None) -> Dasar | None:
    if isian is None:
        return None
    nomor, teks = isian
    tanggal = baca_tanggal(teks)
    if tanggal is None or tanggal.year not in TAHUN or not 0 < len(nomor.strip()) <= 120:
        raise CommandError("Dasar unit baru tidak terbaca. Tulis seperti --buat-unit “Pergub 7 Tahun 2026” 5-1-2026.")
    return Dasar(nomor.strip(), tanggal)
