"""The body as data: paragraphs, rows, lists and tables from wording into blocks and structure.

A part is a sentence, or a mapping with one of ``baris``, ``butir``, ``paragraf``, ``tengah``, ``tabel``, ``teks``,
and perhaps ``bila``, the condition under which it stands. ``butir`` and ``paragraf`` may name a list in the data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from templates_sk.engine.tags import Element
from templates_sk.susunan import tabel
from templates_sk.susunan.kata import berlaku, isi
from templates_sk.susunan.kertas import CM
from templates_sk.susunan.susunan import Susunan

Part = str | Mapping[str, Any]


@dataclass(frozen=True)
class Place:
    """Where a body stands: distance from the left margin, and the width of a row's label."""

    x: float = 0.0
    label: float = 4.65 * CM
    gap: float = 0.5
    """Room above a paragraph, in lines."""


def alirkan(s: Susunan, parent: Element, parts: Sequence[Part], data: Any, place: Place) -> None:
    """Adds all *parts* below *parent*."""
    for part in parts:
        if isinstance(part, str):
            paragraf(s, parent, isi(part, data), place)
            continue
        if not berlaku(str(part.get("bila", "")), data):
            continue
        name = next(name for name in _DRAW if name in part)
        _DRAW[name](s, parent, part, data, place)


def paragraf(s: Susunan, parent: Element, text: str, place: Place) -> None:
    s.add(s.prose(parent.add("P"), place.x, text), gap=place.gap * s.line, split=True)


def _teks(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    paragraf(s, parent, isi(part["teks"], data), place)


def _tengah(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    s.centred(parent.add("P"), isi(part["tengah"], data), bold=True, gap=place.gap * s.line)


def _baris(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    rows = [(label, isi(value, data)) for label, value in part["baris"]]
    baris(s, parent, [(label, value) for label, value in rows if value], place, numbered=bool(part.get("nomor")))


def baris(
    s: Susunan, parent: Element, rows: Sequence[tuple[str, str]], place: Place, *, numbered: bool = False
) -> None:
    """Rows ``Nama : …``: a dictionary list; label and value wrap in their own columns."""
    listing = parent.add("L", numbering="None")
    step = 0.72 * CM if numbered else 0.0
    colon = place.x + step + place.label
    for number, (name, value) in enumerate(rows, start=1):
        item = listing.add("LI")
        mark = item.add("Lbl")
        cells = [s.label(mark, place.x, f"{number}.", step)] if numbered else []
        cells += [s.label(mark, place.x + step, name, place.label), s.label(mark, colon, ":")]
        s.add(*cells, s.cell(item.add("LBody"), colon + 0.3 * CM, value), gap=0.2 * s.line if number == 1 else 0)


def _butir(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    items: str | list[str] = part["butir"]
    texts = list(getattr(data, items)) if isinstance(items, str) else [isi(text, data) for text in items]
    butir(s, parent, texts, place, part.get("tanda", "1"))


def _paragraf(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    for text in getattr(data, part["paragraf"]):
        paragraf(s, parent, text, place)


def butir(s: Susunan, parent: Element, items: Sequence[str], place: Place, tanda: str = "1") -> None:
    """A list marked ``1.`` or ``a.``."""
    listing = parent.add("L", numbering="LowerAlpha" if tanda == "a" else "Decimal")
    for number, text in enumerate(items):
        item = listing.add("LI")
        name = chr(97 + number) if tanda == "a" else str(number + 1)
        mark = s.label(item.add("Lbl"), place.x, f"{name}.", 0.8 * CM)
        body = s.prose(item.add("LBody"), place.x + 0.8 * CM, text)
        s.add(mark, body, gap=0.2 * s.line if number == 0 else 0, split=True)


def _tabel(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    table = part["tabel"]
    rows = [
        [isi(column[1], data, n=number, baris=row) for column in table["kolom"]]
        for number, row in enumerate(getattr(data, table["dari"]), start=1)
    ]
    heads, shares = [column[0] for column in table["kolom"]], [float(column[2]) for column in table["kolom"]]
    tabel.tabel(s, parent, isi(table.get("judul", ""), data), heads, shares, rows, x=place.x)


_DRAW: dict[str, Callable[[Susunan, Element, Mapping[str, Any], Any, Place], None]] = {
    "teks": _teks,
    "tengah": _tengah,
    "baris": _baris,
    "butir": _butir,
    "paragraf": _paragraf,
    "tabel": _tabel,
}
