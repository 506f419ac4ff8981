"""How askew a page lies: the angle at which its rows are told apart best."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

COARSE, WIDEST = 0.005, 0.12
FINE = 0.0005
FEWEST, POINTS = 100, 10_000


def slope(mask: NDArray[np.uint8], widest: float = WIDEST) -> float:
    """Fall of the rows for each pixel to the right, at most *widest*; positive when they sink."""
    if cv2.countNonZero(mask) < FEWEST:
        return 0.0
    inked = np.asarray(cv2.findNonZero(mask)).reshape(-1, 2)
    across, down = inked[:: max(len(inked) // POINTS, 1)].astype(np.float32).T
    rough = _best(down, across, np.arange(-widest, widest + COARSE / 2, COARSE))
    return _best(down, across, np.arange(rough - COARSE, rough + COARSE + FINE / 2, FINE))


def _best(down: NDArray[np.float32], across: NDArray[np.float32], slopes: NDArray[np.float64]) -> float:
    return float(max(slopes, key=lambda fall: _sharpness(down - fall * across)))


def _sharpness(rows: NDArray[np.float32]) -> float:
    counts = np.bincount((rows - rows.min()).astype(np.int32)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())
