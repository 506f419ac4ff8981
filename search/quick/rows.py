"""Where the lines of letters run: each piece of a line with its baseline, its slope and the height of its capitals."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from search.quick.ink import Grey, Ink, Whole, connected, painted
from search.quick.slope import slope

REACH = 2.6
"""Letter heights within which letters belong to one piece of a line."""
SMALL = 0.5
TALL = 2.3
VALLEY = 0.45
LEANING = 0.03
"""Slope of a line on a sheet that was photographed from the side, once the page as a whole is level."""
FEW = 6
NEIGHBOURS = 5
MOST_ROWS = 1500
Pieces = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """In pixels of the picture the ink was found on: from *left* to *right*, *base* being that at *left*."""

    left: float
    right: float
    base: float
    fall: float
    rise: float


def find_rows(ink: Ink) -> list[Row]:
    """All pieces of lines, in no order."""
    fall = slope(ink.mask)
    level, lift = _levelled(ink.mask, fall)
    letters, stats = connected(level)
    labels, boxes = _joined(level, _marks(letters, stats, ink.height), ink.height)
    owners = np.zeros(len(stats), np.int32)
    inked = level > 0
    owners[letters[inked]] = labels[inked]
    left, top, wide, high, _ = stats.astype(np.float64).T
    pieces = np.stack([left, left + wide, top, top + high], axis=1)
    rows: list[tuple[Row, int]] = []
    for number, box in boxes:
        parts = _parts(pieces[owners == number], labels, number, box, ink.height)
        rows += [row for part in parts if (row := _row(part, ink.height))]
    sure = [row for row, count in rows if count >= FEW]
    return [_on_page(row if count >= FEW else _like(row, sure), fall, lift) for row, count in rows[:MOST_ROWS]]


def _levelled(mask: Grey, fall: float) -> tuple[Grey, float]:
    """*mask* with its rows made level by moving its columns, and how far down everything went."""
    height, width = mask.shape
    lift = max(fall * width, 0.0)
    move = np.array([[1, 0, 0], [-fall, 1, lift]])
    size = (width, height + int(abs(fall) * width) + 1)
    return np.asarray(cv2.warpAffine(mask, move, size, flags=cv2.INTER_NEAREST), np.uint8), lift


def _marks(letters: Whole, stats: Whole, height: float) -> Grey:
    """Marks as small as those of a colon; two above each other are one."""
    small = (stats[:, cv2.CC_STAT_HEIGHT] < SMALL * height) & (stats[:, cv2.CC_STAT_WIDTH] < SMALL * height)
    small[0] = False
    reach = np.ones((_odd(0.7 * height), 1), np.uint8)
    return np.asarray(cv2.morphologyEx(painted(letters, small), cv2.MORPH_CLOSE, reach), np.uint8)


def _joined(level: Grey, marks: Grey, height: float) -> tuple[Whole, list[tuple[int, Whole]]]:
    """Letters closed along the row; what stays as small as a dot belongs to the line it hangs over."""
    reach = np.ones((1, _odd(REACH * height)), np.uint8)
    closed = cv2.morphologyEx(level | marks, cv2.MORPH_CLOSE, reach)
    labels, stats = connected(np.asarray(closed, np.uint8))
    wide, high = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    wanted = (high >= SMALL * height) & (wide >= 0.15 * height)
    wanted[0] = False
    return labels, [(int(number), stats[number]) for number in np.flatnonzero(wanted)]


def _odd(length: float) -> int:
    """A closing with an even number of pixels would move what it closes."""
    return max(round(length), 2) | 1


def _parts(pieces: Pieces, labels: Whole, number: int, box: Whole, height: float) -> Iterator[Pieces]:
    """Lines that touch are told apart where hardly any ink lies between them."""
    left, top, wide, high, _ = (int(edge) for edge in box)
    if high <= TALL * height or len(pieces) < 2:
        yield pieces
        return
    mine = (labels[top : top + high, left : left + wide] == number).astype(np.uint8)
    own = slope(mine, LEANING)
    cuts = _cuts(mine, own, height)
    if not cuts:
        yield pieces
        return
    middle = (pieces[:, 2] + pieces[:, 3]) / 2 - top - own * ((pieces[:, 0] + pieces[:, 1]) / 2 - left)
    which = np.searchsorted(cuts, middle)
    yield from (pieces[which == part] for part in range(len(cuts) + 1) if (which == part).any())


def _cuts(mine: Grey, own: float, height: float) -> list[float]:
    """Heights, at the left edge, of the valleys in the profile of *mine* along its own slope."""
    down, across = np.nonzero(mine)
    levels = down - own * across
    start = levels.min()
    counts = np.bincount((levels - start).astype(int)).astype(np.float64)
    smooth = np.convolve(counts, np.ones(3) / 3, mode="same")
    cuts: list[float] = []
    for at in range(int(0.8 * height), len(smooth) - int(0.8 * height)):
        before = smooth[max(0, at - int(1.6 * height)) : at].max()
        after = smooth[at : at + int(1.6 * height)].max()
        near = smooth[max(0, at - int(height / 2)) : at + int(height / 2) + 1].min()
        if smooth[at] == near and near < VALLEY * min(before, after) and (not cuts or at + start - cuts[-1] > height):
            cuts.append(float(at + start))
    return cuts


def _row(pieces: Pieces, height: float) -> tuple[Row, int] | None:
    """Letters stand on the baseline, most of them."""
    if not len(pieces):
        return None
    left, right = float(pieces[:, 0].min()), float(pieces[:, 1].max())
    letters = pieces[pieces[:, 3] - pieces[:, 2] >= SMALL * height]
    if not len(letters):
        letters = pieces
    middle = (letters[:, 0] + letters[:, 1]) / 2
    fall, base = _baseline(middle, letters[:, 3], height)
    tops = base + fall * middle - letters[:, 2]
    tops = tops[tops > 0]
    if not len(tops):
        return None
    rise = _ranked(tops, 0.88) if len(tops) >= FEW else float(tops.max())
    return Row(left, right, base + fall * left, fall, rise), len(letters)


def _baseline(middle: NDArray[np.float64], bottom: NDArray[np.float64], height: float) -> tuple[float, float]:
    """Slope and height at 0; what hangs below and what floats above does not count."""
    fall, base = 0.0, _ranked(bottom, 0.5)
    if len(middle) < FEW or np.ptp(middle) < 6 * height:
        return fall, base
    for reach in (0.5, 0.3, 0.2):
        near = np.abs(bottom - base - fall * middle) < reach * height
        if near.sum() < FEW:
            break
        across, down = middle[near], bottom[near]
        away = across - across.mean()
        fall = float(away @ down / max(away @ away, 1.0))
        base = _ranked(down - fall * across, 0.5)
    return fall, base


def _ranked(values: NDArray[np.float64], part: float) -> float:
    """What *part* of *values* do not exceed; for a few of them a tenth of the time ``np.percentile`` takes."""
    ordered = np.sort(values)
    at = part * (len(ordered) - 1)
    low, high = ordered[int(at)], ordered[math.ceil(at)]
    return float(low + (high - low) * (at - int(at)))


def _like(row: Row, sure: list[Row]) -> Row:
    """A few letters (``sama``, ``:``) say nothing of slope and height of capitals: those of the nearest lines do."""
    near = sorted(sure, key=lambda other: abs(other.base - row.base))[:NEIGHBOURS]
    if not near:
        return row
    rise, fall = (float(np.median([getattr(other, part) for other in near])) for part in ("rise", "fall"))
    return Row(row.left, row.right, row.base, fall, rise if 0.2 * rise < row.rise < rise else row.rise)


def _on_page(row: Row, fall: float, lift: float) -> Row:
    """From the levelled page back to the page as it lies."""
    return Row(row.left, row.right, row.base - lift + fall * row.left, row.fall + fall, row.rise)
