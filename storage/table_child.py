"""The inside of a table, read in the limited child. Sizes are never believed, formulas never computed."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import python_calamine

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
"""Old XLS, and any spreadsheet behind a password."""
RATIO, FREE = 200, 5_000_000
SEPARATORS = ",;\t"
EXACT = 10**15
"""Up to here a spreadsheet keeps every digit of a number."""
Rows = list[tuple[int, list[str]]]


def read(path: str, rows: int, columns: int, cell: int) -> str | Rows:
    """(line, cells) with the header first, or the reason why the table is refused."""
    with Path(path).open("rb") as file:
        head = file.read(4)
    if head == OLE:
        return "tabel_lama"
    if head == ZIP:
        if why := _parcel(path):
            return why
        raw: Iterable[list[Any]] = _sheet(path)
    else:
        text = _decoded(Path(path).read_bytes())
        if text is None:
            return "tabel_asing"
        raw = _lines(text)
    return _bounded(raw, rows, columns, cell)


def _parcel(path: str) -> str:
    """A ZIP that is no workbook, or unpacks to far more than it takes."""
    with zipfile.ZipFile(path) as parcel:
        infos = parcel.infolist()
    if not any(one.filename == "xl/workbook.xml" for one in infos):
        return "tabel_asing"
    big = any(one.file_size > max(FREE, RATIO * one.compress_size) for one in infos)
    return "tabel_terlalu_besar" if big else ""


def _sheet(path: str) -> Iterable[list[Any]]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def _decoded(data: bytes) -> str | None:
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _lines(text: str) -> Iterator[list[Any]]:
    """The separator is the one the first line has most of."""
    first = text[: text.find("\n")] if "\n" in text else text
    return csv.reader(io.StringIO(text), delimiter=max(SEPARATORS, key=first.count), strict=True)


def _bounded(raw: Iterable[list[Any]], rows: int, columns: int, cell: int) -> str | Rows:
    found: Rows = []
    for line, values in enumerate(raw, start=1):
        cells = [_text(value)[:cell] for value in values[: columns + 1]]
        if not any(cells):
            continue
        if not found:
            while cells and not cells[-1]:
                cells.pop()
        if len(found) > rows or len(cells) > columns:
            return "tabel_terlalu_besar"
        width = len(found[0][1]) if found else len(cells)
        if any(cells[width:]):
            return "tabel_miring"
        found.append((line, [*cells[:width], *[""] * (width - len(cells))]))
    return found if len(found) > 1 else "tabel_kosong"


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < EXACT else f"{value:.15g}"
    if isinstance(value, int) and abs(value) >= EXACT:
        return f"{float(value):.15g}"
    return "".join(c if c.isprintable() else " " for c in str(value)).strip()
