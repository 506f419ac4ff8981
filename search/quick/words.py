"""The signs of a strip as words, their edges where the ink has its gaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from search.quick.decode import Sign
from search.quick.lookalikes import told_apart
from search.quick.strips import Floats, Strip

INK = 0.0
"""Below this a pixel of a strip is ink."""
Span = tuple[int, int]


def words(found: list[Sign], strip: Strip) -> Iterator[tuple[str, tuple[float, float, float, float], float]]:
    """Text, box on the picture and confidence (that of the weakest letter, 0 to 100) of each word."""
    groups = [list(group) for blank, group in groupby(found, lambda sign: sign.text == " ") if not blank]
    if not groups:
        return
    inked = np.asarray((strip.pixels < INK).any(axis=0))
    edges = [0, *(_gap(inked, one[-1], other[0]) for one, other in pairwise(groups)), len(inked)]
    for group, (left, right) in zip(groups, pairwise(edges), strict=True):
        box = _tight(strip.pixels, left, right)
        yield told_apart("".join(s.text for s in group)), strip.place(*box), round(100 * min(s.sure for s in group), 1)


def _gap(inked: NDArray[np.bool_], one: Sign, other: Sign) -> int:
    """The middle of the widest empty stretch between two words."""
    start, end = 3 * one.step + 1, 3 * other.step + 2
    free = np.flatnonzero(~inked[start:end])
    if not len(free):
        return (start + end) // 2
    runs = np.split(free, np.flatnonzero(np.diff(free) > 1) + 1)
    widest = max(runs, key=len)
    return start + int(widest[0] + widest[-1]) // 2


def _tight(pixels: Floats, left: int, right: int) -> tuple[float, float, float, float]:
    ink = pixels[:, left:right] < INK
    across, down = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if not len(across):
        return (left, 0, right, pixels.shape[0])
    return (left + across[0], down[0], left + across[-1] + 1, down[-1] + 1)
