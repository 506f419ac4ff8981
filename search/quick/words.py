"""The signs of a strip as words, their edges where the ink has its gaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.pages import Box
from search.quick.decode import Sign
from search.quick.lookalikes import told_apart
from search.quick.strips import Strip
from search.quick.strokes import counted

INK = 0.0
"""Below this a pixel of a strip is ink."""
TORN, NARROWEST = 0.6, 5
"""Of the line's usual blank, and in pixels: an empty stretch between two letters that wide may be a blank as well."""
SHORTEST = 4


class Found(NamedTuple):
    """``box`` on the picture, ``sure`` as its weakest letter (0 to 100); ``torn``: perhaps two words in truth."""

    text: str
    box: Box
    sure: float
    torn: bool


def words(found: list[Sign], strip: Strip) -> Iterator[Found]:
    """The words of *strip* in order."""
    groups = _groups(found)
    if not groups:
        return
    ink = np.asarray(strip.pixels < INK)
    inked = np.asarray(ink.any(axis=0))
    edges = [0, *(_gap(inked, one[-1], other[0]) for one, other in pairwise(groups)), len(inked)]
    boxes = [_tight(ink, inked, left, right) for left, right in pairwise(edges)]
    blank = max(NARROWEST, TORN * _blank(groups, boxes))
    for group, box, place in zip(groups, boxes, strip.places(boxes), strict=True):
        text, sure = told_apart("".join(sign.text for sign in group)), 100 * min(sign.sure for sign in group)
        slash = next((3 * sign.step + 1 for sign in group if sign.text == "/"), 0)
        text, sure = counted(text, sure, strip.pixels[:, int(box[0]) :], slash - int(box[0]))
        torn = len(text) >= SHORTEST and text.isalpha() and _widest(inked[int(box[0]) : int(box[2])]) >= blank
        yield Found(text, place, round(sure, 1), torn)


def _groups(found: list[Sign]) -> list[list[Sign]]:
    """Letters between blanks; the colon before a value is a word of its own, however close it stands."""
    groups: list[list[Sign]] = []
    for blank, run in groupby(found, lambda sign: sign.text == " "):
        group = list(run)
        if not blank:
            groups += [group[:1], group[1:]] if group[0].text == ":" and len(group) > 1 else [group]
    return groups


def _gap(inked: NDArray[np.bool_], one: Sign, other: Sign) -> int:
    """The middle of the widest empty stretch between two words."""
    start, end = 3 * one.step + 1, 3 * other.step + 2
    free = np.flatnonzero(~inked[start:end])
    if not len(free):
        return (start + end) // 2
    runs = np.split(free, np.flatnonzero(np.diff(free) > 1) + 1)
    widest = max(runs, key=len)
    return start + int(widest[0] + widest[-1]) // 2


def _blank(groups: list[list[Sign]], boxes: list[Box]) -> float:
    """The usual one of the line; behind a colon there is more room."""
    wide = [other[0] - one[2] for one, other in pairwise(boxes)]
    return float(
        np.median([width for group, width in zip(groups, wide, strict=False) if group[0].text != ":"] or [inf])
    )


def _widest(inked: NDArray[np.bool_]) -> int:
    """The widest empty stretch between two inked columns."""
    columns = np.flatnonzero(inked)
    return int(np.diff(columns).max()) - 1 if len(columns) > 1 else 0


def _tight(ink: NDArray[np.bool_], inked: NDArray[np.bool_], left: int, right: int) -> Box:
    across = np.flatnonzero(inked[left:right])
    if not len(across):
        return (left, 0, right, ink.shape[0])
    down = np.flatnonzero(ink[:, left:right].any(axis=1))
    return (left + across[0], down[0], left + across[-1] + 1, down[-1] + 1)
