"""Data of the decree that takes a person on as CPNS (PP 11/2017 jo. PP 17/2020)."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from templates_sk.aturan import Rule, hari_pertama
from templates_sk.susunan.bagian import Golongan, Naskah, Nip, Pertimbangan, Ringkas, Teks


class Data(Naskah):
    """One person, one rank, one day; dates arrive as ISO text."""

    mengingat: Pertimbangan | Ringkas | None = Field("ringkas", title="Mengingat")
    nama: Teks = Field(title="Nama")
    tempat_lahir: Teks = Field(title="Tempat lahir")
    tanggal_lahir: date = Field(title="Tanggal lahir")
    nip: Nip = Field(title="NIP")
    pendidikan: Teks = Field(title="Pendidikan")
    golongan: Golongan = Field(title="Golongan ruang")
    tmt: date = Field(title="TMT")
    mk_tahun: int = Field(0, title="Masa kerja golongan (tahun)", ge=0, le=50)
    mk_bulan: int = Field(0, title="Masa kerja golongan (bulan)", ge=0, le=11)
    gaji_pokok: int = Field(title="Gaji pokok", ge=1)
    jabatan: Teks = Field(title="Jabatan")
    unit_kerja: Teks = Field(title="Unit kerja")


ATURAN = (Rule(("tmt",), hari_pertama("tmt", "TMT")),)
