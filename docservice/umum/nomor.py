"""Numbers as an address or a form brings them."""

from __future__ import annotations

from collections.abc import Iterable

TERPANJANG = 18
"""Digits that every column of numbers can look for."""


def nomor(teks: str) -> int | None:
    """None for what is no number of a row: empty, foreign digits, or longer than any number we give."""
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) <= TERPANJANG else None


def semua_nomor(isi: Iterable[str]) -> list[int]:
    """Those that are numbers, in their order."""
    return [n for n in map(nomor, isi) if n is not None]
