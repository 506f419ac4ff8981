"""The picture of a visible signature: who, why, and that it is electronic."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import io
from pathlib import Path

import reportlab
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import AxisAlignment as Align
from pyhanko.pdf_utils.layout import BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

# An embedded TrueType font drawn by ReportLab keeps PDF/A; pyHanko's own text stamps do not.
_FONT = "DocserviceStamp"
_FILE = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


class Drawing(PdfContent):
    """The first page of a PDF in memory, as a form in the signed file."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)))
        self.resources.xobject["/Stamp"] = page
        _, _, width, height = page.get_object()["/BBox"]
        self.box = BoxConstraints(width=width, height=height)
        return b"/Stamp Do"


def stamp_style(signer_name: str, reason: str | None, *, width: float, height: float) -> StaticStampStyle:
    """The picture filling its box exactly."""
    drawing = Drawing(stamp_pdf(signer_name, reason, width=width, height=height))
    whole = SimpleBoxLayoutRule(Align.ALIGN_MID, Align.ALIGN_MID, Margins())
    return StaticStampStyle(border_width=0, background=drawing, background_layout=whole)


def stamp_lines(signer_name: str, reason: str | None) -> list[str]:
    return ["Ditandatangani secara elektronik oleh:", signer_name, *([reason] if reason else [])]


def stamp_pdf(signer_name: str, reason: str | None, *, width: float, height: float) -> bytes:
    """A one-page PDF of *width* × *height* points."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, str(_FILE)))
    lines = stamp_lines(signer_name, reason)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1, initialFontName=_FONT)
    canvas.rect(0.5, 0.5, width - 1, height - 1)
    size = min(height / (len(lines) * 1.4 + 0.6), _fitting(lines, width - 8))
    for number, line in enumerate(lines, start=1):
        canvas.setFont(_FONT, size)
        canvas.drawString(4, height - number * size * 1.4, line)
    canvas.save()
    return out.getvalue()


def _fitting(lines: list[str], width: float) -> float:
    """The largest size up to 10 points at which the longest line fits."""
    longest = max(pdfmetrics.stringWidth(line, _FONT, 1) for line in lines)
    return float(min(10.0, width / longest))
