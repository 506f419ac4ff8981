"""An existing archive comes in: files already on this machine, named by BKN's rules or listed in a manifest.

It is a bulk upload like any other, so it can be seen, corrected and reported on the same page; running it again goes on
where it stopped.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from docservice.akun.models import Pengguna
from docservice.antrean.models import Job, StatusJob
from docservice.antrean.pekerjaan import jalankan
from docservice.audit.jurnal import catat
from docservice.borongan import actions
from docservice.borongan.baris import Pemeriksa
from docservice.borongan.models import BarisBorongan, Borongan
from docservice.borongan.permissions import check_may_borongan
from docservice.borongan.status import StatusBaris, StatusBorongan
from docservice.dokumen import gudang
from docservice.umum.errors import IsianSalah
from storage import StorageFull

KOLOM = {"berkas", "nip", "jenis"}


@dataclass(frozen=True)
class Butir:
    """One file of an import. Empty fields are read from its name; ``sidik`` is the SHA-256 it should have."""

    letak: Path
    nama: str
    jenis: str = ""
    minor: str = ""
    nip: str = ""
    sidik: str = ""


def baca_manifes(letak: Path) -> list[Butir]:
    """CSV with ``berkas`` (below the manifest's folder), ``nip``, ``jenis`` and perhaps ``minor``, ``sha256``.

    Raises :class:`IsianSalah` for a manifest without these columns or with a file outside its folder.
    """
    with letak.open(newline="", encoding="utf-8-sig") as isi:
        baca = csv.DictReader(isi)
        if not set(baca.fieldnames or ()) >= KOLOM:
            raise IsianSalah(f"Manifes harus berkolom {', '.join(sorted(KOLOM))}; minor dan sha256 boleh ditambah.")
        return [_butir(letak.parent.resolve(), satu) for satu in baca]


def _butir(akar: Path, satu: dict[str, str | None]) -> Butir:
    nama = (satu["berkas"] or "").strip()
    letak = (akar / nama).resolve()
    if not letak.is_relative_to(akar) or letak == akar:
        raise IsianSalah(f"Manifes menunjuk ke luar foldernya: {nama}.")
    lain = {bidang: (satu.get(bidang) or "").strip() for bidang in ("jenis", "minor", "nip", "sha256")}
    return Butir(letak, nama, lain["jenis"], lain["minor"], lain["nip"], lain["sha256"].lower())


def impor(*, by: Pengguna, nama: str, kunci: str, butir: Sequence[Butir]) -> Borongan:
    """Take the bytes in, judge, and send what is ready. The same *kunci* goes on with the same import.

    Raises :class:`StorageFull`, also for the reserve, and :class:`StoreUnavailable`.
    """
    check_may_borongan(by)
    borongan, baru = Borongan.objects.get_or_create(
        oleh=by, kunci=kunci[:60], defaults={"nama": nama[-200:], "jumlah": len(butir)}
    )
    if baru:
        with transaction.atomic():
            catat("borongan.diterima", by=by, objek=borongan, berkas=len(butir), impor=True)
    if borongan.status == StatusBorongan.DIURAI:
        _terima(by, borongan, butir)
    borongan.refresh_from_db()
    if borongan.status == StatusBorongan.DIPERIKSA and borongan.hitung()[StatusBaris.SIAP]:
        actions.kirim(by=by, borongan=borongan)
    return borongan


def _terima(by: Pengguna, borongan: Borongan, butir: Sequence[Butir]) -> None:
    pemeriksa = Pemeriksa(by)
    ada = set(borongan.baris.values_list("urutan", flat=True))
    for urutan, satu in enumerate(butir):
        if urutan not in ada:
            _baris(pemeriksa, borongan, urutan, satu).save()
    with transaction.atomic():
        Borongan.objects.filter(pk=borongan.pk).update(status=StatusBorongan.DIPERIKSA)
        catat("borongan.diurai", by=None, objek=borongan, jumlah=borongan.hitung())


def _baris(pemeriksa: Pemeriksa, borongan: Borongan, urutan: int, butir: Butir) -> BarisBorongan:
    baris = BarisBorongan(borongan=borongan, urutan=urutan, nama=butir.nama[-200:])
    if butir.letak.is_symlink() or not butir.letak.is_file():
        baris.status, baris.masalah = StatusBaris.DITOLAK, "Berkas tidak ditemukan. Periksa nama dan letaknya."
        return baris
    if not gudang.ruang_cukup(butir.letak.stat().st_size):
        raise StorageFull
    with butir.letak.open("rb") as isi:
        blob = gudang.bagian().put(isi)
    baris.sha256, baris.ukuran = blob.sha256, blob.size
    if butir.sidik and butir.sidik != blob.sha256:
        baris.status, baris.masalah = StatusBaris.DITOLAK, "Isi berkas tidak sama dengan sidik di manifes."
        return baris
    pemeriksa.terka(baris)
    baris.jenis = pemeriksa.kode(butir.jenis) if butir.jenis else baris.jenis
    baris.minor, baris.nip = butir.minor or baris.minor, butir.nip or baris.nip
    return pemeriksa.nilai([baris])[0]


def tuntaskan(borongan: Borongan) -> Iterator[dict[str, int]]:
    """Do the sending here instead of waiting for a worker; counts after every attempt, until it rests."""
    while True:
        job = Job.objects.filter(kunci=f"borongan.kirim:{borongan.pk}").first()
        if job is None or job.status in (StatusJob.SELESAI, StatusJob.MACET):
            return
        jalankan(job.pk)
        yield borongan.hitung()


def kunci_isi(letak: Path, *lain: str) -> str:
    """The same content gives the same import."""
    return hashlib.sha256(letak.read_bytes() + "\0".join(lain).encode()).hexdigest()[:48]
