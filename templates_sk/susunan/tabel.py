"""Tables: ruled cells, a header row that stands again on every page, rows that never split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from templates_sk.engine.blocks import CENTER, Block, Cell
from templates_sk.engine.sheet import Sheet, n
from templates_sk.engine.tags import Element
from templates_sk.engine.text import Line, wrap
from templates_sk.susunan.kata import CENTANG
from templates_sk.susunan.susunan import Susunan

_PAD = 3.0


class Tick(Cell):
    """A tick in the middle of its cell, drawn as a path."""

    def draw(self, sheet: Sheet, top: float, size: float, leading: float, first: int, last: int) -> None:
        x, y = self.x + self.width / 2 - size / 2, top - leading
        self.element.box = (round(x, 3), round(y, 3), round(x + size, 3), round(top, 3))
        low, end = f"{n(x + size * 0.38)} {n(y + size * 0.2)}", f"{n(x + size * 0.9)} {n(y + size * 0.95)}"
        with sheet.part(self.element):
            sheet.raw([f"q 1.2 w 0 G {n(x + size * 0.1)} {n(y + size * 0.5)} m {low} l {end} l S Q"])


@dataclass
class Row(Block):
    """One ruled row: *edges* are the x of its vertical rules."""

    edges: tuple[float, ...] = ()

    def height_of(self, slots: int) -> float:
        return slots * self.leading + 2 * _PAD

    def draw(self, sheet: Sheet, top: float, first: int, last: int) -> None:
        super().draw(sheet, top - _PAD, first, last)
        sheet.decorate(self._rules(top))

    def draw_again(self, sheet: Sheet, top: float) -> None:
        """The header on a further page: seen, but not read a second time."""
        shown = [cell.ops(top - _PAD, self.size, self.leading, 0, len(cell.lines)) for cell in self.cells]
        with sheet.artifact("/Type /Pagination"):
            sheet.raw([*(op for ops in shown for op in ops), self._rules(top)])

    def _rules(self, top: float) -> str:
        return _rules(self.edges, top, self.height_of(self.slots))


@lru_cache(maxsize=1_024)
def _rules(edges: tuple[float, ...], top: float, height: float) -> str:
    """Around and between the cells of one row."""
    left, right, bottom = edges[0], edges[-1], top - height
    lines = [f"{n(left)} {n(y)} m {n(right)} {n(y)} l" for y in (top, bottom)]
    lines += [f"{n(x)} {n(top)} m {n(x)} {n(bottom)} l" for x in edges]
    return "\n".join(["0.5 w 0 G", *lines, "S"])


@dataclass(frozen=True)
class Columns:
    """Where the columns of a table stand and in which type: one for its header, one for its rows."""

    size: float
    leading: float
    edges: tuple[float, ...]
    places: tuple[tuple[float, float], ...]
    """(x, width) of the text of each column."""

    def header(self, group: Element, texts: Sequence[str], style: str) -> Row:
        """The names of the columns as a child of *group*."""
        line = group.add("TR")
        cells = [
            Cell(line.add("TH", scope="Column"), x, width, self._lines(text, width, style), CENTER)
            for (x, width), text in zip(self.places, texts, strict=True)
        ]
        return Row(cells, self.size, self.leading, edges=self.edges)

    def row(self, group: Element, texts: Sequence[str], style: str, nama: int) -> Row:
        """A row of data as a child of *group*, named by its cell *nama*."""
        line = group.add("TR")
        cells: list[Cell] = []
        for column, ((x, width), text) in enumerate(zip(self.places, texts, strict=True)):
            element = line.add("TH", scope="Row") if column == nama else line.add("TD")
            if text == CENTANG:
                figure = element.add("Figure", alt="Dipilih")
                cells.append(Tick(figure, x, width, wrap(" ", width, self.size, style)))
            else:
                cells.append(Cell(element, x, width, self._lines(text or "-", width, style)))
        return Row(cells, self.size, self.leading, edges=self.edges)

    def _lines(self, text: str, width: float, style: str) -> tuple[Line, ...]:
        """The text may bring its own line breaks."""
        if "\n" not in text:
            return wrap(text, width, self.size, style, True)
        return tuple(line for part in text.split("\n") for line in wrap(part, width, self.size, style, True))


def _columns(s: Susunan, shares: Sequence[float], x: float) -> Columns:
    size = s.type.size - 2
    width = (s.paper.text_width - x) / sum(shares)
    edges = [s.paper.left + x]
    for share in shares:
        edges.append(edges[-1] + share * width)
    places = [(left + _PAD, right - left - 2 * _PAD) for left, right in pairwise(edges)]
    return Columns(size, s.line * size / s.type.size, tuple(edges), tuple(places))


def tabel(
    s: Susunan,
    parent: Element,
    judul: str,
    heads: Sequence[str],
    shares: Sequence[float],
    rows: Sequence[Sequence[str]],
    *,
    x: float = 0.0,
    nama: int = -1,
) -> None:
    """*shares* are the relative widths of the columns; column *nama* (from 0, -1: none) names its row."""
    table = parent.add("Table")
    if judul:
        s.centred(table.add("Caption"), judul, bold=True, gap=s.line)
    columns = _columns(s, shares, x)
    header = columns.header(table.add("THead"), heads, s.type.bold)
    header.gap, header.keep_next = (0 if judul else s.line * 0.5), True
    body = table.add("TBody")
    lines = [columns.row(body, texts, s.type.style, nama) for texts in rows]
    for line in lines:
        line.header = header
    s.blocks += [header, *lines]


def kotak(s: Susunan, parent: Element, rows: Sequence[tuple[str, str]], x: float) -> None:
    """Rows of number, label and value in a ruled frame: the *lajur* that sentences of a decree point at."""
    columns, body = _columns(s, (1, 6, 9), x), parent.add("Table").add("TBody")
    lines = [columns.row(body, (str(n), *row), s.type.style, 1) for n, row in enumerate(rows, start=1)]
    lines[0].gap = 0.3 * s.line
    lines[0].keep_next = lines[0].yields = len(lines) > 1
    s.blocks += lines
