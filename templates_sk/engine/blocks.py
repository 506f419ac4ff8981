"""What flows down the pages: rows of cells side by side, and reserved heights that draw themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from templates_sk.engine.sheet import Sheet, line_ops
from templates_sk.engine.tags import Element
from templates_sk.engine.text import Line

LEFT, CENTER, JUSTIFY = "left", "center", "justify"

MOST_STRETCH = 1.2
"""A line that would need wider gaps than this many ems stays ragged: holes read worse than an uneven edge."""


@dataclass(frozen=True)
class Frame:
    """A sheet and where text may stand on it: right of ``left``, from ``top`` down to ``bottom``, …"""

    width: float
    height: float
    left: float
    right: float
    """The right margin, from the edge."""
    top: float
    bottom: float


@dataclass(slots=True)
class Cell:
    """A column of lines belonging to one element."""

    element: Element
    x: float
    width: float
    lines: tuple[Line, ...]
    align: str = LEFT
    role: str = ""

    def draw(self, sheet: Sheet, top: float, size: float, leading: float, first: int, last: int) -> None:
        """Lines *first* … *last* − 1, as one marked sequence."""
        if first < min(last, len(self.lines)):
            if self.element.bookmark and self.element.at is None:
                self.element.at = (sheet.index, top)
            sheet.write(self.element, self.role, self.ops(top, size, leading, first, last))

    def ops(self, top: float, size: float, leading: float, first: int, last: int) -> list[str]:
        """What paints the lines, without a mark."""
        x, width, align = self.x, self.width, self.align
        shown = []
        for number, line in enumerate(self.lines[first:last]):
            ragged = align == JUSTIFY and first + number == len(self.lines) - 1
            baseline = top - number * leading - 0.76 * leading
            shown.append(_ops(line, x, baseline, width, size, LEFT if ragged else align))
        return shown


@lru_cache(maxsize=8_192)
def _ops(line: Line, x: float, y: float, width: float, size: float, align: str) -> str:
    """A line in its column. Kept, for in a batch most lines are the same at the same place; bounded, for names."""
    free = width - line.width
    if free < -0.01:
        return line_ops(line, x, y, size, 0.0, width / line.width)
    if align == CENTER:
        return line_ops(line, x + free / 2, y, size, 0.0, 1.0)
    spaces = line.text.strip().count(" ") if align == JUSTIFY else 0
    stretch = max(free, 0.0) / spaces if spaces else 0.0
    return line_ops(line, x, y, size, stretch if stretch <= size * MOST_STRETCH else 0.0, 1.0)


@dataclass
class Block:
    """Cells whose lines share baselines. ``gap`` points stay free above, except at the top of a page."""

    cells: list[Cell]
    size: float = 12.0
    leading: float = 15.0
    gap: float = 0.0
    splittable: bool = False
    keep_next: bool = False
    yields: bool = False
    """``keep_next`` gives way when all that it ties together exceeds a page."""
    new_page: Frame | None = None
    """Starts a page of this frame, as all that follows until the next."""
    header: Block | None = None
    """Stands again above this block when it opens a page."""

    def __post_init__(self) -> None:
        self.slots = max([len(cell.lines) for cell in self.cells], default=1)
        """Lines of its longest cell."""

    def height_of(self, slots: int) -> float:
        return slots * self.leading

    def draw(self, sheet: Sheet, top: float, first: int, last: int) -> None:
        for cell in self.cells:
            cell.draw(sheet, top, self.size, self.leading, first, last)

    def draw_again(self, sheet: Sheet, top: float) -> None:
        """As a repeated header."""


@dataclass
class Reserved(Block):
    """A fixed height, drawn by *paint(sheet, top)*: emblem, signature space."""

    height: float = 0.0
    paint: Callable[[Sheet, float], None] | None = None

    def height_of(self, slots: int) -> float:
        return self.height

    def draw(self, sheet: Sheet, top: float, first: int, last: int) -> None:
        if self.paint is not None:
            self.paint(sheet, top)
