"""From blocks to finished pages: flow, furniture, file."""

from __future__ import annotations

from dataclasses import dataclass

from templates_sk.engine.document import Info, write
from templates_sk.engine.flow import paginate
from templates_sk.engine.pictures import draft_mark
from templates_sk.engine.sheet import Box, Sheet, n
from templates_sk.engine.text import wrap
from templates_sk.susunan.kertas import CM
from templates_sk.susunan.penutup import FIELD
from templates_sk.susunan.susunan import Susunan

_FOOTER_SIZE = 7.5


@dataclass(frozen=True)
class SignatureBox:
    """The field made for the signature: page index from 0, rectangle in points from the lower left."""

    field_name: str
    page: int
    rect: Box


@dataclass(frozen=True)
class Rendered:
    """A finished naskah. ``signatures`` is empty for kinds signed in ink; the deciding official's comes first."""

    pdf: bytes
    pages: int
    signatures: tuple[SignatureBox, ...]
    code: str
    draft: bool

    @property
    def signature(self) -> SignatureBox | None:
        return self.signatures[0] if self.signatures else None


def terbitkan(s: Susunan, *, code: str, info: Info, footer: str) -> Rendered:
    """Draws what *s* holds. Raises ``LayoutError`` when it cannot be laid out."""
    paper = s.paper
    pages = paginate(
        s.blocks, first_top=paper.height - paper.top_first, top=paper.height - paper.top, bottom=paper.bottom
    )
    sheets = [Sheet(index, paper.width, paper.height) for index in range(len(pages))]
    for sheet, placed in zip(sheets, pages, strict=True):
        if s.draft:
            with sheet.artifact(role="draf"):
                draft_mark(sheet, s.type.bold)
        for one in placed:
            if one.again:
                one.block.draw_again(sheet, one.top)
            else:
                one.block.draw(sheet, one.top, one.first, one.last)
        _furniture(s, sheet, footer)
    return Rendered(write(sheets, s.root, info, s.type.faces), len(sheets), _signatures(sheets), code, s.draft)


def _furniture(s: Susunan, sheet: Sheet, footer: str) -> None:
    """Page number from page 2; rule and note at the foot. Drawn last, so that readers meet it last."""
    paper = s.paper
    if sheet.index:
        with sheet.artifact("/Type /Pagination /Subtype /Header /Attached [/Top]"):
            _centred(s, sheet, f"- {sheet.index + 1} -", paper.height - 1.6 * CM, s.type.size, s.type.style)
    if not footer:
        return
    lines = wrap(footer, paper.text_width, _FOOTER_SIZE, "sans")
    with sheet.artifact("/Type /Pagination /Subtype /Footer /Attached [/Bottom]"):
        y = 1.85 * CM
        sheet.raw([f"0.5 w 0.6 G {n(paper.left)} {n(y)} m {n(paper.width - paper.right)} {n(y)} l S"])
        for number, line in enumerate(lines):
            _centred(s, sheet, line.text.strip(), y - 11 - number * 9.5, _FOOTER_SIZE, "sans")


def _centred(s: Susunan, sheet: Sheet, text: str, y: float, size: float, style: str) -> None:
    (line,) = wrap(text, s.paper.text_width + 1, size, style)
    sheet.line(s.paper.left + (s.paper.text_width - line.width) / 2, y, line, size)


def _signatures(sheets: list[Sheet]) -> tuple[SignatureBox, ...]:
    """All fields, the deciding official's first."""
    boxes = [SignatureBox(e.widget, sheet.index, box) for sheet in sheets for e, box in sheet.widgets]
    return tuple(sorted(boxes, key=lambda box: box.field_name != FIELD))
