"""Data of the minutes that end a session of verification (BABEL 1 no. 16; PP 28/2012 on authentic copies)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from templates_sk.susunan.bagian import Bagian, Surat, Teks, isian


class Periksa(Bagian):
    """One file and what was found. ``sha256`` stands in groups, so that it can break across lines."""

    pegawai: Teks = isian("Pegawai")
    nip: Teks = isian("NIP")
    nama: Teks = isian("Nama dokumen")
    halaman: int = isian("Jumlah halaman", ge=1, le=9999)
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{16}( [0-9a-f]{16}){3}$")] = isian("SHA-256")
    hasil: Teks = isian("Hasil")


class Data(Surat):
    """When and where, by which decree, and what was found."""

    tanggal_periksa: date = isian("Tanggal pemeriksaan")
    waktu_periksa: Teks = isian("Waktu", "Misalnya: pukul 08.05 sampai 11.30 WIB.")
    tempat_periksa: Teks = isian("Tempat pemeriksaan")
    dasar: Teks = isian("Dasar tugas", "Peran dan SK penugasan.")
    dokumen: Annotated[list[Periksa], Field(min_length=1, max_length=2000)] = isian("Dokumen")
    terverifikasi: int = isian("Jumlah terverifikasi", ge=0)
    dikembalikan: int = isian("Jumlah dikembalikan", ge=0)
    asli: int = isian("Kertas asli dilihat", ge=0)
    legalisir: int = isian("Salinan legalisir dilihat", ge=0)
    tte: int = isian("Tanda tangan elektronik sah", ge=0)
    instansi_penerbit: int | None = isian(
        "Data instansi penerbit dilihat", "Kosong: tidak dipakai.", default=None, ge=1
    )

    @property
    def jumlah(self) -> int:
        return len(self.dokumen)
