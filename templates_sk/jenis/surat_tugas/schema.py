"""Data of an assignment letter."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.susunan.bagian import Panjang, Pegawai, Surat, Teks, isian


class Data(Surat):
    """Who is sent, for what, where and when."""

    dasar: Panjang = isian("Dasar penugasan")
    petugas: Annotated[list[Pegawai], Field(min_length=1, max_length=300)] = isian("Pegawai yang ditugaskan")
    untuk: Panjang = isian("Untuk")
    tempat_tugas: Teks = isian("Tempat tugas")
    mulai: date = isian("Mulai")
    selesai: date = isian("Selesai")


ATURAN = (Rule(("mulai", "selesai"), tidak_sesudah("mulai", "Mulai", "selesai", "tanggal selesai")),)
