"""Data of a pension decree (UU 11/1969, PP 8/2024); the amount comes from BKN and is never computed here."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from templates_sk.aturan import Fakta, Rule, hari_pertama
from templates_sk.bahasa import BULAN
from templates_sk.errors import FieldError
from templates_sk.golongan import GOLONGAN_PNS, pangkat
from templates_sk.susunan.bagian import Bagian, Golongan, MasaKerja, Naskah, Pegawai, Pendek, Pertek, Teks, Uang, isian

JUDUL = {
    "bup": "Pemberhentian dan Pemberian Pensiun Pegawai Negeri Sipil yang Mencapai Batas Usia Pensiun",
    "aps": "Pemberhentian atas Permintaan Sendiri dengan Pemberian Pensiun Pegawai Negeri Sipil",
    "uzur": "Pemberhentian dan Pemberian Pensiun Pegawai Negeri Sipil karena Tidak Cakap Jasmani dan/atau Rohani",
}


class Pasangan(Bagian):
    """A husband or wife entitled after death."""

    nama: Teks = isian("Nama")
    tanggal_lahir: date = isian("Tanggal lahir")
    tanggal_nikah: date = isian("Tanggal perkawinan")
    keterangan: Pendek = isian("Keterangan", default="")


class Anak(Bagian):
    """A child under 25, unmarried, without income."""

    nama: Teks = isian("Nama")
    tanggal_lahir: date = isian("Tanggal lahir")
    orang_tua: Teks = isian("Nama ayah/ibu")
    keterangan: Pendek = isian("Keterangan", default="")


class Data(Naskah, Pegawai):
    """The pensioner, the family, the amounts of the technical consent."""

    petikan: bool = isian("Petikan", default=False)
    jenis: Literal["bup", "aps", "uzur"] = isian("Jenis pensiun", default="bup")
    pertek: Pertek = isian("Pertimbangan teknis")
    tanggal_lahir: date = isian("Tanggal lahir")
    golongan_baru: Golongan | None = isian("Golongan baru", "Hanya bila ada pengabdian.", default=None)
    gaji_pokok: Uang = isian("Gaji pokok terakhir")
    mkg: MasaKerja = isian("Masa kerja golongan")
    masa_kerja_pensiun: MasaKerja = isian("Masa kerja pensiun")
    tmt_pensiun: date = isian("Pensiun TMT", "Tanggal 1 bulan berikutnya sesudah berhenti.")
    pensiun_pokok: Uang = isian("Pensiun pokok", "Salin dari pertimbangan teknis; tidak dihitung di sini.")
    pasangan: Annotated[list[Pasangan], Field(max_length=4)] = isian("Istri/suami", default_factory=list)
    anak: Annotated[list[Anak], Field(max_length=20)] = isian("Anak", default_factory=list)
    alamat: Teks = isian("Alamat setelah pensiun")

    @property
    def judul_pensiun(self) -> str:
        judul = JUDUL[self.jenis]
        return f"Pemberian Kenaikan Pangkat Pengabdian, {judul}" if self.golongan_baru else judul

    @property
    def berkeluarga(self) -> bool:
        return bool(self.pasangan or self.anak)

    @property
    def golongan_baru_teks(self) -> str:
        return f"{pangkat(self.golongan_baru)}, {self.golongan_baru}" if self.golongan_baru else "-"

    @property
    def berhenti(self) -> str:
        """The month before the pension starts."""
        month = self.tmt_pensiun.year * 12 + self.tmt_pensiun.month - 2
        return f"{BULAN[month % 12]} {month // 12}"


def _wewenang(f: Fakta) -> FieldError | None:
    if GOLONGAN_PNS.index(f.golongan) <= GOLONGAN_PNS.index("IV/b"):
        return None
    return FieldError(
        "golongan", "Golongan ruang", "Pensiun golongan IV/c ke atas ditetapkan Kepala BKN atas nama Presiden."
    )


ATURAN = (
    Rule(("tmt_pensiun",), hari_pertama("tmt_pensiun", "Pensiun TMT")),
    Rule(("golongan",), _wewenang),
)
