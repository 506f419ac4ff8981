"""Data of the leave form (annex of PerBKN 24/2017 jo. 7/2021)."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from templates_sk.surat.bagian import Cuti, masa_cuti
from templates_sk.susunan.bagian import Bagian, MasaKerja, PenandaTangan, Pendek, Teks, isian

JENIS = {
    "tahunan": "Cuti tahunan",
    "besar": "Cuti besar",
    "sakit": "Cuti sakit",
    "melahirkan": "Cuti melahirkan",
    "alasan_penting": "Cuti karena alasan penting",
    "luar_tanggungan": "Cuti di luar tanggungan negara",
}
_JENIS = tuple(JENIS)
Jenis = Literal[_JENIS]  # type: ignore[valid-type]  # the table is the one list
Sikap = Literal["", "disetujui", "perubahan", "ditangguhkan", "tidak_disetujui"]


class Pilihan(NamedTuple):
    """One kind of leave and whether it is the one asked for."""

    nama: str
    dipilih: bool


class Kotak(NamedTuple):
    """The four answers of an official, of which at most one is ticked."""

    disetujui: bool
    perubahan: bool
    ditangguhkan: bool
    tidak_disetujui: bool


class Sisa(Bagian):
    """What is left of a year's leave."""

    tahun: Pendek = isian("Tahun", "Misalnya: N-1 atau 2025.")
    sisa: int = isian("Sisa (hari)", ge=0, le=24)
    keterangan: Pendek = isian("Keterangan", default="")


class Data(Cuti):
    """The request, its grounds and both answers; an answer not yet given leaves its boxes empty."""

    alasan: Teks = isian("Alasan cuti")
    alamat_cuti: Teks = isian("Alamat selama cuti")
    masa_kerja: MasaKerja = isian("Masa kerja")
    jenis: Jenis = isian("Jenis cuti")
    lama: int = isian("Lamanya", ge=1, le=1100)
    satuan: Literal["hari kerja", "hari", "bulan", "tahun"] = isian("Satuan", default="hari kerja")
    catatan: Annotated[list[Sisa], Field(min_length=1, max_length=6)] = isian("Catatan cuti")
    telepon: Pendek = isian("Telepon selama cuti", default="")
    sikap_atasan: Sikap = isian("Pertimbangan atasan langsung", default="")
    sikap_pejabat: Sikap = isian("Keputusan pejabat", default="")
    catatan_putusan: Teks | None = isian("Catatan keputusan", default=None)
    pemohon: PenandaTangan = isian("Pemohon")
    atasan: PenandaTangan = isian("Atasan langsung")

    @property
    def pilihan_cuti(self) -> list[Pilihan]:
        return [Pilihan(nama, kode == self.jenis) for kode, nama in JENIS.items()]

    @property
    def pertimbangan(self) -> list[Kotak]:
        return [_kotak(self.sikap_atasan)]

    @property
    def putusan(self) -> list[Kotak]:
        return [_kotak(self.sikap_pejabat)]


def _kotak(sikap: str) -> Kotak:
    return Kotak(*(sikap == nama for nama in Kotak._fields))


ATURAN = (masa_cuti(),)
