"""Data of a letter with free text."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from templates_sk.surat.bagian import SuratDinas
from templates_sk.susunan.bagian import Panjang, Teks, isian


class Data(SuratDinas):
    """Paragraphs in order."""

    hal: Teks = isian("Hal")
    isi: Annotated[list[Panjang], Field(min_length=1, max_length=60)] = isian("Isi", "Satu isian per alinea.")
