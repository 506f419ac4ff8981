"""Data of the periodic-rise decree of a PPPK (PermenPANRB 7/2023, Perpres 98/2020 jo. Perpres 11/2024)."""

from __future__ import annotations

from datetime import date

from templates_sk.aturan import Rule, gaji_sesuai_tabel, hari_pertama
from templates_sk.susunan.bagian import GolonganPppk, Kelahiran, MasaKerja, Naskah, Orang, Teks, Uang, isian
from templates_sk.susunan.gaji import SkGaji, kgb_berikutnya_sesuai


class Data(Naskah, Orang, Kelahiran):
    """A PPPK has a golongan and no pangkat."""

    golongan: GolonganPppk = isian("Golongan", "I sampai dengan XVII.")
    jabatan: Teks = isian("Jabatan")
    unit_kerja: Teks = isian("Unit kerja")
    gaji_lama: Uang = isian("Gaji pokok lama", "Menurut surat keputusan terakhir.")
    sk_dasar: SkGaji = isian("Dasar gaji lama")
    gaji_baru: Uang = isian("Gaji pokok baru", "Menurut tabel gaji yang berlaku pada TMT.")
    mkg_baru: MasaKerja = isian("Masa kerja golongan baru")
    tmt_kgb: date = isian("TMT kenaikan gaji berkala", "Tanggal 1.")
    kgb_berikutnya: date | None = isian("Kenaikan berikutnya", "Kosong bila sudah di ujung tabel.", default=None)


ATURAN = (
    Rule(("tmt_kgb",), hari_pertama("tmt_kgb", "TMT kenaikan gaji berkala")),
    Rule(
        ("golongan", "mkg_baru", "gaji_baru", "tmt_kgb"),
        gaji_sesuai_tabel("golongan", "tmt_kgb", gaji="gaji_baru", masa_kerja="mkg_baru"),
    ),
    Rule(("golongan", "mkg_baru", "tmt_kgb", "kgb_berikutnya"), kgb_berikutnya_sesuai),
)
