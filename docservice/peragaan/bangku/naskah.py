"""Drawing naskah against an empty ReportLab page of the same run: milliseconds of CPU, the least of many rounds.

Names, numbers and addresses of the QR are new in every round, as in a batch; the people in the tables are those of
the round before, as when a draft is drawn again, save where they are called new. The batch of ten thousand tells how
much memory the process gained while it ran.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from reportlab.pdfgen import canvas

from templates_sk import kind, render

PUTARAN, BATCH, KABAR = 100, 10_000, 1_000
_IMPOR = "import time; t = time.process_time(); import templates_sk; print(time.process_time() - t)"


def ukur(putaran: int = PUTARAN, batch: int = BATCH) -> dict[str, Any]:
    """Milliseconds per kind of work, the ratio to an empty page, the pace and memory of a batch, seconds to import."""
    kerja = _kerja()
    ms = {nama: round(_paling(buat, putaran) * 1000, 3) for nama, buat in kerja.items()}
    nisbah = round(ms["sk_satu_halaman_qr"] / ms["reportlab_kosong"], 2)
    impor = min(float(subprocess.check_output([sys.executable, "-c", _IMPOR])) for _ in range(3))
    return {**ms, "nisbah": nisbah, **_batch(kerja["sk_satu_halaman_qr"], batch), "impor_detik": round(impor, 3)}


def _kerja() -> dict[str, Callable[[int], object]]:
    kp, mutasi = kind("sk_kenaikan_pangkat").sample, kind("sk_mutasi_kolektif").sample
    tugas = kind("surat_tugas").sample
    seratus = tugas | {"petugas": _beda(tugas["petugas"], 100)}
    banyak = mutasi | {"daftar": _beda(mutasi["daftar"], 300)}
    return {
        "reportlab_kosong": _kosong,
        "sk_satu_halaman_qr": lambda n: render("sk_kenaikan_pangkat", kp | _orang(n)),
        "sk_satu_halaman_tanpa_qr": lambda n: render(
            "sk_kenaikan_pangkat", kp | _orang(n) | {"verification_url": None}
        ),
        "surat_tabel_seratus_baris": lambda n: render("surat_tugas", seratus | {"nomor": f"800.1.11.1/{n + 1}/X/2025"}),
        "surat_tabel_seratus_orang_baru": lambda n: render(
            "surat_tugas", tugas | {"petugas": _beda(tugas["petugas"], 100, n)}
        ),
        "lampiran_tiga_ratus_orang": lambda n: render("sk_mutasi_kolektif", banyak | {"nomor": f"800/{n + 1}/X/2025"}),
    }


def _kosong(n: int) -> None:
    c = canvas.Canvas(io.BytesIO())
    c.showPage()
    c.save()


def _beda(orang: list[dict[str, Any]], banyak: int, angkatan: int = 0) -> list[dict[str, Any]]:
    """*banyak* different people; another *angkatan* brings names and NIPs that no page has shown before."""
    return [
        orang[i % len(orang)]
        | {
            "nama": f"Wulandari {chr(65 + i % 26)}{i // 26}{chr(97 + angkatan % 26)}, S.Kom.",
            "nip": f"{i:09d}{angkatan:09d}",
        }
        for i in range(banyak)
    ]


def _orang(n: int) -> dict[str, str]:
    return {
        "nama": f"Laras {chr(65 + n % 26)}inanti Wulandari, S.Kom.",
        "nip": f"19980512202{n:07d}",
        "nomor": f"800.1.3.2/{n + 1:05d}/BKPSDMD/2026",
        "verification_url": f"https://contoh.example/cek/k7m2q9x4v8t3w6z5r2n7p{n:05d}",
    }


def _paling(buat: Callable[[int], object], putaran: int) -> float:
    paling = float("inf")
    for n in range(putaran):
        mulai = time.process_time()
        buat(n)
        paling = min(paling, time.process_time() - mulai)
    return paling


def _batch(buat: Callable[[int], object], banyak: int) -> dict[str, Any]:
    awal, mulai = _puncak(), time.process_time()
    for n in range(banyak):
        buat(n)
        if (n + 1) % KABAR == 0:
            sys.stderr.write(f"{n + 1} dari {banyak} naskah\n")
    detik = time.process_time() - mulai
    return {"batch": banyak, "per_detik": round(banyak / detik), "memori_bertambah_mb": round(_puncak() - awal, 1)}


def _puncak() -> float:
    """Peak resident memory in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
