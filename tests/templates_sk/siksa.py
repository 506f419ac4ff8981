"""Thousands of random naskah: ``python -m tests.templates_sk.siksa [PER_KIND [KIND …]]``; part of ``make siksa``.

Without words 2,000 of every kind. Every one is laid out in a random style and measured; every fiftieth also becomes a
file, draft and final, whose structure and ink are read back. A failure names its kind and seed; exit 1 when there was
one.
"""

from __future__ import annotations

import os
import sys
import time
from multiprocessing import Pool
from random import Random

from templates_sk import compare, kind, kinds, render
from tests.templates_sk import acak, geometri
from tests.templates_sk.letak import bertumpuk, halaman
from tests.templates_sk.struktur import temuan

BERKAS = 50


def satu(kode: str, benih: int) -> list[str]:
    """Defects of one random naskah."""
    r = Random(f"{kode} {benih}")
    data, gaya = acak.data(kode, r), acak.gaya(r)
    salah = geometri.temuan(kode, data, gaya=gaya)
    if benih % BERKAS:
        return salah
    akhir = render(kode, data, gaya=gaya)
    salah += temuan(akhir.pdf)
    salah += [f"bertumpuk: {dua}" for _, _, semua in halaman(akhir.pdf) for dua in bertumpuk(semua)]
    return salah + compare(render(kode, data, draft=True, gaya=gaya).pdf, akhir.pdf).differences


def jenis(tugas: tuple[str, int]) -> tuple[str, list[str]]:
    kode, banyak = tugas
    salah = []
    for benih in range(banyak):
        try:
            salah += [f"{kode} {benih}: {s}" for s in satu(kode, benih)[:1]]
        except Exception as galat:
            salah.append(f"{kode} {benih}: {type(galat).__name__}: {galat}")
    return kode, salah


def main() -> int:
    banyak = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    dipilih = sys.argv[2:] or [one.code for one in kinds()]
    mulai, semua = time.monotonic(), [(kind(kode).code, banyak) for kode in dipilih]
    gagal: list[str] = []
    with Pool(os.cpu_count()) as kolam:
        for nomor, (kode, salah) in enumerate(kolam.imap_unordered(jenis, semua), start=1):
            gagal += salah
            sys.stderr.write(f"{nomor}/{len(semua)} {kode}: {len(salah)} gagal, {time.monotonic() - mulai:.0f} detik\n")
    sys.stdout.write("\n".join([*gagal, f"{banyak * len(semua)} naskah acak, {len(gagal)} gagal"]) + "\n")
    return 1 if gagal else 0


if __name__ == "__main__":
    sys.exit(main())
