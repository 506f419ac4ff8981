"""The signs of a strip as words, their edges where the ink has its gaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from search.quick.decode import Sign
from search.quick.lookalikes import told_apart
from search.quick.strips import Floats, Strip
from search.quick.strokes import counted

INK = 0.0
"""Below this a pixel of a strip is ink."""
Box = tuple[float, float, float, float]


def words(found: list[Sign], strip: Strip) -> Iterator[tuple[str, Box, float]]:
    """Text, box on the picture and confidence (that of the weakest letter, 0 to 100) of each word."""
    groups = _groups(found)
    if not groups:
        return
    inked = np.asarray((strip.pixels < INK).any(axis=0))
    edges = [0, *(_gap(inked, one[-1], other[0]) for one, other in pairwise(groups)), len(inked)]
    for group, (left, right) in zip(groups, pairwise(edges), strict=True):
        box = _tight(strip.pixels, left, right)
        text, sure = told_apart("".join(sign.text for sign in group)), 100 * min(sign.sure for sign in group)
        slash = next((3 * sign.step + 1 for sign in group if sign.text == "/"), 0)
        text, sure = counted(text, sure, strip.pixels[:, int(box[0]) :], slash - int(box[0]))
        yield text, strip.place(*box), round(sure, 1)


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


def _tight(pixels: Floats, left: int, right: int) -> Box:
    ink = pixels[:, left:right] < INK
    across, down = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if not len(across):
        return (left, 0, right, pixels.shape[0])
    return (left + across[0], down[0], left + across[-1] + 1, down[-1] + 1)
