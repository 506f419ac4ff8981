"""Data of a survivor's pension (UU 11/1969, PP 8/2024); the amount comes from BKN and is never computed here."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.aturan import Rule, hari_pertama, tidak_sesudah
from templates_sk.susunan.bagian import Naskah, Pegawai, Pertek, Teks, Uang, isian


class Data(Naskah, Pegawai):
    """The deceased, who receives, how much."""

    petikan: bool = isian("Petikan", default=False)
    pertek: Pertek = isian("Pertimbangan teknis")
    meninggal: date = isian("Tanggal meninggal")
    dasar_pensiun: Uang = isian("Dasar pensiun")
    penerima: Teks = isian("Nama penerima")
    penerima_lahir: date = isian("Tanggal lahir penerima")
    tanggal_nikah: date = isian("Tanggal perkawinan")
    hubungan: Literal["istri", "suami"] = isian("Hubungan")
    tmt_pensiun: date = isian("Pensiun TMT", "Tanggal 1 bulan berikutnya sesudah meninggal.")
    pensiun_pokok: Uang = isian("Pensiun pokok", "Salin dari pertimbangan teknis; tidak dihitung di sini.")
    alamat: Teks = isian("Alamat penerima")

    @property
    def sebutan(self) -> str:
        return "Janda" if self.hubungan == "istri" else "Duda"

    @property
    def sebutan_kecil(self) -> str:
        return self.sebutan.lower()


ATURAN = (
    Rule(("tmt_pensiun",), hari_pertama("tmt_pensiun", "Pensiun TMT")),
    Rule(("meninggal", "tmt_pensiun"), tidak_sesudah("meninggal", "Tanggal meninggal", "tmt_pensiun", "TMT pensiun")),
)
