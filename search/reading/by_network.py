"""The quick reader reads a page picture, turned until it makes sense."""

from __future__ import annotations

from search.quick import page
from search.quick.model import Model
from search.reading.measure import stands_on_end
from search.reading.pictures import Picture
from search.reading.types import Reading, turned_line

SECOND = "eng"
"""Language of the second network: other letters taught it, and digits are the same everywhere."""
FEW_LETTERS = 40
SURE = 80.0
WEAK, MOST_WEAK = 50.0, 0.2
"""Confidence of a word nobody believes, and the share of letters in such words that plain print does not reach."""


def read(picture: Picture, first: Model, second: Model) -> Reading:
    """The words of *picture*, in its own places."""
    turns = (90, 270, 0) if stands_on_end(picture) else (0, 180)
    attempts = (_read(picture, first, second, turn) for turn in turns)
    reading = next(attempts)
    # Noise makes as much sense on its head: only what reads well that way lies that way.
    return reading if is_plain(reading) else next(filter(is_plain, attempts), reading)


def is_plain(reading: Reading) -> bool:
    """Print that was read without trouble, so that nobody else need be asked."""
    weak = sum(len(word.text) for word in reading.words if word.confidence < WEAK)
    enough = reading.letters >= FEW_LETTERS and reading.confidence >= SURE
    return enough and weak <= MOST_WEAK * reading.letters


def _read(picture: Picture, first: Model, second: Model, turn: int) -> Reading:
    paragraphs, blots = page.read_and_blots(picture.turned(turn).grey, first, second)
    placed = [[turned_line(line, turn) for line in lines] for lines in paragraphs]
    blots = blots and blots.turned_back(turn)
    return Reading("ocr", placed, picture.width, picture.height, blots=blots)
