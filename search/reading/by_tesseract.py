"""Tesseract reads a page picture, once more turned when the first look makes no sense."""

from __future__ import annotations

from PIL import Image

from search.quick.ink import Grey
from search.reading import tesseract
from search.reading.measure import stands_on_end
from search.reading.pictures import Picture
from search.reading.types import Reading, better, turned_line

WEAK = 70.0
FEW_LETTERS = 40
LONGEST = 4000
"""Pixels of the longer side above which more of them cost time and give nothing (A4 at 340 dpi)."""
SHORTEST = 1700
"""Below this (A4 at 145 dpi) Tesseract reads an enlarged picture better."""


def read(picture: Picture, language: str) -> Reading:
    """The words of *picture*, in its own places."""
    picture = picture.whole()
    turn = _orientation(picture) if stands_on_end(picture) else 0
    reading = _read(picture, language, turn)
    if not turn and (reading.confidence < WEAK or reading.letters < FEW_LETTERS):
        turn = _orientation(picture)
        again = _read(picture, language, turn) if turn else reading
        reading = better(again, reading)
    return reading


def _orientation(picture: Picture) -> int:
    return tesseract.orientation(_sized(picture.grey))


def _read(picture: Picture, language: str, turn: int) -> Reading:
    image = _sized(picture.turned(turn).grey)
    paragraphs = tesseract.words(image, language)
    placed = [[turned_line(line, turn) for line in lines] for lines in paragraphs]
    return Reading("ocr", placed, picture.width, picture.height)


def _sized(grey: Grey) -> Image.Image:
    image = Image.fromarray(grey)
    longest = max(image.size)
    if longest > LONGEST:
        factor = LONGEST / longest
    elif longest < SHORTEST:
        factor = 2.0
    else:
        return image
    size = (max(round(image.width * factor), 1), max(round(image.height * factor), 1))
    return image.resize(size, Image.Resampling.LANCZOS)
