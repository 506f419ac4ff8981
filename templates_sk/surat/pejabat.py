"""The person who declares something in a letter: ``Yang bertanda tangan di bawah ini``."""

from __future__ import annotations

from typing import Literal

from templates_sk.susunan.bagian import Bagian, Nip, Pendek, Teks, isian


class Pejabat(Bagian):
    """Name, NIP, rank and office, as they are printed."""

    nama: Teks = isian("Nama")
    nip: Nip | Literal[""] = isian("NIP", default="")
    pangkat: Pendek = isian("Pangkat, golongan ruang", default="")
    jabatan: Teks = isian("Jabatan")
