"""Offices with their parts, and people with names, numbers and posts by chance."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.peragaan.kantor import SK_PENGELOLA
from search.trial.papers import NAMES

URUSAN = (
    "Pekerjaan Umum",
    "Perumahan Rakyat",
    "Tenaga Kerja",
    "Pemberdayaan Perempuan",
    "Pertanahan",
    "Kependudukan dan Pencatatan Sipil",
    "Pemberdayaan Masyarakat dan Desa",
    "Keluarga Berencana",
    "Koperasi dan Usaha Kecil",
    "Penanaman Modal",
    "Kepemudaan dan Olahraga",
    "Kebudayaan",
    "Perpustakaan dan Kearsipan",
    "Kelautan dan Perikanan",
    "Pariwisata",
    "Perkebunan",
    "Peternakan",
    "Energi dan Sumber Daya Mineral",
    "Perdagangan",
    "Perindustrian",
)
BAGIAN = ("Sekretariat", "Bidang Pelayanan", "Bidang Pembinaan", "Bidang Pengendalian", "UPTD Wilayah Timur")
JABATAN = ("Analis Sumber Daya Manusia Aparatur", "Pengelola Kepegawaian", "Guru Ahli Muda", "Perawat Terampil")
KAPAN = date(2026, 1, 5)


def buat_unit() -> list[UnitKerja]:
    """Offices under the region, each with its parts; only offices have a fasilitator."""
    puncak = UnitKerja.objects.filter(induk=None).first()
    hasil = []
    for n, urusan in enumerate(URUSAN, 1):
        dinas = UnitKerja.objects.create(nama=f"Dinas {urusan}", singkatan=f"OPD{n:02d}", induk=puncak)
        hasil.append(dinas)
        hasil += [UnitKerja.objects.create(nama=f"{satu} Dinas {urusan}", induk=dinas) for satu in BAGIAN]
    return hasil


def buat_orang(unit: list[UnitKerja], jumlah: int) -> tuple[list[Pegawai], dict[int, Pengguna]]:
    """People evenly over *unit*; the first of each office is its fasilitator, given by the office's id."""
    acak = random.Random(jumlah)
    sandi = make_password(settings.DEVELOPMENT_PASSWORD)  # one for all: hashing is slow on purpose
    bahan = list(_orang(acak, unit, jumlah))
    akun = (
        Pengguna(nip=satu.nip, nama=satu.nama, surel=f"{satu.nip}@contoh.example", password=sandi) for satu in bahan
    )
    for satu, milik in zip(bahan, Pengguna.objects.bulk_create(akun, batch_size=2000), strict=True):
        satu.pengguna = milik
    orang = Pegawai.objects.bulk_create(bahan, batch_size=2000)
    return orang, _fasilitator(orang)


def _orang(acak: random.Random, unit: list[UnitKerja], jumlah: int) -> Iterator[Pegawai]:
    kata = sorted({bagian for nama in NAMES for bagian in nama.split()})
    for n in range(jumlah):
        lahir = date(1967, 1, 1) + timedelta(days=acak.randrange(365 * 33))
        masuk = date(lahir.year + 23 + acak.randrange(3), acak.choice((2, 3, 12)), 1)
        kelamin, nama = acak.choice("12"), f"{acak.choice(kata)} {acak.choice(kata)}"
        yield Pegawai(
            nip=f"{lahir:%Y%m%d}{masuk:%Y%m}{kelamin}{100 + n % 800:03d}",
            nama=nama,
            panggilan=nama.split()[0],
            tempat_lahir="Kota Contoh",
            tanggal_lahir=lahir,
            jenis_kelamin="L" if kelamin == "1" else "P",
            tmt_cpns=masuk,
            unit=unit[n % len(unit)],
            jabatan=acak.choice(JABATAN),
            tingkat_pendidikan="40",
            pendidikan="S-1 Administrasi Negara",
        )


def _fasilitator(orang: list[Pegawai]) -> dict[int, Pengguna]:
    petugas: dict[int, Pengguna] = {}
    for satu in orang:
        if satu.unit.singkatan and satu.unit_id not in petugas:
            assert satu.pengguna is not None
            petugas[satu.unit_id] = satu.pengguna
    nomor, tanggal = SK_PENGELOLA
    Penugasan.objects.bulk_create(
        Penugasan(
            pengguna=akun,
            peran=Peran.FASILITATOR,
            unit_id=unit,
            berlaku_dari=KAPAN,
            sk_nomor=nomor,
            sk_tanggal=tanggal,
        )
        for unit, akun in petugas.items()
    )
    return petugas
