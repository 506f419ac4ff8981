"""Numbers written in words (terbilang), read back."""

from __future__ import annotations

from collections.abc import Sequence

UNITS = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
SCALES = {"ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000, "milyar": 1_000_000_000}
NUMERALS = {*UNITS, *WHOLE, *SCALES, "seribu", "belas", "puluh", "ratus"}


def read_numerals(words: Sequence[str]) -> int | None:
    """``["dua", "ribu", "dua", "puluh", "lima"]`` → 2025; None when a word is no numeral or out of order."""
    total = group = unit = 0
    for word in words:
        if word in UNITS and not unit:
            unit = UNITS[word]
        elif word in WHOLE and not unit:
            group += WHOLE[word]
        elif word in ("belas", "puluh", "ratus") and unit:
            group += 10 + unit if word == "belas" else unit * (10 if word == "puluh" else 100)
            unit = 0
        elif word in SCALES and group + unit:
            total += (group + unit) * SCALES[word]
            group = unit = 0
        elif word == "seribu" and not group + unit:
            total += 1_000
        else:
            return None
    return total + group + unit if words else None
