"""Letterhead of a regional office: emblem at the left, three sizes of text, a double rule."""

from __future__ import annotations

from templates_sk.engine.blocks import CENTER, Cell, Reserved
from templates_sk.engine.sheet import Sheet, n
from templates_sk.engine.text import wrap
from templates_sk.susunan.bagian import Kop
from templates_sk.susunan.gaya import Lambang
from templates_sk.susunan.kertas import CM, Paper
from templates_sk.susunan.lambang import Tempat
from templates_sk.susunan.susunan import Susunan

_HEIGHT = 2.1 * CM
_OFFICE_SIZES = (16.0, 14.0, 13.0)
"""The largest at which the office keeps to two lines; the government stands above it at three quarters."""
_SMALL = 9.0


def kop(s: Susunan, data: Kop, lambang: Lambang = "daerah") -> None:
    """The text is centred on the page: as much stays free at its right as the emblem takes at its left."""
    paper = s.paper
    place = Tempat(s, s.body, lambang, _HEIGHT)
    side = place.width + 8
    x, width = s.paper.left + side, s.paper.text_width - 2 * side
    size = next((z for z in _OFFICE_SIZES if len(wrap(data.instansi, width, z, s.type.bold)) < 3), _OFFICE_SIZES[-1])
    lines = [(data.pemerintah, size * 0.75), (data.instansi, size), (data.alamat, _SMALL), (data.kontak, _SMALL)]
    cells = []
    for text, height in lines:
        if text:
            style = s.type.bold if height == size else s.type.style
            cells.append((Cell(s.body.add("P"), x, width, wrap(text, width, height, style, True), CENTER), height))
    tall = sum(len(cell.lines) * size * 1.2 for cell, size in cells)
    height = max(_HEIGHT, tall)

    def paint(sheet: Sheet, top: float) -> None:
        place.paint(sheet, paper.left, top - (height - _HEIGHT) / 2)
        y = top - (height - tall) / 2
        for cell, size in cells:
            cell.draw(sheet, y, size, size * 1.2, 0, len(cell.lines))
            y -= len(cell.lines) * size * 1.2
        _garis(paper, sheet, top - height - 5)

    s.blocks.append(Reserved([], gap=0.5 * s.line, height=height + 10, paint=paint, keep_next=True))


def _garis(paper: Paper, sheet: Sheet, y: float) -> None:
    """Thick over thin."""
    left, right = n(paper.left), n(paper.width - paper.right)
    with sheet.artifact():
        sheet.raw(
            [f"0 G 2.25 w {left} {n(y)} m {right} {n(y)} l S", f"0.75 w {left} {n(y - 3)} m {right} {n(y - 3)} l S"]
        )
