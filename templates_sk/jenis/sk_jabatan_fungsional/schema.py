"""Data of a decree on a functional post (PermenPANRB 1/2023, PerBKN 3/2023)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from templates_sk.bahasa import terbilang_desimal
from templates_sk.susunan.bagian import Kelahiran, Naskah, Pegawai, Rujukan, Teks, Uang, isian

JENIS = {
    "pengangkatan_pertama": ("Pengangkatan dalam", "Mengangkat"),
    "perpindahan": ("Pengangkatan melalui Perpindahan dari Jabatan Lain dalam", "Mengangkat"),
    "penyesuaian": ("Pengangkatan melalui Penyesuaian dalam", "Mengangkat"),
    "promosi": ("Pengangkatan melalui Promosi dalam", "Mengangkat"),
    "kenaikan_jenjang": ("Kenaikan Jenjang dalam", "Menaikkan jenjang"),
    "pengangkatan_kembali": ("Pengangkatan Kembali dalam", "Mengangkat kembali"),
}
_JENIS = tuple(JENIS)
Jenis = Literal[_JENIS]  # type: ignore[valid-type]  # the table is the one list
Jenjang = Literal["Pemula", "Terampil", "Mahir", "Penyelia", "Ahli Pertama", "Ahli Muda", "Ahli Madya"]
"""Ahli Utama is appointed by the President."""


class Data(Naskah, Pegawai, Kelahiran):
    """``jabatan`` is the post held until now."""

    petikan: bool = isian("Petikan", default=False)
    jenis: Jenis = isian("Jenis pengangkatan")
    tmt_golongan: date = isian("TMT golongan")
    jf_nama: Teks = isian("Nama jabatan fungsional")
    jenjang: Jenjang = isian("Jenjang")
    ak: Decimal = isian("Angka kredit", ge=0, le=9999)
    pak: Rujukan = isian("Penetapan angka kredit")
    ukom: Rujukan | None = isian("Hasil uji kompetensi", default=None)
    rekomendasi: Rujukan | None = isian("Rekomendasi instansi pembina", default=None)
    tunjangan: Uang | None = isian("Tunjangan jabatan", default=None)
    tmt: date = isian("TMT")

    @property
    def judul_jf(self) -> str:
        return f"{JENIS[self.jenis][0]} Jabatan Fungsional {self.jf_nama}"

    @property
    def kata_angkat(self) -> str:
        return JENIS[self.jenis][1]

    @property
    def ak_kata(self) -> str:
        return terbilang_desimal(self.ak)
