"""Data of a statement, also the one of never having been punished and the readiness of a fasilitator."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from templates_sk.surat.pejabat import Pejabat
from templates_sk.susunan.bagian import Panjang, Pegawai, Surat, Teks, isian


class Data(Surat):
    """About the signer, or about another person."""

    judul: Teks = isian("Judul", "Misalnya: Surat Pernyataan Tidak Pernah Dijatuhi Hukuman Disiplin.")
    pejabat: Pejabat = isian("Yang menyatakan")
    tentang_orang: Pegawai | None = isian("Pegawai yang dinyatakan", "Kosong bila tentang diri sendiri.", default=None)
    pernyataan: Annotated[list[Panjang], Field(min_length=1, max_length=20)] = isian("Isi pernyataan")
