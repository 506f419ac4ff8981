"""Data of the decree that makes a CPNS a PNS (PP 11/2017 Ps. 34–36 jo. PP 17/2020)."""

from __future__ import annotations

from datetime import date

from templates_sk.aturan import Fakta, Rule, gaji_sesuai_tabel, hari_pertama, tidak_sesudah
from templates_sk.errors import FieldError
from templates_sk.susunan.bagian import Golongan, Kelahiran, MasaKerja, Naskah, Orang, Rujukan, Teks, Uang, isian


class Data(Naskah, Orang, Kelahiran):
    """One person after the year of probation."""

    pendidikan: Teks = isian("Pendidikan")
    tmt_cpns: date = isian("TMT CPNS", "Tanggal 1.")
    sk_cpns: Rujukan = isian("SK CPNS")
    sehat: Rujukan = isian("Surat keterangan kesehatan")
    latsar: Rujukan = isian("STTPL pelatihan dasar")
    golongan: Golongan = isian("Golongan ruang")
    mkg: MasaKerja = isian("Masa kerja golongan")
    tmt_pns: date = isian("TMT PNS", "Paling cepat satu tahun sesudah TMT CPNS.")
    gaji_pokok: Uang = isian("Gaji pokok", "100 % menurut tabel gaji yang berlaku.")
    unit_kerja: Teks = isian("Unit kerja")


def _setahun(f: Fakta) -> FieldError | None:
    if (f.tmt_pns.year - f.tmt_cpns.year) * 12 + f.tmt_pns.month - f.tmt_cpns.month >= 12:
        return None
    return FieldError("tmt_pns", "TMT PNS", "TMT PNS paling cepat satu tahun sesudah TMT CPNS.")


ATURAN = (
    Rule(("tmt_pns",), hari_pertama("tmt_pns", "TMT PNS")),
    Rule(("tmt_cpns", "tmt_pns"), _setahun),
    Rule(("golongan", "mkg", "gaji_pokok", "tmt_pns"), gaji_sesuai_tabel("golongan", "tmt_pns", masa_kerja="mkg")),
    Rule(("latsar", "tanggal"), tidak_sesudah("latsar.tanggal", "Tanggal STTPL", "tanggal", "tanggal penetapan")),
)
