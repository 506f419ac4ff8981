"""Data of a cover letter."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from templates_sk.susunan.bagian import Bagian, Pendek, Surat, Teks, isian


class Berkas(Bagian):
    """One thing sent."""

    jenis: Teks = isian("Jenis yang dikirim")
    banyak: Pendek = isian("Banyaknya")
    keterangan: Pendek = isian("Keterangan", default="")


class Data(Surat):
    """To whom, and what."""

    kepada: Teks = isian("Kepada", "Jabatan yang dituju, tanpa Yth.")
    kepada_tempat: Teks = isian("Tempat tujuan")
    berkas: Annotated[list[Berkas], Field(min_length=1, max_length=500)] = isian("Yang dikirim")
    diterima: date | None = isian("Tanggal diterima", default=None)
