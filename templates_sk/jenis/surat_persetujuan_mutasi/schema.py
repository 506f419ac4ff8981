"""Data of a consent to a move between agencies (PP 11/2017 Ps. 192 ff., PerBKN 5/2019); BKN's decision follows it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.surat.bagian import SuratDinas
from templates_sk.susunan.bagian import Pegawai, Teks, isian
from templates_sk.susunan.dokumen import SuratPejabat

ARAH = {"keluar": "kepindahan", "masuk": "penerimaan"}


class Data(SuratDinas, Pegawai):
    """Who moves from where to where, on whose letter."""

    jenis: Literal["keluar", "masuk"] = isian("Arah mutasi")
    permintaan: SuratPejabat = isian("Surat permintaan")
    instansi_asal: Teks = isian("Instansi asal")
    instansi_tujuan: Teks = isian("Instansi tujuan")
    jabatan_tujuan: Teks | None = isian("Jabatan yang akan diisi", default=None)
    berlaku_sampai: date = isian("Berlaku sampai")

    @property
    def arah(self) -> str:
        return ARAH[self.jenis]
