"""A grey page becomes ink: what is darker than the paper around it, in pieces that hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

LONG_SIDE, NEARLY = 1754, 1670
"""Pixels at which lines are looked for: A4 at 150 dpi; what is nearly as long stays as it is."""
PAPER = 4
"""The paper behind the ink is seen on a copy so many times smaller."""
WIDEST_STROKE = 15
LEAST, MOST = 30, 110
"""Of 255, how much darker than its paper the faintest and the boldest ink is."""
SMALLEST, LARGEST = 5, 90
"""Pixels of letters."""
LETTERS = 8
SPECK, DUSTY = 3, 0.3
"""Pixels of a speck, and how many of them for each letter are too many."""
cv2.setNumThreads(1)  # the machine's other cores read other pages
Grey = NDArray[np.uint8]
Whole = NDArray[np.integer[Any]]


@dataclass(frozen=True)
class Ink:
    """``mask`` is 1 where letters are; ``height`` is that of a usual one; ``dusty`` when specks lie everywhere."""

    mask: Grey
    height: float
    dusty: bool


def fewer(pixels: int) -> int:
    """How many of a side's *pixels* can be made one before it is shorter than lines are looked for at."""
    return max(pixels // NEARLY, 1)


def work_size(grey: Grey) -> Grey:
    """*grey* at the size at which lines are looked for."""
    factor = LONG_SIDE / max(grey.shape)
    if 0.95 < factor < LONG_SIDE / NEARLY:
        return grey
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    size = (max(round(grey.shape[1] * factor), 1), max(round(grey.shape[0] * factor), 1))
    return _grey(cv2.resize(grey, size, interpolation=way))


def find_ink(grey: Grey) -> Ink | None:
    """The letters of a page at working size; None where there are hardly any."""
    labels, stats = connected(_inked(grey))
    height = _usual_height(stats[1:])
    if height is None:
        return None
    return Ink(painted(labels, _are_letters(stats, height)), height, _is_dusty(stats, height))


def connected(mask: Grey) -> tuple[Whole, Whole]:
    """The pieces that hang together: their numbers in place of the pixels, and a row of measures for each."""
    try:
        _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8, ltype=cv2.CV_16U)
    except cv2.error:  # dust: more pieces than the short numbers, which take a third of the time, can tell apart
        _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8, ltype=cv2.CV_32S)
    return np.asarray(labels), np.asarray(stats)


def painted(labels: Whole, chosen: NDArray[np.bool_]) -> Grey:
    """1 where a piece lies that is *chosen*, by its number."""
    if labels.dtype != np.uint16:
        return chosen.astype(np.uint8)[labels]
    table = np.zeros(1 << 16, np.uint8)
    table[: len(chosen)] = chosen
    return _grey(cv2.LUT(labels, table))


def even_light(grey: Grey) -> Grey:
    """*grey* with the paper behind it made white: shadows and yellowing go."""
    small = cv2.resize(grey, None, fx=1 / PAPER, fy=1 / PAPER, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((WIDEST_STROKE, WIDEST_STROKE), np.uint8))
    paper = cv2.blur(paper, (WIDEST_STROKE, WIDEST_STROKE))
    behind = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return _grey(cv2.divide(grey, behind, scale=255))


def _inked(grey: Grey) -> Grey:
    """1 where it is so much darker than its paper that it is ink."""
    dark = 255 - even_light(grey)
    inked = dark[dark > LEAST]
    if not inked.size:
        return np.zeros_like(grey)
    level, _ = cv2.threshold(inked.reshape(1, -1), 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return _grey(cv2.threshold(dark, min(max(level * 0.75, LEAST), MOST), 1, cv2.THRESH_BINARY)[1])


def _usual_height(stats: NDArray[Any]) -> float | None:
    """Weighed by width, so that dots and commas do not count."""
    high, wide = stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH]
    plausible = (high >= SMALLEST) & (high <= LARGEST) & (wide >= 2) & (wide <= 6 * high)
    if plausible.sum() < LETTERS:
        return None
    counts = np.bincount(high[plausible], weights=np.minimum(wide, high)[plausible], minlength=LARGEST + 1)
    spread = np.cumsum(counts)
    return float(np.searchsorted(spread, spread[-1] / 2))


def _is_dusty(stats: NDArray[Any], height: float) -> bool:
    area = stats[1:, cv2.CC_STAT_AREA]
    return bool((area <= SPECK).sum() > DUSTY * (area >= 0.05 * height**2).sum())


def _are_letters(stats: NDArray[Any], height: float) -> NDArray[np.bool_]:
    """Not the background, no rules, frames, pictures or dust."""
    wide, high, area = (stats[:, part] for part in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA))
    wanted = (high < 3.5 * height) & (wide < 14 * height) & (area >= max(0.012 * height**2, 3))
    wanted &= ~((wide > 3 * height) & (high < 0.35 * height))  # a rule
    wanted &= ~((high > 2.2 * height) & (wide < 0.3 * height))  # … standing up
    wanted[0] = False
    return np.asarray(wanted)


def _grey(picture: Any) -> Grey:
    return np.asarray(picture, dtype=np.uint8)
