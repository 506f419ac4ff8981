"""Specks of a bad copy: smaller than a full stop, and everywhere."""

from __future__ import annotations

import cv2
import numpy as np

from search.quick.ink import Grey, connected, painted

SPECK = 4
"""Pixels of a speck at 200 dpi; a full stop there has nine."""
DARK = 195
"""Of 255: what is lighter disturbs nobody."""
AROUND = np.ones((3, 3), np.uint8)


def without_dust(picture: Grey) -> Grey:
    """*picture* (on white paper) without specks that touch no letter."""
    dark = (picture < DARK).astype(np.uint8)
    labels, stats = connected(dark)
    speck = stats[:, cv2.CC_STAT_AREA] <= SPECK
    speck[0] = False
    specks = painted(labels, speck)
    dust = (cv2.dilate(specks, AROUND) > 0) & (cv2.dilate(dark - specks, AROUND) == 0)
    return np.where(dust, np.uint8(255), picture)
