"""Data of a curriculum vitae (Kep. BKN 11/2002, annex I-c), filled from verified rows of the career."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from templates_sk.susunan.bagian import Asn, Bagian, GolonganAsn, Kelahiran, Pendek, Rujukan, Surat, Teks, isian

Tahun = Annotated[int, Field(ge=1900, le=2100)]


class Pendidikan(Bagian):
    tingkat: Pendek = isian("Tingkat", min_length=1)
    lembaga: Teks = isian("Lembaga")
    jurusan: Pendek = isian("Jurusan", default="")
    tahun: Tahun = isian("Tahun lulus")


class Pelatihan(Bagian):
    nama: Teks = isian("Nama pelatihan")
    tahun: Tahun = isian("Tahun")
    jp: int = isian("Jam pelajaran", ge=0, le=5000)


class Kepangkatan(Rujukan):
    """A decree of a PNS, a contract of a PPPK; of the contract the day it begins is enough."""

    tanggal: date | None = isian("Tanggal", "Tulis seperti 2026-12-01.", default=None)  # type: ignore[assignment]
    golongan: GolonganAsn = isian("Golongan")
    tmt: date = isian("TMT")


class RiwayatJabatan(Rujukan):
    jabatan: Teks = isian("Jabatan")
    tmt: date = isian("TMT")


class Penghargaan(Bagian):
    nama: Teks = isian("Nama penghargaan")
    tahun: Tahun = isian("Tahun")
    pemberi: Teks = isian("Pemberi")


class Anggota(Kelahiran):
    nama: Teks = isian("Nama")
    hubungan: Pendek = isian("Hubungan", min_length=1)


def _daftar(label: str) -> Any:
    return isian(label, default_factory=list, max_length=100)


class Data(Surat, Asn, Kelahiran):
    """The person, and what the archive holds about each part of the career."""

    jenis_kelamin: Literal["Laki-laki", "Perempuan"] = isian("Jenis kelamin")
    agama: Pendek = isian("Agama", default="")
    status_kawin: Pendek = isian("Status perkawinan", default="")
    alamat: Teks | None = isian("Alamat", default=None)
    pendidikan: list[Pendidikan] = isian("Pendidikan", min_length=1, max_length=30)
    pelatihan: list[Pelatihan] = _daftar("Pelatihan")
    kepangkatan: list[Kepangkatan] = _daftar("Riwayat kepangkatan")
    riwayat_jabatan: list[RiwayatJabatan] = _daftar("Riwayat jabatan")
    penghargaan: list[Penghargaan] = _daftar("Penghargaan")
    keluarga: list[Anggota] = _daftar("Keluarga")
