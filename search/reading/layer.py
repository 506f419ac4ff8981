"""Words and places of a PDF page's text layer."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium

from search.pages import Box, Word, union
from search.reading.types import Line, Reading

GOOD = 99.0
"""Confidence of a printed text layer: letters are certain, their meaning is not."""
FEWEST_LETTERS = 25
LEAST_PLAIN = 0.85
GRID = 20_000
"""Steps per page side when places are asked for in whole numbers."""


def read(page: Any) -> Reading | None:
    """The layer as lines of words, or None when there is too little of it or it is garbled."""
    lines = [line for line in _lines(page) if line]
    words = [word.text for line in lines for word in line]
    if not good("".join(words)):
        return None
    width, height = page.get_size()
    return Reading("layer", [lines], round(width / 72 * 300), round(height / 72 * 300))


def good(letters: str) -> bool:
    """Enough letters, and nearly all of them out of the repertoire of an Indonesian office.

    A font without a Unicode map yields private-use characters, controls or symbols.
    """
    if len(letters) < FEWEST_LETTERS:
        return False
    plain = sum(letter.isalnum() and letter.isprintable() and ord(letter) < 0x250 for letter in letters)
    marks = sum(letter in ".,:;/()-–—'\"“”‘’%&+*=•…_<>[]|@°" for letter in letters)
    return plain + marks >= LEAST_PLAIN * len(letters) and plain >= len(letters) / 2


def _lines(page: Any) -> Iterator[Line]:
    line: Line = []
    letters: list[tuple[str, Box]] = []
    for letter, box in _letters(page):
        if not letter.isspace():
            letters.append((letter, box))
            continue
        line.extend(_word(letters))
        letters = []
        if letter in "\r\n":
            yield line
            line = []
    yield line + _word(letters)


def _word(letters: list[tuple[str, Box]]) -> list[Word]:
    box = union(box for _, box in letters)
    return [Word("".join(letter for letter, _ in letters), box, GOOD)] if box else []


def _letters(page: Any) -> Iterator[tuple[str, Box]]:
    textpage = page.get_textpage()
    for index in range(textpage.count_chars()):
        code = pdfium.raw.FPDFText_GetUnicode(textpage, index)
        letter = chr(code) if 0x20 <= code < 0x110000 or code in (9, 10, 13) else ""
        if letter and not 0xD800 <= code < 0xE000:
            yield letter, _place(page, textpage.get_charbox(index, loose=True))


def _place(page: Any, bounds: tuple[float, float, float, float]) -> Box:
    """PDFium turns page space into the page as shown (crop box and /Rotate taken in)."""
    left, bottom, right, top = bounds
    xs, ys = zip(*(_device(page, x, y) for x, y in ((left, bottom), (right, top))), strict=True)
    return (_part(min(xs)), _part(min(ys)), _part(max(xs)), _part(max(ys)))


def _device(page: Any, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.raw.FPDF_PageToDevice(page, 0, 0, GRID, GRID, 0, x, y, across, down)
    return across.value, down.value


def _part(steps: int) -> float:
    return round(min(max(steps / GRID, 0.0), 1.0), 4)
