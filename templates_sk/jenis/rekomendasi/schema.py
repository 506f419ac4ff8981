"""Data of a recommendation (PermenPANRB 1/2023, PP 11/2017)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.surat.pejabat import Pejabat
from templates_sk.susunan.bagian import Pegawai, Surat, Teks, isian


class Data(Surat, Pegawai):
    """Who recommends whom for what."""

    pejabat: Pejabat = isian("Yang memberi rekomendasi")
    kegiatan: Teks = isian(
        "Kegiatan", "Misalnya: uji kompetensi Jabatan Fungsional Pranata Komputer jenjang Ahli Muda."
    )
    penyelenggara: Teks = isian("Penyelenggara")
    mulai: date = isian("Mulai")
    selesai: date = isian("Selesai")
    keterangan: Annotated[list[Teks], Field(min_length=1, max_length=12)] = isian("Keterangan")


ATURAN = (Rule(("mulai", "selesai"), tidak_sesudah("mulai", "Mulai", "selesai", "tanggal selesai")),)
