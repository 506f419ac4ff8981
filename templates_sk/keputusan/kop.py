"""Letterhead of the head of region and the title block of a decree."""

from __future__ import annotations

from templates_sk.engine.blocks import CENTER, Reserved
from templates_sk.engine.faces import capitals
from templates_sk.engine.sheet import Sheet
from templates_sk.susunan.gaya import Lambang
from templates_sk.susunan.kertas import CM
from templates_sk.susunan.lambang import Tempat
from templates_sk.susunan.susunan import Susunan

_HEIGHT = 2.2 * CM
RAHMAT = "DENGAN RAHMAT TUHAN YANG MAHA ESA"


def kop(s: Susunan, kepala: str, lambang: Lambang = "negara") -> None:
    """Emblem over the office of the head of region: the form for every decree of the head, whoever signs."""
    place = Tempat(s, s.body, lambang, _HEIGHT)
    x = s.paper.left + (s.paper.text_width - place.width) / 2

    def paint(sheet: Sheet, top: float) -> None:
        place.paint(sheet, x, top)

    s.blocks.append(Reserved([], gap=0.5 * s.line, height=_HEIGHT + 4, paint=paint, keep_next=True))
    s.centred(s.body.add("P"), kepala, bold=True, size=14)
    if s.gaya.baris_kedua and lambang == "negara":
        s.centred(s.body.add("P"), s.gaya.baris_kedua, bold=True)


def nomor_tertulis(s: Susunan, nomor: str) -> str:
    """``NOMOR …``, with a colon where the region writes one."""
    return f"NOMOR : {nomor}" if s.gaya.nomor_bertitik_dua else f"NOMOR {nomor}"


def judul(s: Susunan, *, kepala: str, nomor: str, tentang: str, tanda: str) -> None:
    """PETIKAN or SALINAN, KEPUTUSAN …, NOMOR …, TENTANG, subject: one heading; then the deciding office.

    All on the page where the grounds begin, unless names are so long that nothing else would fit there.
    """
    first = len(s.blocks)
    heading = s.body.add("H1", bookmark="Judul")
    if tanda:
        s.centred(heading, tanda, bold=True, gap=s.line)
    s.centred(heading, f"KEPUTUSAN {kepala}", gap=0 if tanda else s.line)
    s.add(s.varying(heading, 0, nomor_tertulis(s, nomor), "nomor", align=CENTER), keep=True)
    s.centred(heading, "TENTANG", gap=s.line)
    s.centred(heading, capitals(tentang), gap=s.line)
    if s.gaya.rahmat_tuhan:
        s.centred(s.body.add("P"), RAHMAT, gap=s.line)
    s.centred(s.body.add("P"), f"{kepala},", gap=s.line)
    for block in s.blocks[first:]:
        block.yields = True
