"""Data of a proposal for a spouse card (Kep. BAKN 1158a/KEP/1983)."""

from __future__ import annotations

from typing import Literal

from templates_sk.surat.bagian import SuratDinas
from templates_sk.susunan.bagian import Kelahiran, Pegawai, Rujukan, Teks, isian


class Data(SuratDinas, Pegawai, Kelahiran):
    """The civil servant and, with birth data, the spouse."""

    jenis: Literal["karis", "karsu"] = isian("Jenis kartu")
    pasangan: Teks = isian("Nama istri/suami")
    pekerjaan: Teks = isian("Pekerjaan istri/suami")
    akta_nikah: Rujukan = isian("Akta nikah")
    perkawinan_ke: int = isian("Perkawinan ke-", default=1, ge=1, le=9)

    @property
    def kartu(self) -> str:
        return {"karis": "Kartu Istri", "karsu": "Kartu Suami"}[self.jenis]
