"""What lies over print (stamp, signature, pen, specks): what stands there may be read, but nobody can be sure of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from search.pages import Box, Word
from search.quick.ink import Grey, Whole, connected, painted

DARK = 60
"""Of 255, how much darker than its paper the faintest stamp is that troubles a reader."""
TALL, WIDE = 5.0, 1.5
"""In heights of a usual letter: what is larger, and no rule, is not print."""
LONG, THIN = 10.0, 0.35
"""… and what is longer and thinner is a rule or the side of a frame. A stamp's arc is straight for half of that."""
TOUCHED = 0.5
"""Squares of a letter's height that a blot covers of a word before it counts."""
NEXT = 1.5
"""Heights of a letter beside a word in which a blot may hide its end, or the next word."""
SURE, SEEN, HIDDEN = 90.0, 75.0, 25.0
"""What a touched word is worth that was read surely: enough to show, not to be believed; and any other: nothing.

A digit that a stroke crosses makes another digit, as sure as the first: numbers are never worth anything."""


@dataclass(frozen=True)
class Blots:
    """``mask`` is 1 where a blot is; ``height`` is that of a usual letter in its pixels.

    ``dusty``: specks lie over the whole page, as on a copy of a copy. One closes the gap of a digit, and makes
    another of it that both readers swear to.
    """

    mask: Grey
    height: float
    dusty: bool = False

    def turned_back(self, degrees: int) -> Blots:
        """Of a page that was turned clockwise by *degrees* to be read, as it lay before."""
        return replace(self, mask=np.ascontiguousarray(np.rot90(self.mask, degrees // 90)))

    def touch(self, box: Box, beside: float = 0.0) -> bool:
        """*beside* is how far to the left and right of *box* is looked, in heights of a letter."""
        high, wide = self.mask.shape
        far = beside * self.height
        left, right = max(0, round(box[0] * wide - far)), round(box[2] * wide + far)
        top, bottom = round(box[1] * high), round(box[3] * high)
        return int(self.mask[top:bottom, left:right].sum()) > TOUCHED * self.height**2

    def doubted(self, word: Word) -> Word:
        return replace(word, confidence=min(word.confidence, self._worth(word)))

    def _worth(self, word: Word) -> float:
        if self.touch(word.box):
            sure = word.confidence >= SURE and not any(map(str.isdigit, word.text))
            return SEEN if sure else HIDDEN
        return SEEN if self.dusty or self.touch(word.box, NEXT) else 100.0


def find_blots(work: Grey, height: float, *, dusty: bool = False) -> Blots | None:
    """Of an evenly lit page at working size; None where there are none and it is not *dusty*."""
    dark = (255 - work > DARK).astype(np.uint8)
    labels, stats = connected(dark)
    mask, large = np.zeros_like(dark), _large(stats, height)
    if (stats[large, cv2.CC_STAT_WIDTH] * stats[large, cv2.CC_STAT_HEIGHT]).sum() > 2 * dark.size:
        mask = _without_rules(painted(labels, large), height)
    else:  # a coat of arms, a signature: most of the page need not be looked at
        for number in np.flatnonzero(large):
            part = _around(stats[number])
            mask[part] |= _without_rules(np.asarray(labels[part] == number, np.uint8), height)
    return Blots(mask, height, dusty) if dusty or mask.any() else None


def _around(box: Whole) -> tuple[slice, slice]:
    """With one row or column of what is beside it."""
    left, top, wide, high, _ = (int(edge) for edge in box)
    return slice(max(top - 1, 0), top + high + 1), slice(max(left - 1, 0), left + wide + 1)


def _without_rules(dark: Grey, height: float) -> Grey:
    """What remains large where rules and frames are taken away."""
    labels, stats = connected(np.asarray(cv2.subtract(dark, _rules(dark, height))))
    return painted(labels, _large(stats, height))


def _large(stats: Whole, height: float) -> NDArray[np.bool_]:
    large = (stats[:, cv2.CC_STAT_HEIGHT] > TALL * height) & (stats[:, cv2.CC_STAT_WIDTH] > WIDE * height)
    large[0] = False
    return np.asarray(large)


def _rules(dark: Grey, height: float) -> Grey:
    """Long, thin and straight, lying or standing."""
    long, thick = round(LONG * height), max(2, round(THIN * height))
    found = np.zeros_like(dark)
    for way, across in (((1, long), (thick, 1)), ((long, 1), (1, thick))):
        straight = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(way, np.uint8))
        if not cv2.countNonZero(straight):
            continue
        bold = cv2.morphologyEx(straight, cv2.MORPH_OPEN, np.ones(across, np.uint8))
        found = np.asarray(cv2.max(found, cv2.subtract(straight, bold)), np.uint8)
    return found
