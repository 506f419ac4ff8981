"""BKN's tables as they were vendored: id → name, for the choices of a form."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

SINGKATAN = re.compile(r"\b(bapek|bup|cltn|cpns|nip|pns|pupns|sk|tms)\b", re.IGNORECASE)
NAMA = ("nama", "jenis", "jabatan")
"""How BKN's tables call their names."""
FOLDER = Path(__file__).parent / "data" / "bkn"


@cache
def nama_bkn(tabel: str) -> dict[str, str]:
    """A table as BKN writes it: id → name."""
    baris = json.loads((FOLDER / f"{tabel}.json").read_text())
    return {str(satu["id"]): next(str(satu[k] or "").strip() for k in NAMA if k in satu) for satu in baris}


@cache
def acuan(tabel: str) -> dict[str, str]:
    """BKN writes in capitals; people read a sentence, in which abbreviations keep theirs."""
    return {kode: _kata(nama) for kode, nama in nama_bkn(tabel).items()}


def _kata(nama: str) -> str:
    return SINGKATAN.sub(lambda cocok: cocok[0].upper(), nama.capitalize())


def rapat(teks: str) -> str:
    """Letters and digits only, lower case, without accents: what makes two writings the same."""
    pecah = unicodedata.normalize("NFKD", teks).casefold()
    return "".join(huruf for huruf in pecah if huruf.isalnum())
