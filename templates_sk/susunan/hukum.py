"""Legal bases by key: cited in order of rank, year and number, and only while they are in force."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
    sampai: date | None = None
    """Last day in force; None while it is."""


@cache
def registri() -> dict[str, Dasar]:
    """All legal bases we cite, by key."""
    rows = json.loads(_FILE.read_text(encoding="utf-8"))
    return {
        key: Dasar(key, row[0], row[1], row[2], date.fromisoformat(row[3]), row[4]) for key, row in sorted(rows.items())
    }


def mengingat(kunci: Sequence[str], pada: date | None, daftar: Mapping[str, Dasar] | None = None) -> list[str]:
    """Full titles in their order of rank, each closed by a semicolon; bases not in force on *pada* are left out.

    *daftar* defaults to the registry we ship. Raises ``KeyError`` for an unknown key.
    """
    known = registri() if daftar is None else daftar
    bases = [known[key] for key in kunci]
    kept = [b for b in bases if pada is None or (b.sejak <= pada and (b.sampai is None or pada <= b.sampai))]
    return [f"{base.judul};" for base in sorted(kept, key=lambda b: (b.peringkat, b.tahun, b.nomor))]
