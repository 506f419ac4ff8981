"""Data of a leave permit: cuti sakit (PP 11/2017 Ps. 309 ff., PerBKN 24/2017 jo. 7/2021; PPPK: PerBKN 7/2022)."""

from __future__ import annotations

from templates_sk.surat.bagian import CutiAsn, masa_cuti
from templates_sk.susunan.bagian import Rujukan, Teks, isian


class Data(CutiAsn):
    """The common leave data and what this kind adds."""

    hari: int = isian("Lamanya (hari)", ge=1, le=548)
    surat_dokter: Rujukan = isian("Surat keterangan dokter")
    faskes: Teks = isian("Fasilitas kesehatan", "Lebih dari 14 hari: dokter pemerintah.")


ATURAN = (masa_cuti(),)
