"""Pieces of lines, straightened and brought to the height the network was trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from search.pages import Box
from search.quick.ink import Grey
from search.quick.levels import levels
from search.quick.rows import Row

HEIGHT = 36
DROP = 0.32
"""How far letters hang below the baseline, of the height of capitals."""
AIR = 0.25
"""Room above and below the letters, of the height of capitals."""
SIDE = 0.25
"""Room before and behind them; the network needs to see that a line begins."""
WIDEST = 4800
"""A line of some 400 letters; what is longer is no line."""
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Strip:
    """``pixels`` from -1 (ink) to 1 (paper); ``back`` turns its places into those of the picture."""

    pixels: Floats
    back: NDArray[np.float64]

    def places(self, boxes: Sequence[Box]) -> list[Box]:
        """The upright boxes on the picture around *boxes* on the strip."""
        left, top, right, bottom = np.array(boxes, np.float64).T
        across, down = np.tensordot(self.back[:, :2], [[left, left, right, right], [top, bottom, top, bottom]], 1)
        edges = (across.min(axis=0), down.min(axis=0), across.max(axis=0), down.max(axis=0))
        return [(a, b, c, d) for a, b, c, d in (np.stack(edges, axis=1) + np.tile(self.back[:, 2], 2)).tolist()]


def cut(picture: Grey, row: Row, factor: float) -> Strip:
    """*row*, whose pixels are *factor* times those of *picture*, out of *picture*."""
    rise = row.rise * factor
    unit = rise * (1 + DROP + 2 * AIR) / HEIGHT
    angle = np.arctan(row.fall)
    along, down = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    margin = SIDE * rise
    start = np.array([row.left, row.base]) * factor - along * margin - down * (1 + AIR) * rise
    length = (row.right - row.left) * factor / np.cos(angle) + 2 * margin
    width = min(max(int(np.ceil(length / unit / 3)) * 3, 12), WIDEST)
    back = np.stack([along * unit, down * unit, start], axis=1)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    crop = cv2.warpAffine(picture, back, (width, HEIGHT), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return Strip(_stretched(np.asarray(crop, np.uint8)), back)


def _stretched(crop: NDArray[np.uint8]) -> Floats:
    """Ink to -1, paper to 1."""
    dark, light = levels(crop, 3, 75)
    grey = (crop.astype(np.float32) - dark) * (2 / max(light - dark, 24)) - 1
    return np.asarray(np.clip(grey, -1, 1), np.float32)
