"""Data of a PPPK appointment (PP 49/2018, Perpres 98/2020 jo. 11/2024)."""

from __future__ import annotations

from datetime import date

from templates_sk.aturan import Rule, gaji_sesuai_tabel, tidak_sesudah
from templates_sk.susunan.bagian import GolonganPppk, Kelahiran, MasaKerja, Naskah, Orang, Pertek, Teks, Uang, isian


class Data(Naskah, Orang, Kelahiran):
    """A PPPK has a golongan and no pangkat."""

    pertek: Pertek = isian("Pertimbangan teknis")
    pendidikan: Teks = isian("Pendidikan")
    jabatan: Teks = isian("Jabatan")
    unit_kerja: Teks = isian("Unit kerja")
    golongan: GolonganPppk = isian("Golongan", "I sampai dengan XVII.")
    mkg: MasaKerja = isian("Masa kerja")
    gaji_pokok: Uang = isian("Gaji")
    mulai: date = isian("Mulai perjanjian")
    selesai: date = isian("Selesai perjanjian", "Satu sampai lima tahun.")


ATURAN = (
    Rule(("mulai", "selesai"), tidak_sesudah("mulai", "Mulai perjanjian", "selesai", "selesai perjanjian")),
    Rule(("golongan", "mkg", "gaji_pokok", "mulai"), gaji_sesuai_tabel("golongan", "mulai", masa_kerja="mkg")),
)
