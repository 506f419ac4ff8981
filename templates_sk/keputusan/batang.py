"""The body of a decree: grounds (Menimbang, Mengingat, Memperhatikan), MEMUTUSKAN and its rulings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from templates_sk.bahasa import diktum as urutan
from templates_sk.engine.faces import capitals
from templates_sk.engine.tags import Element
from templates_sk.susunan.kertas import GRID
from templates_sk.susunan.susunan import Susunan

Marker = Callable[[int], str]


def menimbang(s: Susunan, items: Sequence[str]) -> None:
    _dasar(s, "Menimbang", items, lambda i: f"{chr(97 + i)}.", "LowerAlpha", gap=2)


def mengingat(s: Susunan, items: Sequence[str]) -> None:
    _dasar(s, "Mengingat", items, lambda i: f"{i + 1}.", "Decimal", gap=1)


def memperhatikan(s: Susunan, items: Sequence[str]) -> None:
    if items:
        _dasar(s, "Memperhatikan", items, lambda i: f"{i + 1}.", "Decimal", gap=1)


def _dasar(s: Susunan, name: str, items: Sequence[str], marker: Marker, numbering: str, *, gap: float) -> None:
    """A heading at the left, its items hanging at the right; one item alone carries no marker."""
    heading = s.body.add("H2", bookmark=name)
    head = [s.label(heading, 0, name, GRID.colon), s.label(heading, GRID.colon, ":")]
    if len(items) == 1:
        s.add(*head, s.prose(s.body.add("P"), GRID.marker, items[0]), gap=gap * s.line, split=True)
        return
    listing = s.body.add("L", numbering=numbering)
    for number, text in enumerate(items):
        item = listing.add("LI")
        marked = s.label(item.add("Lbl"), GRID.marker, marker(number), GRID.text - GRID.marker)
        body = s.prose(item.add("LBody"), GRID.text, text)
        s.add(*head, marked, body, gap=0 if number else gap * s.line, split=True)
        head = []


def memutuskan(s: Susunan, tentang: str, kepala: str) -> Element:
    """The turning point; returns the list that the rulings join."""
    word = "M E M U T U S K A N :" if s.gaya.memutuskan_renggang else "MEMUTUSKAN:"
    s.centred(s.body.add("H2", bookmark="Memutuskan"), word, gap=s.line)
    listing = s.body.add("L", numbering="None")
    diktum(s, listing, "Menetapkan", capitals(f"KEPUTUSAN {kepala} TENTANG {tentang}."), keep=True)
    return listing


def diktum(s: Susunan, listing: Element, label: str | int, text: str, *, keep: bool = False) -> Element:
    """A ruling (``1`` → KESATU) with its first paragraph; returns its body for what more it holds (*keep*)."""
    item = listing.add("LI")
    mark = item.add("Lbl")
    name = urutan(label) if isinstance(label, int) else label
    head = [s.label(mark, 0, name, GRID.colon), s.label(mark, GRID.colon, ":")]
    body = item.add("LBody")
    s.add(*head, s.prose(body.add("P"), GRID.marker, text), gap=s.line, split=True, keep=keep)
    return body
