"""Is the page fit to be read? Measures of the picture, and of where its words lie.

Thresholds come from drawn and degraded pages (``tests/search``); each says what it measures.
"""

from __future__ import annotations

import math
from itertools import islice
from statistics import median
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from search.findings import BURAM, GELAP, KECIL, KOSONG, MIRING, SILAU, TERPOTONG
from search.pages import Box, Word
from search.quick.ink import Grey, even_light
from search.quick.levels import levels
from search.reading.pictures import Picture
from search.reading.types import Line, Reading
from search.spots import spot

TILE = 25
MARGIN = 0.03
FEW_WORDS = 10
SHARP = 0.012
"""Laplacian variance of letters at one height and contrast: print 0.3 and more, a blur of 0.3 mm 0.006."""
THIRDS = ("atas", "tengah", "bawah")
FAINT_INK = 8
FEW_SQUARES = 10
LETTER_HEIGHT = 24
NOISE_GAIN = 20
"""The squares of the Laplacian's weights: what it makes of noise with variance 1."""
DARK_PAPER = 120
LOW_DPI, FINE_DPI = 140, 250
"""Above the latter small letters are not the picture's doing."""
SMALL_LETTERS = 13
SKEW_DEGREES = 2.0


def is_blank(picture: Picture) -> bool:
    """No tile holds ink that hangs together. Tiles, or one line of signature would be averaged away."""
    (paper,) = levels(picture.small, 50)
    ink = picture.small < max(paper - 50, 0)
    down, across = (round(side * MARGIN) for side in ink.shape)
    ink = _without_specks(ink)[down : -down or None, across : -across or None]
    return bool(_tiles(ink).sum(axis=(2, 3)).max(initial=0) < 0.02 * TILE**2)


def stands_on_end(picture: Picture) -> bool:
    """Do dark stripes run down the sheet rather than across? So do the lines of a page on its side."""
    small = picture.small.astype(np.float32)
    across, down = (float(np.diff(small.mean(axis=axis)).var()) for axis in (1, 0))
    return down > 2 * across


def findings(picture: Picture, reading: Reading, *, shaded: bool = False) -> dict[str, str]:
    """Codes of :mod:`search.findings` for a page that was read from its picture, each with its place or ``""``.

    On a *shaded* sheet the edge of a shadow would be taken for letters out of focus: its light is evened for that.
    """
    grey = even_light(picture.grey) if shaded else picture.grey
    grain = _grain(grey)
    soft, cut = _soft_part(grey, grain), _cut_side(reading.lines)
    glare = _glaring_part(picture.small)
    checks = {
        KOSONG: not reading.words and is_blank(picture),
        BURAM: soft is not None or _sharpness(grey, reading.words, grain) < SHARP,
        GELAP: _is_dark(picture.small),
        SILAU: glare is not None,
        KECIL: _is_small(picture, reading),
        MIRING: abs(skew(reading)) > SKEW_DEGREES,
        TERPOTONG: cut is not None,
    }
    places = {BURAM: soft, TERPOTONG: cut, SILAU: glare}
    places[KECIL] = f"{round(picture.dpi)} dpi" if picture.dpi < FINE_DPI else ""
    return {code: places.get(code) or "" for code, found in checks.items() if found}


def skew(reading: Reading) -> float:
    """Slope of the long lines in degrees, clockwise positive; 0 when there are too few of them."""
    slopes = [_slope(line, reading) for line in reading.lines if _is_long(line)]
    return median(slopes) if len(slopes) >= 3 else 0.0


def _is_long(line: Line) -> bool:
    return len(line) >= 4 and line[-1].box[2] - line[0].box[0] > 0.3


def _slope(line: Line, reading: Reading) -> float:
    across = [(word.box[0] + word.box[2]) / 2 * reading.width for word in line]
    down = [(word.box[1] + word.box[3]) / 2 * reading.height for word in line]
    return float(np.degrees(np.arctan(np.polyfit(across, down, 1)[0])))


def _is_dark(small: Grey) -> bool:
    """The lightest tenth of the sheet is paper: so it is dark everywhere or not at all."""
    return levels(small, 90)[0] < DARK_PAPER


def _glaring_part(small: Grey) -> str | None:
    """Burnt-out areas on paper that is otherwise grey; a scan is white all over and has none."""
    if not 90 <= levels(small, 50)[0] <= 235:
        return None
    burnt = _tiles(small >= 253).mean(axis=(2, 3)) > 0.9
    return _part(burnt, small) if 0.01 < burnt.mean() < 0.5 else None


def _part(tiles: NDArray[np.bool_], small: Grey) -> str:
    """The box around those tiles as a place."""
    down, across = np.flatnonzero(tiles.any(axis=1)), np.flatnonzero(tiles.any(axis=0))
    height, width = small.shape
    left, right = across[0] * TILE / width, min((across[-1] + 1) * TILE / width, 1.0)
    top, bottom = down[0] * TILE / height, min((down[-1] + 1) * TILE / height, 1.0)
    return spot((float(left), float(top), float(right), float(bottom)))


def _is_small(picture: Picture, reading: Reading) -> bool:
    """Pixels per letter where there are words, per inch of paper where there are not."""
    if len(reading.words) < FEW_WORDS:
        return picture.dpi < LOW_DPI
    return median(reading.heights) < SMALL_LETTERS


def _cut_side(lines: list[Line]) -> str | None:
    """Where several lines run into the same side of the picture, or one whole line into its top or bottom."""
    sure = [[word for word in line if word.confidence > 30] for line in lines]
    sides = [line for line in sure if line]
    if sum(min(word.box[0] for word in line) <= 0.003 for line in sides) >= 3:
        return "kiri"
    if sum(max(word.box[2] for word in line) >= 0.997 for line in sides) >= 3:
        return "kanan"
    for place, touches in (("atas", _touches_top), ("bawah", _touches_bottom)):
        if any(sum(touches(word) for word in line) >= 3 for line in sides):
            return place
    return None


def _touches_top(word: Word) -> bool:
    return word.box[1] <= 0.002


def _touches_bottom(word: Word) -> bool:
    return word.box[3] >= 0.998


def _sharpness(grey: Grey, words: list[Word], grain: float) -> float:
    """Inside letters only, and without what the grain of the picture adds: noise looks sharp."""
    if len(words) >= FEW_WORDS:
        widest = sorted(words, key=lambda word: word.box[0] - word.box[2])[:40]
        crops = [_crop(grey, word.box) for word in widest]
    else:
        crops = _liveliest(grey)
    values = [_laplacian(crop, grain) for crop in crops if min(crop.shape) >= 5]
    return median(values) if values else 1.0


def _soft_part(grey: Grey, grain: float) -> str | None:
    """Which third of the sheet is out of focus (several: ``""``)? Its letters are no words any more.

    The margins are left out, where a photo shows the edge of the sheet. One sharp square in four is enough:
    a portrait is soft too, but not alone.
    """
    height, width = grey.shape
    faint = math.hypot(FAINT_INK, 1.5 * grain)
    inside = grey[round(height * 0.08) : round(height * 0.92), round(width * 0.15) : round(width * 0.85)]
    soft = []
    for place, third in zip(THIRDS, np.array_split(inside, 3), strict=True):
        inked = [square for square in _squares(third, width // 24) if _spread(square) > faint]
        sharp = (square for square in inked if _laplacian(square, grain) >= SHARP)
        enough = math.ceil(len(inked) / 4)
        if len(inked) >= FEW_SQUARES and len(list(islice(sharp, enough))) < enough:
            soft.append(place)
    return None if not soft else soft[0] if len(soft) == 1 else ""


def _crop(grey: Grey, box: Box) -> Grey:
    height, width = grey.shape
    left, top, right, bottom = box
    return grey[int(top * height) : int(bottom * height) + 1, int(left * width) : int(right * width) + 1]


def _squares(grey: Grey, side: int = 0) -> list[Grey]:
    side = max(TILE, side or grey.shape[1] // 24)
    return [
        grey[y : y + side, x : x + side]
        for y in range(0, grey.shape[0] - side, side)
        for x in range(0, grey.shape[1] - side, side)
    ]


def _liveliest(grey: Grey) -> list[Grey]:
    """Where no words were found: the squares with the strongest contrast, empty ones left out."""
    strong = sorted(_squares(grey), key=_spread)[-20:]
    return [square for square in strong if _spread(square) > 20]


def _grain(grey: Grey) -> float:
    """Standard deviation from pixel to pixel on empty paper: the calm quarter of some squares.

    On paper burnt to white half of the noise is cut off, which leaves a third of its variance.
    """
    calm = sorted(_spread(_second(square)) ** 2 for square in _squares(grey)[::7])
    variance: float = median(calm[: len(calm) // 4 + 1]) / NOISE_GAIN if calm else 0.0
    clipped = levels(grey[::2, ::2], 50)[0] >= 250
    return math.sqrt(variance * (3 if clipped else 1))


def _laplacian(crop: Grey, grain: float) -> float:
    """Variance of the second difference, at one letter height and one contrast."""
    factor = min(LETTER_HEIGHT / float(min(crop.shape)), 1.0)
    size = (max(round(crop.shape[1] * factor), 5), max(round(crop.shape[0] * factor), 5))
    small = np.asarray(cv2.resize(crop, size, interpolation=cv2.INTER_AREA), np.uint8)
    dark, light = levels(small, 5, 95)
    contrast = max(float(light - dark), 20.0)
    noise = NOISE_GAIN * (grain * factor / contrast) ** 2
    return max((_spread(_second(small)) / contrast) ** 2 - noise, 0.0)


def _second(values: Grey) -> NDArray[np.float32]:
    """Four-neighbour Laplacian."""
    return np.asarray(cv2.Laplacian(values, cv2.CV_32F), np.float32)[1:-1, 1:-1]


def _spread(values: NDArray[Any]) -> float:
    """Standard deviation."""
    return float(cv2.meanStdDev(values)[1][0, 0])


def _without_specks(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Dots with fewer than two dark neighbours are dust."""
    square = cv2.boxFilter(ink.astype(np.uint8), -1, (3, 3), normalize=False, borderType=cv2.BORDER_CONSTANT)
    return np.asarray(ink & (np.asarray(square) > 2))


def _tiles(values: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Rows × columns × TILE × TILE; what does not fill a tile at the far edges is left out."""
    down, across = values.shape[0] // TILE, values.shape[1] // TILE
    cut = values[: down * TILE, : across * TILE]
    return cut.reshape(down, TILE, across, TILE).swapaxes(1, 2)
