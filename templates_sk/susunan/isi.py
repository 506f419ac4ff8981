"""The body as data: paragraphs, rows, lists and tables from wording into blocks and structure.

A part is a sentence, or a mapping with one of ``baris``, ``butir``, ``paragraf``, ``tengah``, ``tabel``, ``teks``,
and perhaps ``bila``, the condition under which it stands. ``butir`` and ``paragraf`` may name a list in the data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from templates_sk.engine.tags import Element
from templates_sk.susunan import tabel
from templates_sk.susunan.kata import berlaku, isi
from templates_sk.susunan.kertas import CM
from templates_sk.susunan.susunan import Susunan

Part = str | Mapping[str, Any]
Butir = str | Mapping[str, Any]
"""A list item: its text, or ``teks`` with a list ``butir`` of its own below it."""


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
    """One that ends with a colon stays with what it announces; an empty one is none."""
    if text.strip():
        block = s.add(s.prose(parent.add("P"), place.x, text), gap=place.gap * s.line, split=True)
        block.keep_next = block.yields = text.endswith(":")


def _teks(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    paragraf(s, parent, isi(part["teks"], data), place)


def _tengah(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    """Bold in the usual size, as a heading of what follows; ``ukuran`` and ``tebal`` say otherwise."""
    size, bold = float(part.get("ukuran", 0)), bool(part.get("tebal", True))
    s.centred(parent.add("P"), isi(part["tengah"], data), bold=bold, size=size, gap=place.gap * s.line)
    s.blocks[-1].keep_next = bold


def _baris(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    rows = [(isi(label, data), isi(value, data)) for label, value in part["baris"]]
    filled = [(label, value) for label, value in rows if value]
    if part.get("kotak"):
        tabel.kotak(s, parent, filled, place.x)
    else:
        baris(s, parent, filled, place, nomor=int(part.get("nomor", 0)))


def baris(s: Susunan, parent: Element, rows: Sequence[tuple[str, str]], place: Place, *, nomor: int = 0) -> None:
    """Rows ``Nama : …``: a dictionary list; label and value wrap in their own columns. *nomor*: of the first, or none.

    Neither the first nor the last row stands alone on a page.
    """
    listing = parent.add("L", numbering="None")
    step = (0.9 if nomor + len(rows) > 10 else 0.72) * CM if nomor else 0.0
    colon = place.x + step + place.label
    for place_of, (name, value) in enumerate(rows):
        item = listing.add("LI")
        mark = item.add("Lbl")
        cells = [s.label(mark, place.x, f"{nomor + place_of}.", step)] if nomor else []
        cells += [s.label(mark, place.x + step, name, place.label), s.label(mark, colon, ":")]
        shown = s.cell(item.add("LBody"), colon + 0.3 * CM, value)
        block = s.add(*cells, shown, gap=0 if place_of else 0.2 * s.line)
        block.keep_next = block.yields = place_of != len(rows) - 1 and place_of in (0, len(rows) - 2)


def _butir(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    items = part["butir"]
    literal = isinstance(items, str)
    given: Sequence[Butir] = getattr(data, items) if literal else items
    butir(s, parent, given if literal else [_isi_butir(one, data) for one in given], place, part.get("tanda", "1"))


def _isi_butir(one: Butir, data: Any) -> Butir:
    if isinstance(one, str):
        return isi(one, data)
    return {"teks": isi(one["teks"], data), "butir": [_isi_butir(below, data) for below in one["butir"]]}


def _paragraf(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    for text in getattr(data, part["paragraf"]):
        paragraf(s, parent, text, place)


def butir(s: Susunan, parent: Element, items: Sequence[Butir], place: Place, tanda: str = "1", level: int = 0) -> None:
    """A list marked ``1.`` or ``a.``; lists inside it step 1 cm and take the next mark: a. → 1. → a) → 1)."""
    listing = parent.add("L", numbering="LowerAlpha" if tanda == "a" else "Decimal")
    step, end = (0.8 * CM if level == 0 else CM), "." if level < 2 else ")"
    for number, one in enumerate(items):
        text, below = (one, []) if isinstance(one, str) else (one["teks"], one["butir"])
        item = listing.add("LI")
        mark = s.label(item.add("Lbl"), place.x, f"{_huruf(number) if tanda == 'a' else number + 1}{end}", step)
        body = item.add("LBody")
        prose = s.prose(body.add("P") if below else body, place.x + step, text)
        s.add(mark, prose, gap=0.2 * s.line if number == 0 and level == 0 else 0, split=True)
        if below:
            butir(s, body, below, replace(place, x=place.x + step), "1" if tanda == "a" else "a", level + 1)


def _huruf(number: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    return (_huruf(number // 26 - 1) if number > 25 else "") + chr(97 + number % 26)


def _tabel(s: Susunan, parent: Element, part: Mapping[str, Any], data: Any, place: Place) -> None:
    table = part["tabel"]
    rows = [
        [isi(column[1], data, n=number, baris=row) for column in table["kolom"]]
        for number, row in enumerate(getattr(data, table["dari"]), start=1)
    ]
    heads, shares = [column[0] for column in table["kolom"]], [float(column[2]) for column in table["kolom"]]
    names = (n for n, column in enumerate(table["kolom"]) if column[1] != "{n}" and not column[1].endswith(":centang}"))
    tabel.tabel(s, parent, isi(table.get("judul", ""), data), heads, shares, rows, x=place.x, nama=next(names, -1))


_DRAW: dict[str, Callable[[Susunan, Element, Mapping[str, Any], Any, Place], None]] = {
    "teks": _teks,
    "tengah": _tengah,
    "baris": _baris,
    "butir": _butir,
    "paragraf": _paragraf,
    "tabel": _tabel,
}
