"""Opening and sending, both in small steps that a killed worker's successor goes on with."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.antrean.errors import CobaLagi
from docservice.antrean.pekerjaan import Klaim
from docservice.antrean.sapuan import penuh
from docservice.audit.jurnal import catat
from docservice.borongan.baris import Pemeriksa
from docservice.borongan.kirim import kirim_baris
from docservice.borongan.models import BarisBorongan, Borongan
from docservice.borongan.status import ALUR_BORONGAN, StatusBaris, StatusBorongan
from docservice.dokumen import gudang
from docservice.dokumen.kuota import ambil_ruang
from docservice.umum.errors import RuangPenuh
from storage import Member, ParcelLimits, ParcelRefused, look_into, taken_out

T = TypeVar("T")
SEKALI = 40
"""Files taken out of a ZIP, or rows judged, at a time: what a killed worker does again."""


def urai(subjek: str, klaim: Klaim) -> None:
    """Take the files out of the ZIP, if it is one, and read their names."""
    borongan = Borongan.objects.select_related("oleh").get(pk=subjek)
    if borongan.status != StatusBorongan.DIURAI:
        return
    try:
        if borongan.paket:
            _buka(borongan)
    except (ParcelRefused, RuangPenuh) as salah:
        with klaim.selesai():
            _pindah(borongan, StatusBorongan.DITOLAK, alasan=str(salah)[:300])
        return
    pemeriksa = Pemeriksa(borongan.oleh)
    belum = borongan.baris.filter(status=StatusBaris.PERLU, jenis="", nip="").exclude(sha256="")
    for semua in _berkelompok(list(belum)):
        pemeriksa.nilai([pemeriksa.terka(baris) for baris in semua])
        BarisBorongan.objects.bulk_update(semua, ["jenis", "minor", "nip", "status", "masalah"])
    with klaim.selesai():
        _pindah(borongan, StatusBorongan.DIPERIKSA)


def _buka(borongan: Borongan) -> None:
    """Rows already there are those of an earlier run."""
    batas = ParcelLimits(file_bytes=settings.UPLOAD_LIMIT, total_bytes=10 * settings.BULK_LIMIT)
    with gudang.bagian().local_path(borongan.paket) as path:
        semua = look_into(path, batas)
        _ambil_ruang(borongan, path.stat().st_size + sum(satu.size for satu in semua if not satu.reason_code))
        Borongan.objects.filter(pk=borongan.pk).update(jumlah=len(semua))
        ada = set(borongan.baris.values_list("urutan", flat=True))
        for sebagian in _berkelompok([satu for satu in semua if satu.index not in ada]):
            _tunggu_ruang(sum(satu.size for satu in sebagian))
            _keluarkan(borongan, path, sebagian)


def _ambil_ruang(borongan: Borongan, ukuran: int) -> None:
    """Of its sender's quota, for the ZIP and all that is in it, before any of it is taken out."""
    with transaction.atomic():
        tadi = Borongan.objects.select_for_update().get(pk=borongan.pk).ukuran
        if ukuran > tadi:
            ambil_ruang(borongan.oleh, ukuran - tadi)
            Borongan.objects.filter(pk=borongan.pk).update(ukuran=ukuran)


def _tunggu_ruang(perlu: int) -> None:
    """The reserve is for people who wait at the page; unhurried work leaves it alone."""
    if not gudang.ruang_cukup(perlu):
        raise CobaLagi("ruang penuh", timedelta(minutes=1))


def _keluarkan(borongan: Borongan, path: Path, sebagian: list[Member]) -> None:
    sehat = [satu for satu in sebagian if not satu.reason_code]
    baris = [_baris(borongan, satu, satu.reason) for satu in sebagian if satu.reason_code]
    with (
        tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder,
        taken_out(path, sehat, Path(folder)) as berkas,
    ):
        for satu, letak in berkas:
            if letak is None:
                baris.append(_baris(borongan, satu, "Berkas ini rusak di dalam ZIP. Masukkan lagi berkas aslinya."))
                continue
            with letak.open("rb") as isi:
                baris.append(_baris(borongan, satu, "", gudang.bagian().put(isi).sha256))
    BarisBorongan.objects.bulk_create(baris, ignore_conflicts=True)


def _baris(borongan: Borongan, satu: Member, masalah: str, sha256: str = "") -> BarisBorongan:
    status = StatusBaris.DITOLAK if masalah else StatusBaris.PERLU
    isi = {"nama": satu.name, "ukuran": satu.size, "sha256": sha256, "status": status, "masalah": masalah[:300]}
    return BarisBorongan(borongan=borongan, urutan=satu.index, **isi)


def _berkelompok(semua: list[T]) -> list[list[T]]:
    return [semua[n : n + SEKALI] for n in range(0, len(semua), SEKALI)]


def kirim(subjek: str, klaim: Klaim) -> None:
    """Each ready row through the very same upload as one file by hand; its key makes a second run harmless."""
    borongan = Borongan.objects.select_related("oleh").get(pk=subjek)
    if borongan.status != StatusBorongan.DIKIRIM:
        return
    pemeriksa = Pemeriksa(borongan.oleh)
    for semua in _berkelompok(list(borongan.baris.filter(status=StatusBaris.SIAP))):
        if penuh():
            raise CobaLagi("antrean penuh", timedelta(seconds=15))
        _tunggu_ruang(sum(baris.ukuran for baris in semua))
        orang = pemeriksa.orang(baris.nip for baris in semua)
        for baris in semua:
            kirim_baris(borongan, baris, orang.get(baris.nip), pemeriksa.jenis.get(baris.jenis))
        klaim.perpanjang()
    with klaim.selesai():
        hitung = borongan.hitung()
        _pindah(borongan, StatusBorongan.DIPERIKSA if hitung[StatusBaris.PERLU] else StatusBorongan.SELESAI)
        teks = f"{borongan.nama}: {hitung['terkirim']} terkirim, {hitung['perlu']} perlu diperbaiki, "
        teks += f"{hitung['ditolak']} tidak dapat diterima."
        kunci = f"borongan:{borongan.pk}:{klaim.job.pk}:{hitung['terkirim']}"
        kabari(borongan.oleh, teks, kunci=kunci, tautan=reverse("borongan:borongan", args=[borongan.pk]))


def _pindah(borongan: Borongan, ke: StatusBorongan, *, alasan: str = "") -> None:
    ALUR_BORONGAN.periksa(borongan.status, ke)
    selesai = timezone.now() if ke in (StatusBorongan.SELESAI, StatusBorongan.DITOLAK) else None
    Borongan.objects.filter(pk=borongan.pk).update(status=ke, alasan=alasan, selesai_pada=selesai)
    catat(ALUR_BORONGAN.jejak(ke), by=None, objek=borongan, jumlah=borongan.hitung())


def terkunci(subjek: str) -> None:
    """An opening or sending that failed five times: said to its sender, who cannot see the operator's page."""
    borongan = Borongan.objects.select_related("oleh").get(pk=subjek)
    with transaction.atomic():
        teks = f"{borongan.nama} terhenti karena gangguan. Petugas sistem sudah diberi tahu; tidak ada yang hilang."
        tautan = reverse("borongan:borongan", args=[borongan.pk])
        kabari(borongan.oleh, teks, kunci=f"borongan-macet:{borongan.pk}", tautan=tautan, nada="bahaya")
