"""The measuring itself, in a process whose settings point at an empty house; prints one JSON object.

A page goes from its upload to the index, all its jobs chosen by the turn of the offices, with an empty queue and with
one in which another office has fifty thousand scans. The bar (domain security 1.2, R6): less than twice as long.
"""

from __future__ import annotations

import io
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

import sandbox  # noqa: E402 - after its settings
from docservice.antrean.models import Giliran, Job, Prioritas, StatusJob  # noqa: E402
from docservice.antrean.pekerjaan import jalankan  # noqa: E402
from docservice.dokumen.actions import unggah  # noqa: E402
from docservice.dokumen.models import JenisDokumen, VersiDokumen  # noqa: E402
from docservice.dokumen.muat import muat_jenis_dokumen  # noqa: E402
from docservice.layanan.muat import muat_layanan  # noqa: E402
from docservice.pegawai.models import Pegawai  # noqa: E402
from docservice.peragaan.bangku import cpu as hitung  # noqa: E402
from docservice.peragaan.bangku.intake_anak import pid_clamd  # noqa: E402
from docservice.peragaan.kantor import PEMOHON, bangun  # noqa: E402
from docservice.peragaan.kertas import sk_cpns  # noqa: E402
from docservice.peragaan.pemindai_tiruan import pindai  # noqa: E402

BANYAK, LEMBAR = 50_000, 6


def utama() -> None:
    Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    muat_jenis_dokumen()
    muat_layanan()
    pegawai = bangun().orang[PEMOHON]
    sepi = [satu_halaman(pegawai, n, borongan=bool(n % 2)) for n in range(LEMBAR + 2)][2:]  # the first two warm
    penuhi()
    ramai = [satu_halaman(pegawai, 100 + n, borongan=bool(n % 2)) for n in range(LEMBAR)]
    hasil: dict[str, Any] = {"mengantre": Job.objects.filter(status=StatusJob.MENUNGGU).count()}
    for nama, semua in (("sepi", sepi), ("ramai", ramai)):
        hasil[f"halaman_cpu_s_{nama}"] = round(statistics.median(cpu for cpu, _, _ in semua), 3)
        hasil[f"halaman_s_{nama}"] = round(statistics.median(lama for _, lama, _ in semua), 3)
        hasil[f"lain_didahulukan_{nama}"] = max(lain for _, _, lain in semua)
    hasil["rasio_cpu"] = round(hasil["halaman_cpu_s_ramai"] / hasil["halaman_cpu_s_sepi"], 2)
    hasil["rasio"] = round(hasil["halaman_s_ramai"] / hasil["halaman_s_sepi"], 2)
    sys.stdout.write(json.dumps(hasil | {"ok": hasil["rasio_cpu"] < 2}))


def penuhi() -> None:
    """Another office's bulk, and work nobody waits for; what is measured is that it stands there, not what it does."""
    lain = {"jenis": "dokumen.pindai_ulang", "prioritas": Prioritas.BORONGAN, "kelompok": "unit:lain"}
    Job.objects.bulk_create([Job(subjek="0", kunci=f"bangku:{n}", **lain) for n in range(BANYAK)], batch_size=2000)


def satu_halaman(pegawai: Pegawai, benih: int, *, borongan: bool) -> tuple[float, float, int]:
    """CPU-seconds and seconds from the upload to the index, and how many jobs of others were done before."""
    isi, clamd = pindai(sk_cpns(pegawai), seed=benih), pid_clamd()
    assert pegawai.pengguna is not None
    awal, jam, lain = hitung.cpu(clamd), time.monotonic(), 0
    versi = unggah(
        by=pegawai.pengguna,
        pegawai=pegawai,
        jenis=JenisDokumen.objects.get(pk="KARPEG"),
        berkas=io.BytesIO(isi),
        nama_berkas="k.pdf",
        borongan=borongan,
    )
    while not selesai(versi):
        pk = Job.objects.terdepan()
        assert pk is not None
        if Job.objects.filter(pk=pk, kelompok="unit:lain").exists():
            lain += 1
            Giliran.catat("unit:lain")
            Job.objects.filter(pk=pk).delete()  # its own work is not what is measured
            continue
        jalankan(pk)
    return hitung.cpu(clamd) - awal, time.monotonic() - jam, lain


def selesai(versi: VersiDokumen) -> bool:
    berjalan = Job.objects.exclude(kelompok="unit:lain").exclude(status=StatusJob.SELESAI).exists()
    return not berjalan and VersiDokumen.objects.filter(pk=versi.pk, status="siap").exists()


if __name__ == "__main__":
    sandbox.preload("search")
    utama()
