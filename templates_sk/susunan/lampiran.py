"""An annex: a page of its own, its head at the right, its body, and who signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from templates_sk.engine.blocks import Cell
from templates_sk.engine.tags import Element
from templates_sk.susunan.isi import Place, alirkan
from templates_sk.susunan.kata import berlaku
from templates_sk.susunan.susunan import Susunan

Baris = tuple[str, str]
"""(text, role when it may differ between draft and final)."""


def lampiran(s: Susunan, annexes: Sequence[Mapping[str, Any]], data: Any, kepala: Sequence[Baris]) -> list[Element]:
    """Adds every annex that applies; its part is returned so that the closing can be set below it."""
    return [_satu(s, one, data, kepala) for one in annexes if berlaku(str(one.get("bila", "")), data)]


def _satu(s: Susunan, annex: Mapping[str, Any], data: Any, kepala: Sequence[Baris]) -> Element:
    if annex.get("rebah"):
        s.turn(s.first_paper.rebah())
    elif s.paper is not s.first_paper:
        s.turn(s.first_paper)
    part = s.root.add("Sect", title="Lampiran")
    heading, x = part.add("H1", bookmark="Lampiran"), s.paper.text_width / 2
    first = len(s.blocks)
    for text, role in kepala:
        s.add(_baris(s, heading, x, text, role), keep=True)
    s.blocks[first].new_page = s.paper.frame
    s.blocks[-1].yields = True
    alirkan(s, part, annex["isi"], data, Place())
    return part


def _baris(s: Susunan, heading: Element, x: float, text: str, role: str) -> Cell:
    return s.varying(heading, x, text, role) if role else s.label(heading, x, text)
