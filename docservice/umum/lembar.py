"""Lists for spreadsheets: what opens by itself in an Indonesian office and runs nothing (OWASP, CSV injection)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import xlsxwriter

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


def xlsx_lembar(lembar: Mapping[str, Sequence[Sequence[object]]], *, dibuat: datetime) -> bytes:
    """Sheets by name, their first row the header. Every cell is text, whatever it begins with; the same rows and the
    same *dibuat* give the same bytes."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(
        keluar, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as buku:
        buku.set_properties({"created": dibuat.replace(tzinfo=None)})
        tebal = buku.add_format({"bold": True})
        for nama, baris in lembar.items():
            satu = buku.add_worksheet(nama)
            for urut, sel in enumerate(baris):
                for kolom, nilai in enumerate(sel):
                    satu.write_string(urut, kolom, polos(str(nilai)), *([tebal] if urut == 0 else []))
            for kolom in range(max((len(sel) for sel in baris), default=0)):
                panjang = max(len(str(sel[kolom])) for sel in baris[:200] if kolom < len(sel))
                satu.set_column(kolom, kolom, min(max(panjang + 2, 8), 50))
            satu.freeze_panes(1, 0)
    return keluar.getvalue()
