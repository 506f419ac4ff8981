"""Data of a certificate about a civil servant, in the words of its drafter."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from templates_sk.surat.pejabat import Pejabat
from templates_sk.susunan.bagian import Panjang, Pegawai, Surat, Teks, isian


class Data(Surat, Pegawai):
    """Who certifies what about whom, and what for."""

    judul: Teks = isian("Judul", default="Surat Keterangan")
    pejabat: Pejabat = isian("Yang menerangkan")
    keterangan: Annotated[list[Panjang], Field(min_length=1, max_length=20)] = isian(
        "Keterangan", "Satu isian per paragraf."
    )
    keperluan: Teks = isian("Keperluan")
