"""Data of the quarterly report on the archive (Pergub Babel 14/2023 Ps. 17)."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from templates_sk.aturan import Fakta, Rule
from templates_sk.errors import FieldError
from templates_sk.nomor import bulan_romawi
from templates_sk.susunan.bagian import Bagian, Panjang, Surat, Teks, isian

Banyak = Annotated[int, Field(ge=0, le=10**9)]


class Unit(Bagian):
    """One office: its people and their documents."""

    nama: Teks = isian("Perangkat daerah")
    pegawai: Banyak = isian("Pegawai")
    dokumen: Banyak = isian("Dokumen")
    terverifikasi: Banyak = isian("Terverifikasi")
    lengkap: Decimal = isian("Kelengkapan (%)", ge=0, le=100)


class Layanan(Bagian):
    """One service in the quarter."""

    nama: Teks = isian("Layanan")
    masuk: Banyak = isian("Permohonan masuk")
    selesai: Banyak = isian("Permohonan selesai")
    rata: Decimal = isian("Rata-rata hari kerja", ge=0, le=999)


class Data(Surat):
    """Figures per office and per service; sums are computed here."""

    triwulan: int = isian("Triwulan", ge=1, le=4)
    tahun: int = isian("Tahun", ge=2000, le=2100)
    pendahuluan: Panjang = isian("Pendahuluan")
    unit: Annotated[list[Unit], Field(min_length=1, max_length=200)] = isian("Perangkat daerah")
    layanan: Annotated[list[Layanan], Field(max_length=40)] = isian("Layanan", default_factory=list)
    masalah: Annotated[list[Panjang], Field(min_length=1, max_length=30)] = isian("Masalah dan tindak lanjut")

    @property
    def triwulan_romawi(self) -> str:
        return bulan_romawi(self.triwulan)

    @property
    def jumlah_pegawai(self) -> int:
        return sum(satu.pegawai for satu in self.unit)

    @property
    def jumlah_dokumen(self) -> int:
        return sum(satu.dokumen for satu in self.unit)

    @property
    def jumlah_terverifikasi(self) -> int:
        return sum(satu.terverifikasi for satu in self.unit)


def _wajar(f: Fakta) -> FieldError | None:
    for nomor, satu in enumerate(f.unit):
        if satu.terverifikasi > satu.dokumen:
            pesan = f"Dokumen terverifikasi {satu.nama} lebih banyak daripada dokumennya."
            return FieldError(f"unit.{nomor}.terverifikasi", "Terverifikasi", pesan)
    return None


ATURAN = (Rule(("unit",), _wajar),)
