"""BKN's tables as they were vendored: id → name, for the choices of a form."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "bkn"


@cache
def acuan(tabel: str) -> dict[str, str]:
    """BKN writes in capitals; people read a sentence."""
    baris = json.loads((FOLDER / f"{tabel}.json").read_text())
    return {str(satu["id"]): str(satu["nama"]).strip().capitalize() for satu in baris}
