"""Where a stamp lands: v1 counts from the lower left corner, v2 from the upper left, tags from the text."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pypdfium2


class TagMissing(Exception):
    """The tag is not in the text of any page."""


@dataclass(frozen=True)
class Spot:
    """Page from 0; box in points from the lower left corner of the page."""

    page: int
    box: tuple[int, int, int, int]


def v1(page: int, x: float, y: float, right: float, top: float) -> Spot:
    """``width`` and ``height`` of v1 are the upper right corner."""
    return Spot(page - 1, (round(x), round(y), round(right), round(top)))


def v2(pdf: bytes, page: int, x: float, y: float, width: float, height: float) -> Spot:
    """The origin is the upper left corner of the page as it is shown, y grows downwards."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        left, _, _, top = document[page - 1].get_cropbox()
    upper = top - y
    return Spot(page - 1, (round(left + x), round(upper - height), round(left + x + width), round(upper)))


def last_page(pdf: bytes) -> int:
    """The number of the last page, from 1."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return len(document)


def tag(pdf: bytes, text: str, width: float, height: float) -> Spot:
    """Centred on the first occurrence, wherever that is: also in the middle of a sentence, as in the field."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        for number in range(len(document)):
            words = document[number].get_textpage()
            found = words.search(text, match_case=True).get_next()
            if found:
                left, bottom, right, top = words.get_charbox(found[0])
                x, y = (left + right) / 2, (bottom + top) / 2
                box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
                return Spot(number, tuple(round(side) for side in box))
    raise TagMissing(text)
