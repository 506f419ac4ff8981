"""Scanners, copiers, cameras and stamps other than those of :mod:`tests.search.fields_trial`; all by the seed."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
DPI = {"clean": 300, "office scan": 300, "bad copy": 200, "phone photo": 250, "stamped": 300}
"""At which the page is drawn before it is made bad."""


def clean(page: Pixels, chance: np.random.Generator) -> bytes:
    return _jpeg(page, 88)


def office_scan(page: Pixels, chance: np.random.Generator) -> bytes:
    """A sheet feeder of some age: a degree or so askew, greyish, grained, squeezed."""
    soft = cv2.GaussianBlur(_turned(page, chance.uniform(-1.6, 1.6)), (0, 0), chance.uniform(0.6, 1.2))
    grey = soft.astype(np.float32) * chance.uniform(0.8, 0.95) + chance.uniform(0, 20)
    return _jpeg(_grained(grey, chance.uniform(3, 9), chance), int(chance.integers(45, 75)))


def bad_copy(page: Pixels, chance: np.random.Generator) -> bytes:
    """A copy of a copy: strokes thinned or thickened, toner specks of several sizes, streaks, a dark edge."""
    worn = cv2.GaussianBlur(page, (0, 0), chance.uniform(0.6, 0.9)).astype(np.float32)
    worn = ((worn - chance.uniform(45, 75)) * chance.uniform(1.4, 1.9)).clip(0, 255)
    for size, share in ((1, 0.0004), (2, 0.0001), (3, 0.00002)):
        worn = np.where(_specks(worn.shape, size, share, chance), np.float32(30), worn)
    worn = np.where(_specks(worn.shape, 1, 0.001, chance), np.float32(255), worn)
    for _ in range(2):  # a scratch on the drum
        worn[:, int(chance.integers(0, worn.shape[1]))] *= 0.6
    worn[:, -int(chance.integers(8, 25)) :] *= 0.35
    return _jpeg(_grained(_turned(worn.astype(np.uint8), chance.uniform(-1.6, 1.6)), 12, chance), 70)


def phone_photo(page: Pixels, chance: np.random.Generator) -> bytes:
    """Held over a table: four corners anywhere near theirs, the shadow of a hand, a warm lamp, slightly soft."""
    high, wide = page.shape
    size = (int(wide * 1.15), int(high * 1.12))
    around = (size[0] - wide) / 2, (size[1] - high) / 2
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    seen = corners + around + chance.uniform(-0.035, 0.035, (4, 2)) * (wide, high)
    move = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    table = _grained(np.full(size[::-1], chance.uniform(40, 130), np.float32), 8, chance)
    photo = cv2.warpPerspective(page, move, size, flags=cv2.INTER_AREA)
    sheet = cv2.warpPerspective(np.full_like(page, 255), move, size)
    whole = np.where(sheet > 127, photo, table).astype(np.float32) * _light(size, chance)
    soft = cv2.GaussianBlur(whole, (0, 0), chance.uniform(0.8, 1.4))
    grey = _grained(soft, chance.uniform(3, 7), chance)
    warm = [np.asarray(grey * part, np.uint8) for part in (1.0, 0.96, chance.uniform(0.75, 0.9))]
    return _jpeg(np.stack(warm, axis=2), 72)


def stamped(page: Pixels, chance: np.random.Generator) -> bytes:
    """A scan with an office's round stamp and two strokes of a pen anywhere on it: what they hide nobody can read."""
    colour = np.repeat(page[:, :, None], 3, axis=2)
    high, wide = page.shape
    for _ in range(2):
        centre = (int(chance.uniform(0.3, 0.8) * wide), int(chance.uniform(0.1, 0.7) * high))
        mask = np.zeros_like(page)
        cv2.circle(mask, centre, wide // 9, 255, 14)
        cv2.circle(mask, centre, wide // 12, 255, 6)
        cv2.putText(mask, "PEMERINTAH", (centre[0] - wide // 14, centre[1]), cv2.FONT_HERSHEY_DUPLEX, 1.8, 255, 6)
        colour[mask > 0] = (colour[mask > 0] * 0.35 + np.array([95, 45, 110]) * 0.65).astype(np.uint8)
        begun = np.array([chance.uniform(0.35, 0.7) * wide, centre[1]])
        way = begun + np.cumsum(chance.normal(0, 40, (14, 2)), axis=0)
        cv2.polylines(colour, [way.astype(np.int32)], False, (25, 25, 60), 9, cv2.LINE_AA)
    return _jpeg(colour, 75)


NOISE: dict[str, Callable[[Pixels, np.random.Generator], bytes]] = {
    "clean": clean,
    "office scan": office_scan,
    "bad copy": bad_copy,
    "phone photo": phone_photo,
    "stamped": stamped,
}


def _light(size: tuple[int, int], chance: np.random.Generator) -> Floats:
    """A lamp to one side, and a soft-edged shadow that comes in from another."""
    across, down = np.meshgrid(np.linspace(0, 1, size[0]), np.linspace(0, 1, size[1]))
    angle, turn = chance.uniform(0, 2 * np.pi, 2)
    lamp = 0.85 + 0.15 * (np.cos(angle) * (across - 0.5) + np.sin(angle) * (down - 0.5))
    edge = np.cos(turn) * (across - 0.5) + np.sin(turn) * (down - 0.5) - chance.uniform(0.1, 0.4)
    shadow = chance.uniform(0.25, 0.5) / (1 + np.exp(-edge / chance.uniform(0.01, 0.05)))
    return np.asarray(lamp * (1 - shadow), np.float32)


def _specks(shape: tuple[int, ...], size: int, share: float, chance: np.random.Generator) -> NDArray[np.bool_]:
    points = (chance.random(shape) < share).astype(np.uint8)
    return np.asarray(cv2.dilate(points, np.ones((size, size), np.uint8)) > 0)


def _turned(page: Pixels, degrees: float) -> Pixels:
    high, wide = page.shape
    move = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(page, move, (wide, high), flags=cv2.INTER_CUBIC, borderValue=245.0), np.uint8)


def _grained(grey: NDArray[np.generic], noise: float, chance: np.random.Generator) -> Pixels:
    grain = chance.normal(0, noise, grey.shape).astype(np.float32)
    return np.asarray((grey.astype(np.float32) + grain).clip(0, 255), np.uint8)


def _jpeg(pixels: Pixels, quality: int) -> bytes:
    out = BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=quality)
    return out.getvalue()
