"""Pages that lie on their side or head: which way they read, and where that puts their words."""

from __future__ import annotations

from collections.abc import Iterable

from search.pages import Box, Word


def direction(lines: Iterable[list[Word]]) -> int:
    """Degrees clockwise (0, 90, 180, 270) to turn a page by until its lines run left to right."""
    across = down = 0.0
    for line in lines:
        if len(line) >= 3:
            across += _middle(line[-1], 0) - _middle(line[0], 0)
            down += _middle(line[-1], 1) - _middle(line[0], 1)
    if abs(across) >= abs(down):
        return 180 if across < 0 else 0
    return 270 if down > 0 else 90


def _middle(word: Word, axis: int) -> float:
    return (word.box[axis] + word.box[axis + 2]) / 2


def turned(box: Box, turn: int) -> Box:
    """Where *box* lies once its page is turned clockwise by *turn*."""
    return turned_back(box, -turn)


def turned_back(box: Box, turn: int) -> Box:
    """Where *box* lies on the page as shown, if it was read after turning it clockwise by *turn*."""
    left, top, right, bottom = box
    match turn % 360:
        case 90:
            return (top, 1 - right, bottom, 1 - left)
        case 180:
            return (1 - right, 1 - bottom, 1 - left, 1 - top)
        case 270:
            return (1 - bottom, left, 1 - top, right)
        case _:
            return box
