"""Data of the periodic-rise decree of a PPPK (PermenPANRB 7/2023, Perpres 98/2020 jo. Perpres 11/2024)."""

from __future__ import annotations

from templates_sk.susunan.bagian import GolonganPppk, Kelahiran, Naskah, Orang, Teks, isian
from templates_sk.susunan.gaji import ATURAN as ATURAN
from templates_sk.susunan.gaji import Kenaikan


class Data(Naskah, Orang, Kelahiran, Kenaikan):
    """A PPPK has a golongan and no pangkat."""

    golongan: GolonganPppk = isian("Golongan", "I sampai dengan XVII.")
    jabatan: Teks = isian("Jabatan")
    unit_kerja: Teks = isian("Unit kerja")
