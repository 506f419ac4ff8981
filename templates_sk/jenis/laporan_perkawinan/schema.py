"""Data of a report of marriage (PP 10/1983 Ps. 2, SE BAKN 08/SE/1983)."""

from __future__ import annotations

from typing import Literal

from templates_sk.susunan.bagian import Kelahiran, Pegawai, PenandaTangan, Pendek, Rujukan, Surat, Teks, isian


class Data(Surat, Pegawai, Kelahiran):
    """The civil servant who reports; birth data are the spouse's."""

    jenis: Literal["karis", "karsu"] = isian("Kartu yang diminta")
    perkawinan_ke: int = isian("Perkawinan ke-", default=1, ge=1, le=9)
    pasangan: Teks = isian("Nama istri/suami")
    pekerjaan: Teks = isian("Pekerjaan istri/suami")
    agama: Pendek = isian("Agama", min_length=1)
    alamat: Teks = isian("Alamat")
    akta_nikah: Rujukan = isian("Akta nikah")
    atasan: PenandaTangan = isian("Atasan yang mengetahui")

    @property
    def judul_laporan(self) -> str:
        return "Laporan Perkawinan Pertama" if self.perkawinan_ke == 1 else "Laporan Perkawinan Janda/Duda"

    @property
    def perkawinan(self) -> str:
        return "perkawinan pertama" if self.perkawinan_ke == 1 else "perkawinan sebagai janda/duda"

    @property
    def sebutan(self) -> str:
        return {"karis": "istri", "karsu": "suami"}[self.jenis]

    @property
    def kartu(self) -> str:
        return {"karis": "Kartu Istri", "karsu": "Kartu Suami"}[self.jenis]
