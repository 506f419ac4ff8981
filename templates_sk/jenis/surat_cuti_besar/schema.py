"""Data of a leave permit: cuti besar (PP 11/2017 Ps. 309 ff., PerBKN 24/2017 jo. 7/2021)."""

from __future__ import annotations

from templates_sk.surat.bagian import Cuti, masa_cuti
from templates_sk.susunan.bagian import isian


class Data(Cuti):
    """The common leave data and what this kind adds."""

    bulan: int = isian("Lamanya (bulan)", "Paling lama tiga bulan.", ge=1, le=3)


ATURAN = (masa_cuti(),)
