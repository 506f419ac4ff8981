"""The measuring itself, in a process whose settings point at an empty house; prints one JSON object."""

from __future__ import annotations

import io
import json
import os
import socket
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

import sandbox  # noqa: E402 - after its settings
from docservice.antrean.models import Job, StatusJob  # noqa: E402
from docservice.antrean.pekerjaan import jalankan_semua  # noqa: E402
from docservice.dokumen import gudang  # noqa: E402
from docservice.dokumen.actions import unggah  # noqa: E402
from docservice.dokumen.models import JenisDokumen, VersiDokumen  # noqa: E402
from docservice.dokumen.muat import muat_jenis_dokumen  # noqa: E402
from docservice.layanan.muat import muat_layanan  # noqa: E402
from docservice.pegawai.models import Pegawai  # noqa: E402
from docservice.peragaan.bangku import cpu as hitung  # noqa: E402
from docservice.peragaan.bangku.ingatan import puncak  # noqa: E402
from docservice.peragaan.bangku.layanan import Layanan, berjalan  # noqa: E402
from docservice.peragaan.kantor import PEMOHON, bangun  # noqa: E402
from docservice.peragaan.kertas import pindaian_sk_cpns, sk_cpns  # noqa: E402
from docservice.peragaan.pemindai_tiruan import foto_buram, halaman, pindai  # noqa: E402
from storage import inspect  # noqa: E402

LEMBAR, UNGGAHAN, PERIKSA, NASIHAT = 5, 30, 15, 8
JEDA, LAMA = 0.1, 120.0


def utama() -> None:
    Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    muat_jenis_dokumen()
    muat_layanan()
    pegawai = bangun().orang[PEMOHON]
    kirim(pegawai, pindaian_sk_cpns(pegawai), "SK_PNS")
    jalankan_semua()  # warm: fork server, index, scanner
    isi = [pindai(sk_cpns(pegawai), seed=n) for n in range(LEMBAR)]
    hasil = rasio(pegawai, isi) | inspect_ms(sk_cpns(pegawai))
    print(json.dumps(hasil), file=sys.stderr)  # noqa: T201 - progress
    with berjalan(pegawai) as layanan:
        hasil |= nasihat_s(pegawai, layanan) | jawaban_ms(pegawai, layanan) | memori(layanan)
    sys.stdout.write(json.dumps(hasil))


def kirim(pegawai: Pegawai, isi: bytes, kode: str = "KARPEG", nama: str = "k.pdf") -> VersiDokumen:
    assert pegawai.pengguna is not None
    jenis = JenisDokumen.objects.get(pk=kode)
    return unggah(by=pegawai.pengguna, pegawai=pegawai, jenis=jenis, berkas=io.BytesIO(isi), nama_berkas=nama)


def rasio(pegawai: Pegawai, isi: list[bytes]) -> dict[str, Any]:
    """CPU-seconds per page, everything included, against Tesseract alone on the same page, one thread."""
    clamd = pid_clamd()
    awal, jam = hitung.cpu(clamd), time.monotonic()
    for satu in isi:
        kirim(pegawai, satu)
    jalankan_semua()
    kami, lama = (hitung.cpu(clamd) - awal) / len(isi), time.monotonic() - jam
    siap = VersiDokumen.objects.filter(status="siap").count() - 1
    mesin = statistics.mean(tesseract(satu) for satu in isi[:4])
    return {
        "ok": siap == len(isi),
        "halaman": len(isi),
        "kami_cpu_s": round(kami, 3),
        "mesin_cpu_s": round(mesin, 3),
        "rasio": round(kami / mesin, 2),
        "halaman_per_menit_dua_inti": round(120 / kami),
        "detik_dinding": round(lama, 1),
    }


def pid_clamd() -> int:
    with socket.socket(socket.AF_UNIX) as saluran:
        saluran.connect(settings.CLAMD_URL.removeprefix("unix://"))
        return int.from_bytes(saluran.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)[:4], sys.byteorder)


def tesseract(pdf: bytes) -> float:
    """CPU-seconds of the bare engine on the same page."""
    with tempfile.TemporaryDirectory() as folder:
        halaman(pdf)[0].save(Path(folder, "p.png"))
        return hitung.tesseract(Path(folder, "p.png"))


def inspect_ms(pdf: bytes) -> dict[str, float]:
    """Milliseconds of the whole gate, scanner included, for an ordinary PDF: on the clock (median) and of CPU."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.pdf")
        path.write_bytes(pdf)
        clamd = pid_clamd()
        awal = hitung.cpu(clamd)
        lama = statistics.median(_sekali(path) for _ in range(PERIKSA))
        return {"inspect_ms": round(lama, 1), "inspect_cpu_ms": round(1000 * (hitung.cpu(clamd) - awal) / PERIKSA, 1)}


def _sekali(path: Path) -> float:
    awal = time.perf_counter()
    assert inspect(path, filename="a.pdf", scanner=gudang.pemindai()).accepted
    return 1000 * (time.perf_counter() - awal)


def jawaban_ms(pegawai: Pegawai, layanan: Layanan) -> dict[str, Any]:
    """Milliseconds until 1 MB is acknowledged by the web of the Procfile while its worker reads what came before."""
    dasar = pindai(sk_cpns(pegawai))
    for n in range(UNGGAHAN):  # a page waits behind every upload: the worker is busy to the end
        kirim(pegawai, pindai(sk_cpns(pegawai), seed=100 + n))
    lama = []
    for _ in range(UNGGAHAN):
        isi = dasar + b"%" + os.urandom(8 + max(0, 1_000_000 - len(dasar)) // 2).hex().encode() + b"\n%%EOF\n"
        awal = time.perf_counter()
        layanan.unggah(isi, "k.pdf")
        lama.append(1000 * (time.perf_counter() - awal))
    sibuk = Job.objects.filter(status__in=(StatusJob.MENUNGGU, StatusJob.BERJALAN)).exists()
    return {
        "jawaban_ms_median": round(statistics.median(lama)),
        "jawaban_ms_p95": round(sorted(lama)[-len(lama) // 20]),
        "jawaban_sementara_sibuk": sibuk,
    }


def memori(layanan: Layanan) -> dict[str, str]:
    """How much the web of the Procfile grows at most, all its processes together, while it takes in 100 MB."""
    isi = b"".join((b"%PDF-1.7\n", os.urandom(100_000_000), b"\n%%EOF\n"))
    with puncak(layanan.web) as tumbuh:
        layanan.unggah(isi, "k.pdf")
        return {"memori_100mb": f"{tumbuh() / 1_000_000:.1f} MB"}


def nasihat_s(pegawai: Pegawai, layanan: Layanan) -> dict[str, Any]:
    """Seconds from the last byte of one blurred page to its advice on the page a person looks at."""
    jalankan_semua()
    semua = [_nasihat(layanan, foto_buram(sk_cpns(pegawai)) + bytes(n)) for n in range(NASIHAT + 1)]
    lama = semua[1:]  # the first warms the worker's own fork server
    return {"nasihat_s_median": round(statistics.median(lama), 2), "nasihat_s_terlama": round(max(lama), 2)}


def _nasihat(layanan: Layanan, isi: bytes) -> float:
    """From before the request, not from its answer: on one machine its bytes take no time."""
    awal = time.perf_counter()
    dokumen = layanan.unggah(isi, "k.jpg")
    while "buram." not in layanan.proses(dokumen):
        if time.perf_counter() - awal > LAMA:
            raise TimeoutError("Tidak ada nasihat.")
        time.sleep(JEDA)
    return time.perf_counter() - awal


if __name__ == "__main__":
    sandbox.preload("search")
    utama()
