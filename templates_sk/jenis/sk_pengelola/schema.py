"""Data of the decree that names the managers of the personnel system (Pergub Babel 14/2023 Ps. 9(5))."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from templates_sk.susunan.bagian import Naskah, Orang, Teks, isian


class Pengelola(Orang):
    """One person: in which role, over which office."""

    jabatan: Teks = isian("Jabatan")
    unit_kerja: Teks = isian("Unit kerja")
    peran: Literal["Administrator", "Fasilitator"] = isian("Peran")
    lingkup: Teks = isian("Lingkup tugas", "Perangkat daerah atau unit kerja yang dikelola.")


class Data(Naskah):
    """All who are named by one decree, from one day on."""

    petikan: bool = isian("Petikan", default=False)
    mulai: date = isian("Mulai bertugas")
    daftar: Annotated[list[Pengelola], Field(min_length=1, max_length=2000)] = isian("Pengelola yang ditetapkan")

    @property
    def jumlah(self) -> int:
        return len(self.daftar)
