"""``python -m tests.docservice.siksa [--hanya R2]``: R1 crash points, R3 disk faults, R2 random kills; a JSON report.

Exits 1 when anything was lost, doubled, damaged, refused without a sentence, or not tried. The full run takes about an
hour on two cores; with ``--rumah`` the random kills can be interrupted, and go on where they were in the same house.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import Any

from tests.docservice.siksa.rumah import cetak, siapkan


def utama() -> int:
    baca = argparse.ArgumentParser(description=__doc__)
    baca.add_argument("--langkahi", type=int, default=1, metavar="N", help="only every N-th call")
    baca.add_argument("--paling-banyak", type=int, default=1500, metavar="N", help="calls of one kind in one step")
    baca.add_argument(
        "--langkah", action="append", default=[], metavar="NAMA", help="R1, R3: only this step; again for more"
    )
    baca.add_argument("--dokumen", type=int, default=1500)
    baca.add_argument("--bunuhan", type=int, default=1000)
    baca.add_argument("--menit", type=float, default=180, help="R2: kill and hand in nothing more after so long")
    baca.add_argument("--benih", default="siksa")
    baca.add_argument("--rumah", type=Path, metavar="FOLDER", help="a house that is kept (short path, one machine)")
    baca.add_argument("--hanya", choices=("R1", "R2", "R3"))
    pilihan = baca.parse_args()
    if shutil.which("strace") is None:
        baca.error("strace is missing: apt-get install strace")
    server = siapkan(pilihan.rumah)
    try:
        hasil = jalankan(server, pilihan)
    finally:
        server.hentikan(simpan=pilihan.rumah is not None)
    cetak(hasil)
    semua = [bagian for daftar in hasil.values() for bagian in daftar]
    return int(any(bagian["cacat"] or not bagian.get("tuntas", True) for bagian in semua))


def jalankan(server: Any, pilihan: argparse.Namespace) -> dict[str, list[dict[str, Any]]]:
    from tests.docservice.siksa import acak, titik

    hasil: dict[str, list[dict[str, Any]]] = {}
    batas = {"langkahi": pilihan.langkahi, "paling_banyak": pilihan.paling_banyak}
    batas |= {"langkah": pilihan.langkah}
    if pilihan.hanya in (None, "R1"):
        hasil["R1"] = list(titik.coba({"signal=SIGKILL": titik.PANGGILAN}, **batas))
    if pilihan.hanya in (None, "R3"):
        hasil["R3"] = list(titik.coba({"error=EIO": titik.CAKRAM, "error=ENOSPC": titik.CAKRAM}, **batas))
    if pilihan.hanya in (None, "R2"):
        isi = {"dokumen": pilihan.dokumen, "bunuhan": pilihan.bunuhan, "benih": pilihan.benih}
        isi["menit"] = pilihan.menit
        hasil["R2"] = [acak.coba(server, **isi)]
    return hasil


if __name__ == "__main__":
    sys.exit(utama())
