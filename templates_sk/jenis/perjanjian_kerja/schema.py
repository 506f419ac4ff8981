"""Data of a work agreement (PP 49/2018, PerBKN 1/2019 jo. 18/2020)."""

from __future__ import annotations

from datetime import date

from templates_sk.aturan import Rule, gaji_sesuai_tabel
from templates_sk.susunan.bagian import (
    Dasar,
    GolonganPppk,
    Kelahiran,
    MasaKerja,
    Orang,
    PenandaTangan,
    Teks,
    Uang,
    isian,
)


class Data(Dasar, Orang, Kelahiran):
    """The head of region is the first party, the employee the second."""

    kepala: Teks = isian("Jabatan kepala daerah")
    tanggal_perjanjian: date = isian("Tanggal perjanjian")
    pendidikan: Teks = isian("Pendidikan")
    alamat: Teks = isian("Alamat")
    jabatan: Teks = isian("Jabatan")
    unit_kerja: Teks = isian("Unit kerja")
    golongan: GolonganPppk = isian("Golongan")
    mkg: MasaKerja = isian("Masa kerja")
    gaji_pokok: Uang = isian("Gaji")
    mulai: date = isian("Mulai perjanjian")
    selesai: date = isian("Selesai perjanjian")
    pihak_kedua: PenandaTangan = isian("Penanda tangan pihak kedua")


ATURAN = (Rule(("golongan", "mkg", "gaji_pokok", "mulai"), gaji_sesuai_tabel("golongan", "mulai", masa_kerja="mkg")),)
