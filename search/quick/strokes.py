"""How many strokes a golongan has: the network sees every third column only, and II and III are both valid."""

from __future__ import annotations

import re

import numpy as np

from search.quick.strips import Floats

ONLY_STROKES = re.compile(r"^(\W*)(I{1,3})(/[a-eA-E]\W*)$")
MIDDLE = slice(13, 20)
"""Rows of a strip between the feet and the heads of capitals, where no serif joins them."""
REACH = 5
"""Pixels by which the middle of a slash may lie beside the column the network saw it in."""
UNSURE = 55.0


def counted(word: str, sure: float, pixels: Floats, slash: int) -> tuple[str, float]:
    """*word* and its confidence once its strokes are counted on *pixels*, where its slash stands at *slash*."""
    match = ONLY_STROKES.match(word)
    if match is None:
        return word, sure
    count = _strokes(pixels[MIDDLE, : slash + REACH], slash)
    if count == len(match[2]):
        return word, sure
    strokes = "I" * count if count in (1, 2, 3) else match[2]
    return match[1] + strokes + match[3], min(sure, UNSURE)


def _strokes(pixels: Floats, slash: int) -> int:
    """Runs of columns darker than the middle between the darkest and the lightest, up to the one at *slash*."""
    if not pixels.size:
        return 0
    columns = pixels.mean(axis=0)
    dark = np.concatenate([[False], columns < (columns.min() + columns.max()) / 2, [False]])
    starts, ends = np.flatnonzero(~dark[:-1] & dark[1:]), np.flatnonzero(dark[:-1] & ~dark[1:])
    middles = (starts + ends) / 2
    itself = np.abs(middles - slash) <= REACH
    return int(((middles < slash) & ~itself).sum())
