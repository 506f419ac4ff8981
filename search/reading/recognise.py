"""A page picture becomes words: by the quick reader where the page is plain print, otherwise by Tesseract as well."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from search.findings import TERBALIK
from search.quick.model import Unprepared, load
from search.reading import by_network, by_tesseract
from search.reading.agreement import together
from search.reading.pictures import Picture
from search.reading.types import Reading

Reader = Literal["cepat", "tesseract"]


def recognise(picture: Picture, language: str, reader: Reader) -> Reading:
    """Read *picture*; places are those of the picture as it came, however it was turned to be read."""
    reading = _quickly(picture, language) if reader == "cepat" else None
    if reading is None or not by_network.is_plain(reading):
        other = by_tesseract.read(picture, language)
        reading = replace(together(reading, other), blots=reading.blots) if reading is not None else other
    return reading.with_findings({TERBALIK: ""}) if reading.turn else reading


def _quickly(picture: Picture, language: str) -> Reading | None:
    """None where the networks have not been prepared: Tesseract reads everything then."""
    try:
        return by_network.read(picture, load(language), load(by_network.SECOND))
    except Unprepared:
        return None
