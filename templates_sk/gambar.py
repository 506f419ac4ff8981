"""From blocks to finished pages: flow, furniture, file."""

from __future__ import annotations

from dataclasses import dataclass

from templates_sk.engine.document import Info, write
from templates_sk.engine.flow import paginate
from templates_sk.engine.pictures import draft_mark
from templates_sk.engine.sheet import Box, Sheet
from templates_sk.perabot import furniture
from templates_sk.susunan.penutup import FIELD
from templates_sk.susunan.susunan import Susunan


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
    pages = paginate(s.blocks, s.first_paper.frame, first_top=s.first_paper.height - s.first_paper.top_first)
    sheets = [Sheet(index, page.frame.width, page.frame.height) for index, page in enumerate(pages)]
    for sheet, page in zip(sheets, pages, strict=True):
        if s.draft:
            with sheet.artifact(role="draf"):
                draft_mark(sheet, s.type.bold)
        for one in page.placed:
            if one.again:
                one.block.draw_again(sheet, one.top)
            else:
                one.block.draw(sheet, one.top, one.first, one.last)
        furniture(s, sheet, page, footer=footer, following=pages[sheet.index + 1 : sheet.index + 2])
    return Rendered(write(sheets, s.root, info, s.type.faces), len(sheets), _signatures(sheets), code, s.draft)


def _signatures(sheets: list[Sheet]) -> tuple[SignatureBox, ...]:
    """All fields, the deciding official's first."""
    boxes = [SignatureBox(e.widget, sheet.index, box) for sheet in sheets for e, box in sheet.widgets]
    return tuple(sorted(boxes, key=lambda box: box.field_name != FIELD))
