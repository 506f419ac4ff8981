"""In which order pieces of lines are read: side by side as one line, columns of prose one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from search.pages import Word
from search.quick.rows import Row

PROSE = 0.25
"""Share of the page's width from which a piece beside another may be a column of prose and not a label."""
FEWEST = 4
"""Lines that make two columns."""
PARAGRAPH = 1.6
"""Line distances that part paragraphs."""


@dataclass(frozen=True)
class Piece:
    row: Row
    words: list[Word]


Joined = list[Piece]
Gutter = tuple[float, float]


def in_order(pieces: list[Piece], width: float) -> list[list[list[Word]]]:
    """Paragraphs of lines of words; *width* is that of the page."""
    paragraphs: list[list[list[Word]]] = []
    for block in _blocks(_side_by_side(pieces), width):
        paragraphs += _paragraphs(block)
    return paragraphs


def _side_by_side(pieces: list[Piece]) -> list[Joined]:
    """From top to bottom along the slope of the page."""
    fall = _fall(pieces)
    lines: list[Joined] = []
    for piece in sorted(pieces, key=lambda piece: piece.row.base - fall * piece.row.left):
        line = next((line for line in lines[-4:] if _beside(piece.row, line)), None)
        if line is None:
            lines.append([piece])
        else:
            line.append(piece)
            line.sort(key=lambda piece: piece.row.left)
    return lines


def _fall(pieces: list[Piece]) -> float:
    return median(piece.row.fall for piece in pieces) if pieces else 0.0


def _beside(row: Row, line: Joined) -> bool:
    """On one baseline with its nearest neighbour, and over none."""
    if any(row.left < piece.row.right and piece.row.left < row.right for piece in line):
        return False
    other = min((piece.row for piece in line), key=lambda other: max(other.left - row.right, row.left - other.right))
    near, far = sorted((row, other), key=lambda row: row.left)
    longer = max(near, far, key=lambda row: row.right - row.left)
    reached = near.base + near.fall * (near.right - near.left) + longer.fall * (far.left - near.right)
    return abs(reached - far.base) < 0.45 * min(row.rise, other.rise)


def _blocks(lines: list[Joined], width: float) -> Iterator[list[Joined]]:
    """Lines as they come; where two columns stand beside each other, the left one first."""
    plain: list[Joined] = []
    at = 0
    while at < len(lines):
        end, middle = _columns(lines, at, width)
        if end > at:
            yield plain
            plain = []
            for side in (True, False):
                parts = [[piece for piece in line if (piece.row.left < middle) is side] for line in lines[at:end]]
                yield [part for part in parts if part]
            at = end
        else:
            plain.append(lines[at])
            at += 1
    yield plain


def _columns(lines: list[Joined], start: int, width: float) -> tuple[int, float]:
    """Up to where the lines from *start* on stand in two columns, and what parts them."""
    gutter = _gutter(lines[start], width)
    if gutter is None:
        return start, 0.0
    both, last, usual = 1, start, _step(lines)
    for at in range(start + 1, len(lines)):
        other = _gutter(lines[at], width) or _beside_gutter(lines[at], gutter)
        apart = lines[at][0].row.base - lines[at - 1][0].row.base > PARAGRAPH * usual
        if other is None or apart or min(gutter[1], other[1]) <= max(gutter[0], other[0]):
            break
        gutter = (max(gutter[0], other[0]), min(gutter[1], other[1]))
        both += _gutter(lines[at], width) is not None
        last = at
    return (last + 1 if both >= FEWEST else start), sum(gutter) / 2


def _gutter(line: Joined, width: float) -> Gutter | None:
    """The empty stretch between two pieces of prose."""
    for one, other in pairwise(line):
        before, after = one.row.right - line[0].row.left, line[-1].row.right - other.row.left
        if min(before, after) >= PROSE * width:
            return one.row.right, other.row.left
    return None


def _beside_gutter(line: Joined, gutter: Gutter) -> Gutter | None:
    """A line of one column alone leaves the gutter free."""
    left, right = line[0].row.left, line[-1].row.right
    if right <= gutter[1]:
        return max(right, gutter[0]), gutter[1]
    return (gutter[0], min(left, gutter[1])) if left >= gutter[0] else None


def _step(lines: list[Joined]) -> float:
    """The usual distance between two lines."""
    return median([other[0].row.base - one[0].row.base for one, other in pairwise(lines)] or [0.0])


def _paragraphs(lines: list[Joined]) -> Iterator[list[list[Word]]]:
    if not lines:
        return
    steps = [other[0].row.base - one[0].row.base for one, other in pairwise(lines)]
    usual = _step(lines)
    paragraph: list[list[Word]] = []
    for line, step in zip(lines, [*steps, float("inf")], strict=True):
        paragraph.append([word for piece in line for word in piece.words])
        if step > PARAGRAPH * usual:
            yield paragraph
            paragraph = []
