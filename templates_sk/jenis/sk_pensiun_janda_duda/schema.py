"""Data of a survivor's pension (UU 11/1969, PP 8/2024); the amount comes from BKN and is never computed here."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.aturan import Fakta, Rule, hari_pertama, tidak_sesudah
from templates_sk.errors import FieldError
from templates_sk.susunan.bagian import Golongan, Naskah, Pegawai, Pertek, Teks, Uang, isian


class Data(Naskah, Pegawai):
    """The deceased, who receives, how much."""

    petikan: bool = isian("Petikan", default=False)
    pertek: Pertek = isian("Pertimbangan teknis")
    meninggal: date = isian("Tanggal meninggal")
    dasar_pensiun: Uang = isian("Dasar pensiun")
    penerima: Teks = isian("Nama penerima")
    penerima_lahir: date = isian("Tanggal lahir penerima")
    hubungan: Literal["istri", "suami", "anak"] = isian("Hubungan")
    tanggal_nikah: date | None = isian("Tanggal perkawinan", "Kosong bila yang menerima anak.", default=None)
    golongan_anumerta: Golongan | None = isian("Golongan anumerta", "Hanya bila tewas.", default=None)
    tmt_pensiun: date = isian("Pensiun TMT", "Tanggal 1 bulan berikutnya sesudah meninggal.")
    pensiun_pokok: Uang = isian("Pensiun pokok", "Salin dari pertimbangan teknis; tidak dihitung di sini.")
    alamat: Teks = isian("Alamat penerima")

    @property
    def sebutan(self) -> str:
        return {"istri": "Janda", "suami": "Duda", "anak": "Anak"}[self.hubungan]

    @property
    def judul_pensiun(self) -> str:
        judul = f"Pemberian Pensiun {self.sebutan} Pegawai Negeri Sipil"
        return f"Pemberian Kenaikan Pangkat Anumerta dan {judul}" if self.golongan_anumerta else judul

    @property
    def sebutan_kecil(self) -> str:
        return self.sebutan.lower()


def _nikah(f: Fakta) -> FieldError | None:
    if f.hubungan == "anak" or f.tanggal_nikah:
        return None
    return FieldError("tanggal_nikah", "Tanggal perkawinan", "Tanggal perkawinan belum diisi.")


ATURAN = (
    Rule(("hubungan", "tanggal_nikah"), _nikah),
    Rule(("tmt_pensiun",), hari_pertama("tmt_pensiun", "Pensiun TMT")),
    Rule(("meninggal", "tmt_pensiun"), tidak_sesudah("meninggal", "Tanggal meninggal", "tmt_pensiun", "TMT pensiun")),
)
