"""Legal bases by key: cited in order of rank, year and number, and only while they are in force."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "data" / "dasar_hukum.json"


@dataclass(frozen=True)
class Dasar:
    """``peringkat`` orders UUD, UU, PP, Perpres, regulations of ministers and agencies, decrees, circulars."""

    kunci: str
    peringkat: int
    tahun: int
    nomor: int
    sejak: date
    judul: str


@cache
def registri() -> dict[str, Dasar]:
    """All legal bases we cite, by key."""
    rows = json.loads(_FILE.read_text(encoding="utf-8"))
    return {
        key: Dasar(key, row[0], row[1], row[2], date.fromisoformat(row[3]), row[4]) for key, row in sorted(rows.items())
    }


def mengingat(kunci: Sequence[str], pada: date | None) -> list[str]:
    """Full titles in their order of rank, each closed by a semicolon; bases younger than *pada* are left out.

    Raises ``KeyError`` for an unknown key.
    """
    bases = [registri()[key] for key in kunci]
    kept = [base for base in bases if pada is None or base.sejak <= pada]
    return [f"{base.judul};" for base in sorted(kept, key=lambda b: (b.peringkat, b.tahun, b.nomor))]
