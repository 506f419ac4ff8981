"""Letterhead of the head of region and the title block of a decree."""

from __future__ import annotations

from templates_sk.engine.blocks import CENTER, Reserved
from templates_sk.engine.pictures import EMBLEM_RATIO, emblem
from templates_sk.engine.sheet import Sheet
from templates_sk.engine.tags import Element
from templates_sk.susunan.kertas import CM
from templates_sk.susunan.susunan import Susunan

_HEIGHT = 2.2 * CM


def kop(s: Susunan, kepala: str) -> None:
    """Emblem over the office of the head of region: the form for every decree of the head, whoever signs."""
    figure = s.body.add("Figure", alt="Lambang contoh: perisai dengan bintang")

    def paint(sheet: Sheet, top: float) -> None:
        width = _HEIGHT * EMBLEM_RATIO
        x, y = s.paper.left + (s.paper.text_width - width) / 2, top - _HEIGHT
        figure.box = (round(x, 3), round(y, 3), round(x + width, 3), round(top, 3))
        with sheet.part(figure):
            emblem(sheet, x, y, _HEIGHT)

    s.blocks.append(Reserved([], height=_HEIGHT + 4, paint=paint, keep_next=True))
    s.centred(s.body.add("P"), kepala, bold=True, size=14)


def judul(s: Susunan, *, kepala: str, nomor: str, tentang: str, petikan: bool) -> None:
    """PETIKAN, KEPUTUSAN …, NOMOR …, TENTANG, subject: one heading; then the deciding office with a comma."""
    heading = s.body.add("H1")
    if petikan:
        s.centred(heading, "PETIKAN", bold=True, gap=s.line)
    s.centred(heading, f"KEPUTUSAN {kepala}", gap=0 if petikan else s.line)
    s.add(s.varying(heading, 0, f"NOMOR {nomor}", "nomor", align=CENTER), keep=True)
    s.centred(heading, "TENTANG", gap=s.line)
    s.centred(heading, tentang.upper(), gap=s.line)
    s.centred(s.body.add("P"), f"{kepala},", gap=s.line)


def lampiran(s: Susunan, *, kepala: str, nomor: str, tentang: str) -> Element:
    """The head of an annex on a page of its own, at the right; returns the part its table joins."""
    part = s.root.add("Sect", title="Lampiran")
    heading, x = part.add("H1"), s.paper.text_width / 2
    first = len(s.blocks)
    s.add(s.label(heading, x, "LAMPIRAN"), keep=True)
    s.add(s.label(heading, x, f"KEPUTUSAN {kepala}"), keep=True)
    s.add(s.varying(heading, x, f"NOMOR {nomor}", "nomor"), keep=True)
    s.add(s.label(heading, x, "TENTANG"), keep=True)
    s.add(s.cell(heading, x, tentang.upper()), keep=True)
    s.blocks[first].new_page = True
    return part
