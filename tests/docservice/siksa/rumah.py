"""A house for the trials: its own database, files, index and clamd; rows checked against what was promised."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

from tests.server import lingkungan

SEWA = "1"


def siapkan(folder: Path | None = None) -> Any:
    """Environment, Django, servers, a database with two employees; returns the servers to stop at the end.

    *folder*: a house that is kept. One that is there already is entered as it was left.
    """
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    lingkungan.siapkan(folder)
    os.environ["JOB_LEASE_SECONDS"] = SEWA
    import django

    django.setup()
    from django.core.management import call_command

    from tests.server.semua import Server

    server = Server()
    server.mulai()
    call_command("migrate", verbosity=0)
    from docservice.pegawai.models import Pegawai

    if not Pegawai.objects.exists():
        _orang()
    return server


def _orang() -> None:
    from tests.docservice.factories import JenisDokumenFactory, PegawaiFactory, PenugasanFactory

    pemilik = PegawaiFactory.create(pengguna__nip="199710022022021913")
    for _ in range(2):
        PenugasanFactory.create(pengguna=PegawaiFactory.create(unit=pemilik.unit).pengguna)
    JenisDokumenFactory.create(kode="KARPEG", nama="KARPEG")


def kertas_ke(nomor: int) -> bytes:
    """The same bytes for the same number, in whatever process."""
    from docservice.peragaan.pemindai_tiruan import lembar

    return lembar("KARTU PEGAWAI", ["NIP 199710022022021913", f"Lembar percobaan nomor {nomor}"])


def pemilik() -> Any:
    from docservice.akun.models import Pengguna

    return Pengguna.objects.get(nip="199710022022021913")


def petugas(urut: int) -> Any:
    """The first or the second administrator."""
    from docservice.akun.models import Pengguna, Penugasan

    return Pengguna.objects.filter(penugasan__in=Penugasan.objects.berlaku()).order_by("pk")[urut]


def unggah_ke(nomor: int, isi: bytes = b"") -> None:
    """Person 13's form number *nomor*, sent as often as one likes; *isi* instead of the usual sheet."""
    import io

    from docservice.dokumen.actions import unggah
    from docservice.dokumen.models import JenisDokumen
    from docservice.pegawai.models import Pegawai

    pegawai = Pegawai.objects.select_related("pengguna", "unit").get(nip="199710022022021913")
    assert pegawai.pengguna is not None
    unggah(
        by=pegawai.pengguna,
        pegawai=pegawai,
        jenis=JenisDokumen.objects.get(pk="KARPEG"),
        berkas=io.BytesIO(isi or kertas_ke(nomor)),
        nama_berkas="kartu.pdf",
        kunci=f"siksa:{nomor}",
    )


def kerjakan_sampai_habis(detik: float = 60) -> None:
    """What a surviving worker does: waits for dead leases, then works, periodic things left out."""
    from docservice.antrean.models import Job, StatusJob
    from docservice.antrean.pekerjaan import jalankan_semua

    batas = time.monotonic() + detik
    while Job.objects.filter(status__in=(StatusJob.MENUNGGU, StatusJob.BERJALAN)).exists():
        if time.monotonic() > batas:
            return
        Job.objects.filter(status=StatusJob.MENUNGGU).update(berikutnya="2000-01-01T00:00:00Z")
        Job.objects.filter(status=StatusJob.BERJALAN).update(sewa_sampai="2000-01-01T00:00:00Z")
        jalankan_semua()


def cacat(nomor: int) -> list[str]:
    """What is wrong with form *nomor* after all is done: nothing lost, nothing twice, every byte there."""
    import hashlib

    from docservice.arsip.pencarian import cari
    from docservice.dokumen import gudang
    from docservice.dokumen.models import VersiDokumen

    semua = list(VersiDokumen.objects.filter(kunci=f"siksa:{nomor}").select_related("dokumen", "diunggah_oleh"))
    if len(semua) != 1:
        return [f"{nomor}: {len(semua)} versi"]
    (versi,) = semua
    salah = []
    if versi.sha256 != hashlib.sha256(kertas_ke(nomor)).hexdigest():
        salah.append("sidik lain")
    if (versi.status, versi.dokumen.status) != ("siap", "menunggu_verifikasi"):
        salah.append(f"{versi.status}/{versi.dokumen.status}")
    if not gudang.arsip().exists(versi.sha256) or not gudang.arsip().verify(versi.sha256):
        salah.append("berkas hilang atau rusak")
    if versi.halaman.count() != 1:
        salah.append(f"{versi.halaman.count()} halaman")
    if versi.dokumen.versi.count() != 1:
        salah.append(f"{versi.dokumen.versi.count()} versi dokumen")
    ditemukan = [t.dokumen.pk for t in cari(versi.diunggah_oleh, f"percobaan nomor {nomor}").temuan]
    if ditemukan.count(versi.dokumen_id) != 1:
        salah.append("tidak dapat dicari tepat sekali")
    return [f"{nomor}: {', '.join(salah)}"] if salah else []


def cacat_umum() -> list[str]:
    """Database whole, journal unbroken, one journal line per step of each document."""
    from django.db import connection
    from django.db.models import Count
    from django.db.models.fields.json import KT

    from docservice.audit.jurnal import periksa
    from docservice.audit.models import Jejak

    salah = [f"jurnal {satu.nomor}: {satu.sebab}" for satu in periksa()]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            if (isi := cursor.fetchone()[0]) != "ok":
                salah.append(f"basis data: {isi}")
    jejak = Jejak.objects.filter(objek__startswith="dokumen:").annotate(versi=KT("rincian__versi"))
    ganda = jejak.values("objek", "aksi", "versi").annotate(n=Count("pk"))
    return salah + [f"jurnal ganda: {satu['objek']} {satu['aksi']}" for satu in ganda.filter(n__gt=1)[:10]]


def cetak(hasil: dict[str, Any]) -> None:
    print(json.dumps(hasil, indent=1, ensure_ascii=False))  # noqa: T201 - the report
