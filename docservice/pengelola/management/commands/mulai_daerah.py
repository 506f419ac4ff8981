"""``mulai_daerah``: an empty installation gets its region and the people who let all others in. Once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from docservice.pegawai.models import Daerah
from docservice.pengelola.forms_terima import BOLEH, WAJIB
from docservice.pengelola.mulai import mulai
from docservice.umum.errors import KesalahanDomain
from docservice.umum.fields import TAHUN, baca_tanggal
from docservice.umum.tabel_csv import baca


class Command(BaseCommand):
    help = "Memulai basis data kosong: daerah, unit puncak dan BKPSDM, kepalanya, dan para administrator menurut SK."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("orang", type=Path, help="CSV: kepala_bkpsdm dan dua administrator, dengan kolom peran")
        parser.add_argument("--daerah", required=True, help="mis. Provinsi Kepulauan Contoh")
        parser.add_argument("--jabatan-kepala", required=True, help="mis. GUBERNUR KEPULAUAN CONTOH")
        parser.add_argument("--tempat", required=True, help="tempat penetapan naskah")
        parser.add_argument("--puncak", required=True, help="unit puncak, mis. Pemerintah Provinsi Kepulauan Contoh")
        parser.add_argument("--badan", required=True, help="nama lengkap badan kepegawaian")
        parser.add_argument("--singkatan", default="BKPSDMD", help="singkatan badan itu")
        parser.add_argument("--kanreg", default=Daerah._meta.get_field("kanreg_bkn").default, help="pejabat BKN tujuan")
        parser.add_argument("--sk-nomor", required=True, help="nomor SK yang mengangkat mereka")
        parser.add_argument("--sk-tanggal", required=True, help="tanggalnya, mis. 5-1-2026")

    def handle(self, *args: Any, **options: Any) -> None:
        letak: Path = options["orang"]
        tanggal = baca_tanggal(options["sk_tanggal"])
        if not letak.is_file() or tanggal is None or tanggal.year not in TAHUN:
            raise CommandError("Berkas orang atau tanggal SK tidak terbaca. Tulis tanggal seperti 5-1-2026.")
        daerah = Daerah(
            nama=options["daerah"],
            jabatan_kepala=options["jabatan_kepala"],
            tempat=options["tempat"],
            singkatan_bkpsdm=options["singkatan"],
            kanreg_bkn=options["kanreg"],
        )
        try:
            akun = mulai(
                daerah=daerah,
                puncak=options["puncak"],
                badan=options["badan"],
                orang=list(baca(letak, wajib=WAJIB | {"peran", "surel"}, boleh=BOLEH)),
                sk_nomor=options["sk_nomor"],
                sk_tanggal=tanggal,
            )
        except KesalahanDomain as salah:
            raise CommandError(salah.pesan) from None
        self.stdout.write(f"{daerah.nama} dimulai dengan {len(akun)} orang. Tautan kata sandi dikirim pekerja ke:")
        for satu in akun:
            self.stdout.write(f"  {satu.nama}, {satu.surel}")
        self.stdout.write("Tautan berlaku satu jam; sesudahnya pakai “Lupa kata sandi” di halaman masuk.")
