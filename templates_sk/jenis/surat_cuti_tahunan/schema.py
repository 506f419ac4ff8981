"""Data of a leave permit: cuti tahunan (PP 11/2017 Ps. 309 ff., PerBKN 24/2017 jo. 7/2021; PPPK: PerBKN 7/2022)."""

from __future__ import annotations

from templates_sk.surat.bagian import CutiAsn, masa_cuti
from templates_sk.susunan.bagian import isian


class Data(CutiAsn):
    """The common leave data and what this kind adds."""

    tahun_hak: int = isian("Tahun hak cuti", ge=2000, le=2100)
    hari_kerja: int = isian("Lamanya (hari kerja)", "Dihitung tanpa hari libur.", ge=1, le=24)


ATURAN = (masa_cuti(),)
