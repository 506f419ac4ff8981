"""Re-hashes archive, quarantine and drafts; exit 1 when anything is missing or damaged and could not be mended."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from docservice.arsip.keutuhan import MB, Putaran, periksa_keutuhan
from docservice.arsip.models import GudangTerjaga


class Command(BaseCommand):
    help = "Memeriksa keutuhan berkas arsip, karantina, dan naskah, dan memulihkan yang rusak dari gudang kedua."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--pulihkan", action="store_true", help="dari STORAGE_SECOND_URL")
        parser.add_argument("--mb-per-detik", type=float, default=0, metavar="N", help="anggaran baca")
        parser.add_argument("--mb", type=float, default=0, metavar="N", help="berhenti sesudah membaca sebanyak ini")
        parser.add_argument("--lanjut", action="store_true", help="mulai dari tempat putaran sebelumnya berhenti")

    def handle(self, *args: Any, **options: Any) -> None:
        temuan, diperiksa, sisa = [], 0, options["mb"]
        for satu in GudangTerjaga:
            pilihan = {"lanjut": options["lanjut"], "pulihkan": options["pulihkan"], "gudang": satu}
            langkah = Putaran(sisa, options["mb_per_detik"], **pilihan)
            temuan += [(str(satu.label), t) for t in periksa_keutuhan(langkah, self._lapor)]
            diperiksa += langkah.diperiksa
            sisa -= langkah.dibaca / MB
            if options["mb"] and sisa <= 0:
                break
        if options["json"]:
            isi = [{"sha256": t.sha256, "jenis": t.jenis, "pulih": t.pulih, "gudang": g} for g, t in temuan]
            self.stdout.write(json.dumps({"diperiksa": diperiksa, "temuan": isi}))
        tinggal = [(g, t) for g, t in temuan if not t.pulih]
        if tinggal:
            raise CommandError("; ".join(f"{t.jenis} {g}/{t.sha256[:16]}…" for g, t in tinggal[:20]))
        if not options["json"]:
            pulih = f" {len(temuan)} dipulihkan." if temuan else ""
            self.stdout.write(f"Utuh: {diperiksa} berkas.{pulih}")

    def _lapor(self, nomor: int, jumlah: int) -> None:
        if nomor % 100 == 0:
            self.stderr.write(f"{nomor} dari {jumlah}")
