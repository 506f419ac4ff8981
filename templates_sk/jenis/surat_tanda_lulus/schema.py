"""Data of an examination certificate (PP 99/2000 jo. PP 12/2002)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from templates_sk.aturan import Fakta, Rule
from templates_sk.errors import FieldError
from templates_sk.susunan.bagian import Bagian, Kelahiran, Pegawai, Pendek, Surat, Teks, isian

UJIAN = {
    "ud1": "Ujian Dinas Tingkat I",
    "ud2": "Ujian Dinas Tingkat II",
    "upkp_slta": "Ujian Penyesuaian Kenaikan Pangkat Tingkat SLTA",
    "upkp_d3": "Ujian Penyesuaian Kenaikan Pangkat Tingkat Diploma III",
    "upkp_s1": "Ujian Penyesuaian Kenaikan Pangkat Tingkat Sarjana",
    "upkp_s2": "Ujian Penyesuaian Kenaikan Pangkat Tingkat Magister",
}
_UJIAN = tuple(UJIAN)
Ujian = Literal[_UJIAN]  # type: ignore[valid-type]  # the table is the one list


class Nilai(Bagian):
    """Points in one group of questions."""

    kelompok: Teks = isian("Kelompok soal")
    skor: Decimal = isian("Nilai", ge=0, le=1000)


class Data(Surat, Pegawai, Kelahiran):
    """Who passed what, when, with how many points."""

    jenis_ujian: Ujian = isian("Jenis ujian")
    nomor_peserta: Pendek = isian("Nomor peserta")
    tanggal_ujian: date = isian("Tanggal ujian")
    penyelenggara: Teks = isian("Penyelenggara")
    nilai: Annotated[list[Nilai], Field(min_length=1, max_length=12)] = isian("Nilai")
    ambang: Decimal = isian("Nilai ambang batas", ge=0, le=9999)

    @property
    def nama_ujian(self) -> str:
        return UJIAN[self.jenis_ujian]

    @property
    def total(self) -> Decimal:
        return sum((satu.skor for satu in self.nilai), Decimal(0))


def _lulus(f: Fakta) -> FieldError | None:
    if sum(satu.skor for satu in f.nilai) >= f.ambang:
        return None
    return FieldError("nilai", "Nilai", "Jumlah nilai di bawah ambang batas; surat tanda lulus tidak dapat dibuat.")


ATURAN = (Rule(("nilai", "ambang"), _lulus),)
