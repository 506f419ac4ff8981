"""Tables: ruled cells, a header row that stands again on every page, rows that never split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from templates_sk.engine.blocks import CENTER, Block, Cell
from templates_sk.engine.sheet import Sheet, n
from templates_sk.engine.tags import Element
from templates_sk.engine.text import wrap
from templates_sk.susunan.kata import CENTANG
from templates_sk.susunan.susunan import Susunan, spaced

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

    edges: list[float] = field(default_factory=list)

    def height_of(self, slots: int) -> float:
        return slots * self.leading + 2 * _PAD

    def draw(self, sheet: Sheet, top: float, first: int, last: int) -> None:
        super().draw(sheet, top - _PAD, first, last)
        with sheet.artifact():
            sheet.raw(_rules(tuple(self.edges), top, self.height_of(self.slots)))

    def draw_again(self, sheet: Sheet, top: float) -> None:
        """The header on a further page: seen, but not read a second time."""
        with sheet.artifact("/Type /Pagination"):
            for cell in self.cells:
                cell.paint(sheet, top - _PAD, self.size, self.leading)
            sheet.raw(_rules(tuple(self.edges), top, self.height_of(self.slots)))


@lru_cache(maxsize=1_024)
def _rules(edges: tuple[float, ...], top: float, height: float) -> list[str]:
    """Around and between the cells of one row."""
    left, right, bottom = edges[0], edges[-1], top - height
    lines = [f"{n(left)} {n(y)} m {n(right)} {n(y)} l" for y in (top, bottom)]
    lines += [f"{n(x)} {n(top)} m {n(x)} {n(bottom)} l" for x in edges]
    return ["\n".join(["0.5 w 0 G", *lines, "S"])]


def tabel(
    s: Susunan,
    parent: Element,
    judul: str,
    heads: Sequence[str],
    shares: Sequence[float],
    rows: Sequence[Sequence[str]],
    *,
    x: float = 0.0,
) -> None:
    """*shares* are the relative widths of the columns. The first text column names its row."""
    table = parent.add("Table")
    if judul:
        s.centred(table.add("Caption"), judul, gap=s.line)
    size, leading = s.type.size - 2, s.line * (s.type.size - 2) / s.type.size
    width = (s.paper.text_width - x) / sum(shares)
    edges = [s.paper.left + x]
    for share in shares:
        edges.append(edges[-1] + share * width)

    def row(tag: str, group: Element, texts: Sequence[str], style: str) -> Row:
        line = group.add("TR")
        cells: list[Cell] = []
        for place, text in enumerate(texts):
            element = line.add(tag, scope="Column") if tag == "TH" else line.add("TD")
            left, room = edges[place] + _PAD, edges[place + 1] - edges[place] - 2 * _PAD
            if text == CENTANG:
                cells.append(Tick(element.add("Figure", alt="Dipilih"), left, room, wrap(" ", room, size, style)))
                continue
            parts = (text or "-").split("\n")
            lines = [line for part in parts for line in spaced(wrap(part, room, size, style))]
            cells.append(Cell(element, left, room, lines, CENTER if tag == "TH" else "left"))
        return Row(cells, size, leading, edges=edges)

    header = row("TH", table.add("THead"), heads, s.type.bold)
    header.gap, header.keep_next = (0 if judul else s.line * 0.5), True
    body = table.add("TBody")
    lines = [row("TD", body, texts, s.type.style) for texts in rows]
    for line in lines:
        line.header = header
    s.blocks += [header, *lines]
