"""A grey page, upright, becomes lines of words."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from search.pages import Box, Word
from search.quick.blots import Blots, find_blots
from search.quick.decode import signs
from search.quick.dust import without_dust
from search.quick.ink import Grey, even_light, fewer, find_ink, work_size
from search.quick.model import Model
from search.quick.network import answers
from search.quick.opinion import UNLIKE, second_opinion
from search.quick.order import Piece, in_order
from search.quick.rows import find_rows
from search.quick.strips import Strip, cut
from search.quick.words import words

NARROWEST = 24
"""Pixels of the shorter side in which no line of letters has room."""
MOST_STEPS = 100_000
"""Three times the fullest page of print: what has more is no print, and costs more than a second."""
Paragraphs = list[list[list[Word]]]


def read(grey: Grey, first: Model, second: Model | None = None) -> Paragraphs:
    """Paragraphs of lines of words on *grey*, places as fractions of it; *second* is asked about weak lines.

    Nothing where no lines of print are found.
    """
    return read_and_blots(grey, first, second)[0]


def read_and_blots(grey: Grey, first: Model, second: Model | None = None) -> tuple[Paragraphs, Blots | None]:
    """As :func:`read`, with what lies over the print; the words do not know of it yet."""
    if min(grey.shape) < NARROWEST:
        return [], None
    picture = even_light(_enough(grey))
    work = work_size(picture)
    ink = find_ink(work)
    dusty = ink is not None and ink.dusty
    if dusty:
        picture = without_dust(picture)
        work = work_size(picture)
        ink = find_ink(work)
    if ink is None:
        return [], None
    factor = picture.shape[1] / work.shape[1]
    rows = find_rows(ink)
    strips = [cut(picture, row, factor) for row in rows]
    if sum(strip.pixels.shape[1] for strip in strips) > 3 * MOST_STEPS:
        return [], None
    lines, torn = _lines(first, strips, picture.shape)
    if second is not None:
        lines = second_opinion(lines, lambda which: _lines(second, [strips[at] for at in which], picture.shape)[0])
    # Both look at the same strip: that they see no blank in it proves nothing.
    lines = [
        [replace(word, confidence=min(word.confidence, UNLIKE)) if word.box in torn else word for word in line]
        for line in lines
    ]
    pieces = [Piece(row, line) for row, line in zip(rows, lines, strict=True) if line]
    return in_order(pieces, work.shape[1]), find_blots(work, ink.height, dusty=dusty)


def _lines(model: Model, strips: list[Strip], shape: tuple[int, ...]) -> tuple[list[list[Word]], set[Box]]:
    """The words of each strip, and where those lie that may be two."""
    read = answers(model, [strip.pixels for strip in strips])
    torn: set[Box] = set()
    lines = []
    for strip, answer in zip(strips, read, strict=True):
        found = list(words(signs(answer, model.letters, model.null), strip))
        places = [_place(one.box, shape) for one in found]
        torn.update(place for one, place in zip(found, places, strict=True) if one.torn)
        lines.append([Word(one.text, place, one.sure) for one, place in zip(found, places, strict=True)])
    return lines, torn


def _place(box: Box, shape: tuple[int, ...]) -> Box:
    high, wide = shape
    return (_part(box[0] / wide), _part(box[1] / high), _part(box[2] / wide), _part(box[3] / high))


def _part(place: float) -> float:
    return round(min(max(place, 0.0), 1.0), 4)


def _enough(grey: Grey) -> Grey:
    """Half the pixels of a scan at 300 dpi: a whole number of them becomes one, which is quick."""
    factor = fewer(max(grey.shape))
    if factor < 2:
        return grey
    size = (grey.shape[1] // factor, grey.shape[0] // factor)
    whole = grey[: size[1] * factor, : size[0] * factor]
    return np.asarray(cv2.resize(whole, size, interpolation=cv2.INTER_AREA), np.uint8)
