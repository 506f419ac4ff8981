"""Imports the files of a folder by their names, once or watching it, and leaves minutes of each round.

What was taken in moves to ``selesai/``, what was not to ``perlu-diperiksa/``; ``berita-acara/`` says why. A round that
was cut off left the list of its files there, and is gone on with first.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.akun.perintah import pelaku_perintah
from docservice.borongan.impor import Butir, impor, tuntaskan
from docservice.borongan.laporan import tulis_laporan
from docservice.borongan.models import Borongan
from docservice.borongan.status import StatusBaris
from docservice.umum.errors import TidakBerwenang
from storage import StorageError

SELESAI, PERLU, ACARA = "selesai", "perlu-diperiksa", "berita-acara"
TERGANGGU = "Penyimpanan penuh atau terganggu. Berkasnya masih di folder ini; periksa ruang simpan, lalu ulangi."
DIAM = 5.0
"""Seconds a file must have been left alone: a scanner may still be writing it."""


class Command(BaseCommand):
    help = "Memasukkan berkas dari folder menurut namanya; --pantau terus mengawasi folder itu."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--oleh", required=True, metavar="NIP", help="administrator atau fasilitator")
        parser.add_argument("--pantau", type=float, metavar="DETIK", help="ulangi tiap sekian detik, sampai Ctrl-C")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        by = pelaku_perintah(options["oleh"], ada=folder.is_dir(), apa="Folder", letak="folder")
        for nama in (SELESAI, PERLU, ACARA):
            (folder / nama).mkdir(exist_ok=True)
        while True:
            try:
                self._sekali(by, folder)
            except TidakBerwenang as salah:
                raise CommandError(salah.pesan) from None
            except StorageError as salah:  # full or away: the files still lie here for the next round
                if options["pantau"] is None:
                    raise CommandError(TERGANGGU) from salah
                self.stderr.write(TERGANGGU)
            if options["pantau"] is None:
                return
            time.sleep(options["pantau"])

    def _sekali(self, by: Pengguna, folder: Path) -> None:
        daftar = min((folder / ACARA).glob("*.sedang"), default=None) or _daftar_baru(folder)
        if daftar is None:
            return
        berkas, kapan = [folder / nama for nama in json.loads(daftar.read_text())], daftar.stem
        butir = [Butir(satu, satu.name) for satu in berkas]
        borongan = impor(by=by, nama=f"{folder.name} {kapan}", kunci=f"folder:{kapan}", butir=butir)
        for hitung in tuntaskan(borongan):
            self.stderr.write(f"{hitung['terkirim']} terkirim, {hitung['siap']} menunggu")
            time.sleep(0.5)
        self._tutup(folder, kapan, borongan, berkas)
        daftar.unlink()

    def _tutup(self, folder: Path, kapan: str, borongan: Borongan, berkas: list[Path]) -> None:
        """Minutes first: a file that has moved without a word would be a riddle."""
        baris = list(borongan.baris.all())
        with (folder / ACARA / f"{kapan}.csv").open("w", newline="") as keluar:
            tulis_laporan(baris, keluar)
        for satu in baris:
            asal = berkas[satu.urutan]
            tujuan = folder / (SELESAI if satu.status == StatusBaris.TERKIRIM else PERLU) / asal.name
            if asal.exists():  # else it moved before the round was cut off
                asal.rename(tujuan if not tujuan.exists() else tujuan.with_stem(f"{tujuan.stem}-{kapan}"))
        self.stdout.write(f"{folder.name}: {borongan.hitung()}")


def _daftar_baru(folder: Path) -> Path | None:
    """The list of the files of a new round; whole or not there."""
    berkas = [satu.name for satu in sorted(folder.iterdir()) if _tenang(satu)]
    if not berkas:
        return None
    kapan = timezone.localtime().strftime("%Y%m%d-%H%M%S-%f")
    belum = folder / ACARA / f"{kapan}.baru"
    belum.write_text(json.dumps(berkas))
    return belum.rename(belum.with_suffix(".sedang"))


def _tenang(letak: Path) -> bool:
    return letak.is_file() and not letak.is_symlink() and time.time() - letak.stat().st_mtime >= DIAM
