"""The archive's own search page over many papers, in a process whose settings point at an empty house; prints JSON.

Rows and index are made as the service makes them; the page is asked through Django's whole stack, signed in, with six
facets, the filter of access, snippets, small pictures and people.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from docservice.akun.models import Pengguna  # noqa: E402 - after its settings
from docservice.dokumen.indeks import bangun_ulang  # noqa: E402
from docservice.dokumen.models import Dokumen, Halaman, JenisDokumen, VersiDokumen  # noqa: E402
from docservice.dokumen.muat import muat_jenis_dokumen  # noqa: E402
from docservice.dokumen.status import Kelas, StatusBerkas, StatusDokumen  # noqa: E402
from docservice.pegawai.models import Pegawai, UnitKerja  # noqa: E402
from docservice.peragaan.bangku.cari import KETIKAN, ORANG, PERTANYAAN, UNIT, surat  # noqa: E402
from docservice.peragaan.kantor import bangun  # noqa: E402
from docservice.sampah import tetapkan  # noqa: E402
from search import Entry  # noqa: E402

STAF_ARSIP, FASILITATOR = 6, 15
ULANG, SEKALI = 5, 1000
"""Each question so many times; rows written at once."""
HARI = 12_000
"""Birthdays before a serial number has to go up."""


def utama(jumlah: int) -> None:
    Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    muat_jenis_dokumen()
    kantor = bangun()
    isi_rumah(jumlah, kantor.orang[FASILITATOR].unit, kantor.pengguna(STAF_ARSIP))
    cpu = time.process_time()
    hasil: dict[str, Any] = {"dokumen": bangun_ulang(), "bangun_cpu_s": round(time.process_time() - cpu, 1)}
    tetapkan()  # as the web server does
    for nama, nomor in (("seluruh_daerah", STAF_ARSIP), ("satu_unit", FASILITATOR)):
        klien = Client()
        klien.force_login(kantor.pengguna(nomor), backend=settings.AUTHENTICATION_BACKENDS[0])
        hasil[nama] = ukur(partial(_buka, klien, reverse("arsip:cari")), PERTANYAAN)
        hasil[f"ketik_{nama}"] = ukur(partial(_ketik, klien, reverse("arsip:cari")), PERTANYAAN)
        hasil[f"saran_{nama}"] = ukur(partial(_buka, klien, reverse("arsip:saran")), KETIKAN)
    sys.stdout.write(json.dumps(hasil))


def _buka(klien: Client, alamat: str, teks: str) -> Any:
    return klien.get(alamat, {"q": teks})


def _ketik(klien: Client, alamat: str, teks: str) -> Any:
    """What is asked for while somebody types: hits and facets without the page around them."""
    return klien.get(alamat, {"q": teks}, headers={"HX-Request": "true"})


def isi_rumah(jumlah: int, unit: UnitKerja, oleh: Pengguna) -> None:
    """Papers of *jumlah* / 20 people in as many units as the other benchmark has, one of them *unit*."""
    units = [unit, *(UnitKerja.objects.create(nama=f"Dinas {n}", induk=unit.induk) for n in range(1, UNIT))]
    jenis = set(JenisDokumen.objects.values_list("pk", flat=True))
    semua, nomor = surat(jumlah), 0
    while isi := list(islice(semua, SEKALI)):
        orang = [_orang(satu, nomor + n, units[(nomor + n) % UNIT]) for n, satu in enumerate(isi[::ORANG])]
        nomor += len(orang)
        Pegawai.objects.bulk_create(orang)
        baris = [_dokumen(satu, orang[n // ORANG], jenis, oleh) for n, satu in enumerate(isi)]
        Dokumen.objects.bulk_create(baris)
        versi = [_versi(satu, oleh) for satu in baris]
        VersiDokumen.objects.bulk_create(versi)
        Halaman.objects.bulk_create(
            Halaman(versi=v, nomor=1, lebar=9, tinggi=9, gambar=v.sha256, kecil=v.sha256, teks=satu.text)
            for v, satu in zip(versi, isi, strict=True)
        )


def _orang(satu: Entry, nomor: int, unit: UnitKerja) -> Pegawai:
    lahir = date(1960, 1, 1) + timedelta(days=nomor % HARI)
    return Pegawai(
        nip=f"{lahir:%Y%m%d}2019031{1 + nomor // HARI:03d}",
        nama=satu.nama,
        tempat_lahir="Kota Contoh",
        tanggal_lahir=lahir,
        jenis_kelamin="L",
        unit=unit,
        jabatan="Pelaksana",
        tingkat_pendidikan="40",
    )


def _dokumen(satu: Entry, pegawai: Pegawai, jenis: set[str], oleh: Pengguna) -> Dokumen:
    kode = satu.facets["jenis"]
    return Dokumen(
        pegawai=pegawai,
        jenis_id=kode if kode in jenis else "KARPEG",
        judul=satu.title[:200],
        kelas=Kelas.TERBATAS,
        status=StatusDokumen.TERVERIFIKASI if int(satu.id) % 3 else StatusDokumen.MENUNGGU,
        bersih=True,
        nomor=satu.numbers[0],
        tanggal=date.fromisoformat(satu.date or "2020-01-01"),
        dibuat_oleh=oleh,
    )


def _versi(dokumen: Dokumen, oleh: Pengguna) -> VersiDokumen:
    return VersiDokumen(
        dokumen=dokumen,
        pegawai_id=dokumen.pegawai_id,
        sha256=f"{dokumen.pk:064x}",
        ukuran=1000,
        tipe="pdf",
        nama_berkas="surat.pdf",
        status=StatusBerkas.SIAP,
        jumlah_halaman=1,
        diunggah_oleh=oleh,
        kunci=str(dokumen.pk),
    )


def ukur(kerja: Callable[[str], Any], pertanyaan: tuple[str, ...]) -> dict[str, float]:
    """Milliseconds until the answer: p50 and p95 by the clock, and of the process's own work alone."""
    jam, cpu = [], []
    for satu in pertanyaan:
        assert kerja(satu).status_code == 200
        for _ in range(ULANG):
            awal, kerja_awal = time.perf_counter(), time.process_time()
            kerja(satu)
            jam.append(1000 * (time.perf_counter() - awal))
            cpu.append(1000 * (time.process_time() - kerja_awal))
    bagian = {"p50": 50, "p95": 95}
    hasil = {nama: round(sorted(jam)[len(jam) * n // 100], 1) for nama, n in bagian.items()}
    return hasil | {f"cpu_{nama}": round(sorted(cpu)[len(cpu) * n // 100], 1) for nama, n in bagian.items()}


if __name__ == "__main__":
    utama(int(sys.argv[1]))
