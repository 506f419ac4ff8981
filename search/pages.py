"""What reading a file yields: pages, words with their places, fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Box = tuple[float, float, float, float]
"""Left, top, right, bottom as fractions 0..1 of the page as a person sees it."""

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]
"""Upper left, upper right, lower right, lower left, as fractions of the picture."""

Source = Literal["layer", "ocr", "none"]


@dataclass(frozen=True)
class Word:
    """One printed word; ``confidence`` 0..100."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True)
class Page:
    """One page. ``text.split()`` and the texts of ``words`` are the same sequence.

    ``width`` and ``height`` are the pixels of the picture that was read; ``findings`` are the codes
    of :mod:`search.findings`, ``places`` the part of the page some of them lie in: ``atas``, ``tengah``,
    ``bawah``, ``kiri``, ``kanan``; of a page that is too small how small, as in ``110 dpi``. ``sheet`` are the corners
    of the paper on a photo that was straightened to be read, ``turn`` the degrees clockwise that bring it upright.
    """

    number: int
    source: Source
    text: str
    confidence: float
    width: int
    height: int
    words: list[Word] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    sheet: Corners | None = None
    turn: int = 0


@dataclass(frozen=True)
class Field:
    """One fact printed on a page.

    ``value`` is normalised (NIP 18 digits, dates ISO, golongan ``III/a``, gaji whole rupiah, mkg
    ``06-09`` years-months); ``raw`` is as printed; ``box`` is None when the words have no places.
    """

    name: str
    value: str
    page: int
    box: Box | None
    confidence: float
    raw: str


@dataclass(frozen=True)
class Extraction:
    """A whole file. ``readable`` is False only when no page at all could be opened."""

    readable: bool
    kind: str | None
    pages: list[Page]
    fields: list[Field]


def page_from_json(data: dict[str, Any]) -> Page:
    """The child's answer as a :class:`Page`."""
    words = [Word(text, (box[0], box[1], box[2], box[3]), sure) for text, box, sure in data["words"]]
    sheet = data["sheet"] and tuple((across, down) for across, down in data["sheet"])
    return Page(**{**data, "words": words, "sheet": sheet})


def without_words(page: Page) -> Page:
    return replace(page, words=[])


def union(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around all of them."""
    edges = list(zip(*boxes, strict=True))
    return (min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3])) if edges else None
