"""BKN's tables as they were vendored: id → name, for the choices of a form."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

SINGKATAN = re.compile(r"\b(bapek|bup|cltn|cpns|nip|pns|pupns|sk|tms)\b", re.IGNORECASE)
FOLDER = Path(__file__).parent / "data" / "bkn"


@cache
def acuan(tabel: str) -> dict[str, str]:
    """BKN writes in capitals; people read a sentence, in which abbreviations keep theirs."""
    baris = json.loads((FOLDER / f"{tabel}.json").read_text())
    return {str(satu["id"]): _kata(str(satu["nama"]).strip()) for satu in baris}


def _kata(nama: str) -> str:
    return SINGKATAN.sub(lambda cocok: cocok[0].upper(), nama.capitalize())
