"""Lists for spreadsheets: what opens by itself in an Indonesian office and runs nothing (OWASP, CSV injection)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BERBAHAYA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula."""


def aman(nilai: object) -> str:
    """*nilai* as text to every spreadsheet that reads CSV; None is an empty cell."""
    teks = "" if nilai is None else str(nilai)
    return f"'{polos(teks)}" if teks.lstrip(" ").startswith(BERBAHAYA) else polos(teks)


def polos(nilai: str) -> str:
    """Without control characters, which no sheet can hold."""
    return "".join(huruf for huruf in nilai if huruf >= " ")


def csv_lembar(baris: Iterable[Sequence[object]]) -> bytes:
    """Semicolons and a byte order mark, every cell quoted: NIPs stay text."""
    keluar = io.StringIO()
    tulis = csv.writer(keluar, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    tulis.writerows([aman(nilai) for nilai in satu] for satu in baris)
    return keluar.getvalue().encode("utf-8-sig")
