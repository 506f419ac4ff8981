"""Data of the minutes that compare scans with their originals (archive rules: alih media, autentikasi)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from templates_sk.susunan.bagian import Bagian, Orang, PenandaTangan, Surat, Teks, isian


class Dokumen(Bagian):
    """One document compared."""

    nama: Teks = isian("Nama dokumen")
    nomor: Teks = isian("Nomor dan tanggal")
    halaman: int = isian("Jumlah halaman", ge=1, le=9999)
    hasil: Literal["Sesuai", "Tidak sesuai"] = isian("Hasil")


class Data(Surat, Orang):
    """When and where, whose documents, and what was found."""

    tanggal_periksa: date = isian("Tanggal pemeriksaan")
    tempat_periksa: Teks = isian("Tempat pemeriksaan")
    dokumen: Annotated[list[Dokumen], Field(min_length=1, max_length=500)] = isian("Dokumen")
    pemilik: PenandaTangan = isian("Pemilik dokumen")

    @property
    def jumlah(self) -> int:
        return len(self.dokumen)

    @property
    def sesuai(self) -> int:
        return sum(satu.hasil == "Sesuai" for satu in self.dokumen)
