"""A stranger's table (XLSX or CSV), read in the limited child: text cells only, nothing is evaluated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import sandbox
from storage import child
from storage.border import guarded
from storage.errors import StorageError
from storage.reasons import sentence

LIMITS = sandbox.Limits(memory=700_000_000, cpu_seconds=60, open_files=32, answer_bytes=40_000_000)

sandbox.preload("storage.table_child")


@dataclass(frozen=True)
class TableLimits:
    """How much of a table is taken: rows below the header, columns, letters of one cell."""

    rows: int = 20_000
    columns: int = 200
    cell: int = 500


@dataclass(frozen=True)
class Table:
    """``rows`` are (line in the file from 1, cells as text), as wide as ``header``; empty lines are left out.

    Dates come as ISO text. A number that a spreadsheet has rounded stands there with an exponent.
    """

    header: list[str]
    rows: list[tuple[int, list[str]]]


class TableRefused(StorageError):
    """The table is not read; ``code`` is one of ``reasons.REASONS``."""

    def __init__(self, code: str) -> None:
        super().__init__(sentence(code))
        self.code = code


def read_table(path: Path, limits: TableLimits = TableLimits()) -> Table:
    """The first sheet of the XLSX, or the CSV (comma, semicolon or tab; UTF-8 or Windows) at *path*.

    Raises :class:`TableRefused` for what is neither, cannot be read safely, is empty or larger than *limits*;
    :class:`Busy` when there was no time for it.
    """
    arguments = (str(path.resolve()), limits.rows, limits.columns, limits.cell)
    with guarded():
        try:
            answer = child.ask("storage.table_child:read", *arguments, limits=LIMITS)
        except sandbox.Unsafe:
            raise TableRefused("tabel_rusak") from None
    if isinstance(answer, str):
        raise TableRefused(answer)
    header, *rows = answer
    return Table(header[1], [(line, cells) for line, cells in rows])
