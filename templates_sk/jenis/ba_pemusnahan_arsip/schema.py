"""Data of the minutes of a disposal (UU 43/2009; Permendagri 83/2022 code 000.5.6)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from templates_sk.susunan.bagian import Bagian, PenandaTangan, Pendek, Surat, Teks, isian
from templates_sk.susunan.dokumen import SuratPejabat


class Arsip(Bagian):
    """One series destroyed."""

    kode: Pendek = isian("Kode klasifikasi")
    uraian: Teks = isian("Uraian")
    kurun: Pendek = isian("Kurun waktu")
    jumlah: Pendek = isian("Jumlah")


class Data(Surat):
    """When, where, on whose approval, what."""

    tanggal_musnah: date = isian("Tanggal pemusnahan")
    tempat_musnah: Teks = isian("Tempat pemusnahan")
    persetujuan: SuratPejabat = isian("Persetujuan pemusnahan")
    cara: Teks = isian("Cara pemusnahan", "Misalnya: penghapusan kunci enkripsi.")
    arsip: Annotated[list[Arsip], Field(min_length=1, max_length=1000)] = isian("Arsip yang dimusnahkan")
    saksi: Annotated[list[PenandaTangan], Field(min_length=1, max_length=3)] = isian("Saksi")
