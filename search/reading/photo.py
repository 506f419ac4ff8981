"""Is the picture a photo of a sheet on something darker? Then the sheet is found and straightened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from search.pages import Corners
from search.quick.ink import Grey
from search.reading.pictures import A4_LONG_INCHES, Picture
from search.sheet import Sheet

SIDE = 480
"""Pixels of the longer side at which the sheet is looked for."""
LEVELS = range(50, 231, 15)
LEAST = 0.25
"""Share of the picture that the sheet fills at least."""
FRAME = 0.012
"""A corner nearer than this to that of the picture has nothing around it."""
STEP, POINTS = 4, 48
"""How far inside and outside of its edge, and at how many places, the sheet is compared with what it lies on."""
LIGHTER, HELD = 18, 0.8
"""By how much paper is lighter than the table, and along which part of every edge."""
LONGEST = 3508
Points = NDArray[np.float64]


@dataclass(frozen=True)
class Flat:
    """The sheet alone, straight, and where it lies on the photo."""

    picture: Picture
    sheet: Sheet


def straightened(picture: Picture) -> Flat | None:
    """The sheet on *picture*; None where there is none to be found, or nothing around it."""
    small = _small(picture.small)
    corners = _sheet(cv2.GaussianBlur(small, (5, 5), 0))
    if corners is None:
        return None
    parts = corners / (small.shape[1], small.shape[0])
    return Flat(_warped(picture.whole(), parts), Sheet(_as_corners(parts)))


def _small(grey: Grey) -> Grey:
    factor = SIDE / max(grey.shape)
    size = (max(round(grey.shape[1] * factor), 1), max(round(grey.shape[0] * factor), 1))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def _sheet(small: Any) -> Points | None:
    """Four corners, clockwise from the upper left: the lightest whole that stands out along all four edges."""
    found: dict[float, list[Points]] = {}
    for level in LEVELS:
        corners = _four_sided((small > level).astype(np.uint8))
        if corners is not None and not _is_frame(corners, small.shape):
            held = min(_held(small, corners[at - 1], corners[at]) for at in range(4))
            found.setdefault(held, []).append(corners)
    most = max(found, default=0.0)
    alike = found.get(most, [])
    return alike[len(alike) // 2] if most > HELD else None  # half-way between table and paper the edge is sharpest


def _four_sided(light: Grey) -> Points | None:
    """The largest light piece as a figure with four corners, if that is nearly what it is."""
    around = cv2.morphologyEx(light, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    outlines, _ = cv2.findContours(around, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    hull = cv2.convexHull(max(outlines, key=cv2.contourArea))
    area = cv2.contourArea(hull)
    if area < LEAST * light.size:
        return None
    corners = _fewer(hull[:, 0].astype(np.float64))
    return _clockwise(corners) if len(corners) == 4 and _area(corners) < 1.08 * area else None


def _fewer(hull: Points) -> Points:
    """*hull* with four sides: again and again the shortest side goes, its neighbours are drawn on until they meet."""
    while len(hull) > 4:
        sides = np.hypot(*(np.roll(hull, -1, axis=0) - hull).T)
        for at in np.argsort(sides):
            met = _meeting(hull[at - 1], hull[at], hull[(at + 1) % len(hull)], hull[(at + 2) % len(hull)])
            if met is not None:
                hull[at] = met
                hull = np.delete(hull, (at + 1) % len(hull), axis=0)
                break
        else:
            return hull
    return hull


def _meeting(a: Points, b: Points, c: Points, d: Points) -> Points | None:
    """Where the line from *a* over *b* meets that from *d* over *c*, beyond both."""
    ways = np.stack([b - a, d - c], axis=1)
    if abs(np.linalg.det(ways)) < 1e-6:
        return None
    along, back = np.linalg.solve(ways, d - a)
    return a + along * (b - a) if along >= 1 and back >= 1 else None


def _clockwise(corners: Points) -> Points:
    """From the upper left on, as a person sees it."""
    middle = corners.mean(axis=0)
    turned = corners[np.argsort(np.arctan2(*(corners - middle).T[::-1]))]
    return np.roll(turned, -int(np.argmin(turned.sum(axis=1))), axis=0)


def _area(corners: Points) -> float:
    return float(cv2.contourArea(corners.astype(np.float32)))


def _is_frame(corners: Points, shape: tuple[int, ...]) -> bool:
    """Nothing around it: a scan."""
    high, wide = shape
    frame = np.array([[0, 0], [wide, 0], [wide, high], [0, high]])
    return bool((np.abs(corners - frame) < FRAME * max(shape) + 2).all())


def _held(small: Any, one: Points, other: Points) -> float:
    """Along which part of an edge the sheet is lighter than what lies outside of it."""
    way = other - one
    length = float(np.hypot(*way))
    if length < STEP:
        return 0.0
    outward = np.array([way[1], -way[0]]) / length * STEP
    places = one + way * np.linspace(0.04, 0.96, POINTS)[:, None]
    inside, outside = (_grey(small, places - outward), _grey(small, places + outward))
    return float((inside.astype(int) - outside > LIGHTER).mean())


def _grey(small: Any, places: Points) -> NDArray[Any]:
    across, down = np.round(places).astype(int).T
    return np.asarray(small[down.clip(0, small.shape[0] - 1), across.clip(0, small.shape[1] - 1)])


def _as_corners(parts: Points) -> Corners:
    a, b, c, d = ((round(float(x), 5), round(float(y), 5)) for x, y in parts)
    return (a, b, c, d)


def _warped(picture: Picture, corners: Points) -> Picture:
    """As many pixels as the sheet has on the photo, up to those of A4 at 300 dpi."""
    pixels = corners * (picture.width, picture.height)
    sides = np.hypot(*(np.roll(pixels, -1, axis=0) - pixels).T)
    wide, high = max(sides[0], sides[2]), max(sides[1], sides[3])
    factor = min(1.0, LONGEST / max(wide, high))
    size = (max(round(wide * factor), 1), max(round(high * factor), 1))
    target = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], np.float32)
    way = cv2.getPerspectiveTransform(pixels.astype(np.float32), target)
    flat = cv2.warpPerspective(picture.grey, way, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return Picture(np.asarray(flat, np.uint8), max(size) / A4_LONG_INCHES, *size)
