"""Data of the periodic-rise letter of a PNS (PP 7/1977 Ps. 11 jo. PP 5/2024)."""

from __future__ import annotations

from templates_sk.surat.bagian import SuratDinas
from templates_sk.susunan.bagian import Kelahiran, Pegawai
from templates_sk.susunan.gaji import ATURAN as ATURAN
from templates_sk.susunan.gaji import Kenaikan


class Data(SuratDinas, Pegawai, Kelahiran, Kenaikan):
    """Who, and the rise."""
