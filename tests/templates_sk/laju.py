"""How fast a page is made: ``python -m tests.templates_sk.laju`` prints JSON.

An empty ReportLab page is drawn in turn with each of ours, in one process; least of many, in milliseconds. Name, NIP,
number and address of the QR are new in every round, as in a batch.
"""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from typing import Any

from reportlab.pdfgen import canvas

from templates_sk import kind, render

PUTARAN = 150


def kosong() -> None:
    c = canvas.Canvas(io.BytesIO())
    c.showPage()
    c.save()


def orang(n: int) -> dict[str, str]:
    return {
        "nama": f"Laras {chr(65 + n % 26)}inanti Wulandari, S.Kom.",
        "nip": f"19980512202202{n:04d}",
        "nomor": f"800.1.3.2/{n:04d}/BKPSDMD/2026",
        "verification_url": f"https://contoh.example/cek/k7m2q9x4v8t3w6z5r2n7p4{n:04d}",
    }


def ukur() -> dict[str, Any]:
    kp, tugas = kind("sk_kenaikan_pangkat").sample, kind("surat_tugas").sample
    seratus = tugas | {"petugas": tugas["petugas"] * 50}
    kerja: dict[str, Callable[[int], object]] = {
        "reportlab_kosong": lambda n: kosong(),
        "sk_satu_halaman_qr": lambda n: render("sk_kenaikan_pangkat", kp | orang(n)),
        "sk_satu_halaman_tanpa_qr": lambda n: render("sk_kenaikan_pangkat", kp | orang(n) | {"verification_url": None}),
        "surat_seratus_baris": lambda n: render("surat_tugas", seratus | {"nomor": f"800.1.11.1/{n}/BKPSDM/2025"}),
    }
    paling = dict.fromkeys(kerja, float("inf"))
    for n in range(1, PUTARAN + 1):
        for nama, buat in kerja.items():
            mulai = time.process_time()
            buat(n)
            paling[nama] = min(paling[nama], time.process_time() - mulai)
    ms = {nama: round(detik * 1000, 3) for nama, detik in paling.items()}
    return {**ms, "nisbah": round(ms["sk_satu_halaman_qr"] / ms["reportlab_kosong"], 3)}


if __name__ == "__main__":
    print(json.dumps(ukur()))  # noqa: T201 - its only output
