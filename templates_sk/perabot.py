"""What stands on a page besides its text: page number, footer note, catchword. Readers by ear skip all of it."""

from __future__ import annotations

from collections.abc import Sequence

from templates_sk.engine.blocks import Frame
from templates_sk.engine.flow import Page
from templates_sk.engine.sheet import Sheet, n
from templates_sk.engine.text import wrap
from templates_sk.susunan.kertas import CM
from templates_sk.susunan.susunan import Susunan

_SIZE = 7.5
_RULE = 1.85 * CM


def furniture(s: Susunan, sheet: Sheet, page: Page, *, footer: str, following: Sequence[Page]) -> None:
    """Drawn last, so that readers meet it last; *following* is the next page, if there is one."""
    if sheet.index:
        with sheet.artifact("/Type /Pagination /Subtype /Header /Attached [/Top]"):
            y = sheet.height - 1.6 * CM if s.first_paper.catatan_kaki else sheet.height - s.type.size
            _centred(sheet, page.frame, f"- {sheet.index + 1} -", y, s.type.size, s.type.style)
    if not s.first_paper.catatan_kaki:  # a card has no room below its text
        return
    if s.gaya.kata_penyambung and following:
        _penyambung(s, sheet, page.frame, following[0])
    if footer:
        _catatan(sheet, page.frame, footer)


def _catatan(sheet: Sheet, frame: Frame, footer: str) -> None:
    """Rule and note, between 0.7 and 1.85 cm from the edge."""
    right = frame.width - frame.right
    with sheet.artifact("/Type /Pagination /Subtype /Footer /Attached [/Bottom]"):
        sheet.raw([f"0.5 w 0.6 G {n(frame.left)} {n(_RULE)} m {n(right)} {n(_RULE)} l S"])
        for number, line in enumerate(wrap(footer, right - frame.left, _SIZE, "sans")):
            _centred(sheet, frame, line.text.strip(), _RULE - 11 - number * 9.5, _SIZE, "sans")


def _penyambung(s: Susunan, sheet: Sheet, frame: Frame, following: Page) -> None:
    """The first word of the next page, below the text at the right (Permendagri 1/2023 Ps. 33)."""
    placed = (one for one in following.placed if not one.again)
    cells = ((cell, one.first) for one in placed for cell in one.block.cells if one.first < len(cell.lines))
    words = (cell.lines[first].text.split() for cell, first in cells)
    first = next((found for found in words if found), [])
    if not first:
        return
    size = s.type.size - 2
    (line,) = wrap(f"{first[0]} …", frame.width, size, s.type.style)
    with sheet.artifact("/Type /Pagination /Subtype /Footer /Attached [/Bottom]"):
        sheet.line(frame.width - frame.right - line.width, _RULE + 6, line, size)


def _centred(sheet: Sheet, frame: Frame, text: str, y: float, size: float, style: str) -> None:
    room = frame.width - frame.left - frame.right
    (line,) = wrap(text, room + 1, size, style)
    sheet.line(frame.left + (room - line.width) / 2, y, line, size)
