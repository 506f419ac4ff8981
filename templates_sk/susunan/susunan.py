"""A naskah being put together: its blocks in reading order and their structure, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from templates_sk.engine.blocks import CENTER, JUSTIFY, LEFT, Block, Cell
from templates_sk.engine.tags import Element
from templates_sk.engine.text import pyramid, wrap
from templates_sk.susunan.gaya import BAKU, Gaya
from templates_sk.susunan.hukum import Dasar, registri
from templates_sk.susunan.kertas import DECREE, F4, Paper, Typeface

_ONE_LINE = 10_000.0


@dataclass
class Susunan:
    """Blocks and elements are added together, so that reading order and drawing order are one."""

    draft: bool
    paper: Paper = F4
    type: Typeface = DECREE
    title: str = "Keputusan"
    gaya: Gaya = BAKU
    hukum: Mapping[str, Dasar] = field(default_factory=registri)
    root: Element = field(default_factory=lambda: Element("Document"))
    blocks: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.body = self.root.add("Sect", title=self.title)
        self.first_paper = self.paper

    def turn(self, paper: Paper) -> None:
        """What is added from here on stands on *paper*; the next block must start its page (``new_page``)."""
        self.paper = paper

    @property
    def line(self) -> float:
        """One line of text: the unit of vertical rhythm."""
        return self.type.spacing

    def add(self, *cells: Cell, gap: float = 0.0, split: bool = False, keep: bool = False) -> Block:
        """One row of cells at the normal size."""
        block = Block(list(cells), self.type.size, self.type.spacing, gap, split, keep)
        self.blocks.append(block)
        return block

    def cell(
        self, element: Element, x: float, text: str, width: float = 0.0, *, style: str = "", align: str = LEFT
    ) -> Cell:
        """Text *x* from the left margin, up to *width* or the right margin."""
        width = width or self.paper.text_width - x
        return Cell(
            element, self.paper.left + x, width, wrap(text, width, self.type.size, style or self.type.style), align
        )

    def prose(self, element: Element, x: float, text: str, width: float = 0.0) -> Cell:
        """A justified paragraph."""
        return self.cell(element, x, text, width, align=JUSTIFY)

    def label(self, element: Element, x: float, text: str, width: float = 0.0) -> Cell:
        """Text that something follows on the same line: it ends with a space, for readers by ear."""
        width = width or self.paper.text_width - x
        return Cell(element, self.paper.left + x, width, wrap(text, width, self.type.size, self.type.style, True))

    def centred(
        self, element: Element, text: str, *, bold: bool = False, size: float = 0.0, gap: float = 0.0, role: str = ""
    ) -> None:
        """Centred lines that stay with what follows, in a pyramid when there are several."""
        size = size or self.type.size
        lines = pyramid(text, self.paper.text_width, size, self.type.bold if bold else self.type.style)
        cell = Cell(element, self.paper.left, self.paper.text_width, lines, CENTER, role)
        self.blocks.append(Block([cell], size, self.line * size / self.type.size, gap, keep_next=True))

    def varying(
        self, element: Element, x: float, text: str, role: str, *, align: str = LEFT, width: float = 0.0
    ) -> Cell:
        """One line that may differ between draft and final; it never wraps, so nothing below it moves.

        Too wide for its place, its letters are drawn narrower.
        """
        lines = wrap(text, _ONE_LINE, self.type.size, self.type.style, True)
        return Cell(element, self.paper.left + x, width or self.paper.text_width - x, lines, align, role)
