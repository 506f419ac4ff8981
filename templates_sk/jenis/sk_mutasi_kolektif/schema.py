"""Data of a collective transfer decree (PP 11/2017 Ps. 190 ff., PerBKN 5/2019)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from templates_sk.aturan import Rule, hari_pertama
from templates_sk.susunan.bagian import Golongan, Naskah, Orang, Teks, isian
from templates_sk.susunan.dokumen import SuratPejabat


class Pindah(Orang):
    """One person: from where, to where."""

    golongan: Golongan = isian("Golongan ruang")
    jabatan_lama: Teks = isian("Jabatan lama")
    unit_lama: Teks = isian("Unit kerja lama")
    jabatan_baru: Teks = isian("Jabatan baru")
    unit_baru: Teks = isian("Unit kerja baru")
    kelas: int = isian("Kelas jabatan", ge=1, le=17)


class Data(Naskah):
    """All who move on one day; each receives a petikan of their own."""

    petikan: bool = isian("Petikan", default=False)
    usul: SuratPejabat = isian("Surat usul")
    tmt: date = isian("TMT")
    hari_lapor: int = isian("Batas melapor (hari kerja)", default=5, ge=1, le=30)
    daftar: Annotated[list[Pindah], Field(min_length=1, max_length=2000)] = isian("Pegawai yang dipindahkan")

    @property
    def jumlah(self) -> int:
        return len(self.daftar)


ATURAN = (Rule(("tmt",), hari_pertama("tmt", "TMT")),)
