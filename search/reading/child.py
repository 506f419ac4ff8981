"""The functions that ``sandbox.call`` runs: survey a file, read one page of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image

from search.findings import KOSONG, TERBALIK
from search.reading import measure, pdf, pictures
from search.reading.photo import straightened
from search.reading.recognise import Reader, recognise
from search.reading.types import Reading, better

# A scanner set to A3 at 600 dpi stays below; a bomb does not.
Image.MAX_IMAGE_PIXELS = 80_000_000


FEW_LETTERS = 40
"""What looks like a sheet and holds less is a picture, a stamp, a card: the whole is looked at too."""


def survey(path: str) -> int:
    """How many pages the file has. Raises whatever the parser raises."""
    return pdf.count(path) if is_pdf(path) else pictures.count(path)


def begin(path: str, most: int, language: str, reader: Reader) -> tuple[int, dict[str, Any] | None]:
    """How many pages, and the first of them where they are not more than *most*."""
    count = survey(path)
    return count, read_page(path, 0, language, reader) if 0 < count <= most else None


def read_page(path: str, index: int, language: str, reader: Reader) -> dict[str, Any]:
    """One page as JSON (shape of :class:`search.pages.Page`); *index* counts from 0."""
    reading = _read(path, index, language, reader)
    return {
        "number": index + 1,
        "source": reading.source,
        "text": reading.text,
        "confidence": round(reading.confidence, 1),
        "width": reading.width,
        "height": reading.height,
        "findings": sorted(reading.findings),
        "places": {code: place for code, place in reading.findings.items() if place},
        "turn": reading.turn if TERBALIK in reading.findings else 0,
        "sheet": reading.sheet and reading.sheet.corners,
        "words": [[word.text, word.box, word.confidence] for word in reading.words],
    }


def is_pdf(path: str) -> bool:
    """ISO 32000 readers accept the header anywhere in the first 1,024 bytes."""
    with Path(path).open("rb") as file:
        return b"%PDF-" in file.read(1024)


def _read(path: str, index: int, language: str, reader: Reader) -> Reading:
    if is_pdf(path):
        with pdf.page(path, index) as page:
            layer = pdf.text_layer(page)
            if layer is not None:
                return layer
            picture = pdf.picture(page)
    else:
        picture = pictures.load(path, index)
    return read_picture(picture, language, reader)


def read_picture(picture: pictures.Picture, language: str, reader: Reader) -> Reading:
    """Its words, and what makes it hard to read; of a photo the sheet alone, straightened."""
    flat = straightened(picture)
    if flat is None:
        return _read_sheet(picture, language, reader)
    reading = _read_sheet(flat.picture, language, reader, shaded=True).on_photo(
        flat.sheet, picture.width, picture.height
    )
    return reading if reading.letters >= FEW_LETTERS else better(reading, _read_sheet(picture, language, reader))


def _read_sheet(picture: pictures.Picture, language: str, reader: Reader, *, shaded: bool = False) -> Reading:
    if measure.is_blank(picture):
        return Reading("none", [], picture.width, picture.height, {KOSONG: ""})
    reading = recognise(picture, language, reader)
    return reading.with_findings(measure.findings(picture, reading, shaded=shaded)).doubted()
