"""Data of a leave permit: cuti melahirkan (PP 11/2017 Ps. 309 ff., PerBKN 24/2017 jo. 7/2021; PPPK: PerBKN 7/2022)."""

from __future__ import annotations

from templates_sk.surat.bagian import CutiAsn, masa_cuti
from templates_sk.susunan.bagian import isian


class Data(CutiAsn):
    """The common leave data and what this kind adds."""

    anak_ke: int = isian("Kelahiran anak ke-", "Anak keempat dan seterusnya memakai cuti besar.", ge=1, le=3)
    bulan: int = isian("Lamanya (bulan)", default=3, ge=1, le=3)


ATURAN = (masa_cuti(),)
