"""Draws Indonesian decrees and letters with known facts, as PDF pages and as bad scans of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

PLAIN, BOLD, SIZE = "Times-Roman", "Times-Bold", 11
Face = tuple[str, str, float]
"""Plain and bold letters and their size."""
SERIF: Face = (PLAIN, BOLD, SIZE)
LEFT, RIGHT, TOP, LEADING = 72.0, 523.0, 790.0, 15.5

Row = tuple[str, str]
"""A label and its value, or ``("", text)`` for a sentence over the whole width."""


@dataclass
class Paper:
    """One document: what is printed, and the facts a reader must find on it."""

    title: list[str]
    rows: list[Row]
    closing: list[str]
    facts: dict[str, str]
    kind: str | None
    head: list[str] = field(default_factory=list)


def pdf(*papers: Paper, face: Face = SERIF) -> bytes:
    """A born-digital PDF, one page for each paper."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for paper in papers:
        _draw(canvas, paper, face)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, paper: Paper, face: Face) -> None:
    y = TOP
    for line in paper.head:
        y = _line(canvas, LEFT, y, line, face)
    canvas.setFont(face[1], face[2])
    for line in paper.title:
        canvas.drawCentredString((LEFT + RIGHT) / 2, y, line)
        y -= LEADING
    for label, value in paper.rows:
        y = _row(canvas, y, label, value, face)
    y -= LEADING
    for line in paper.closing:
        y = _line(canvas, 300, y, line, face)


def _row(canvas: Canvas, y: float, label: str, value: str, face: Face) -> float:
    left = LEFT + 170 if label else LEFT
    if label:
        _line(canvas, LEFT + 12, y, label, face)
        _line(canvas, LEFT + 162, y, ":", face)
    for line in _wrapped(value, RIGHT - left, face):
        y = _line(canvas, left, y, line, face)
    return y


def _line(canvas: Canvas, x: float, y: float, text: str, face: Face) -> float:
    canvas.setFont(face[0], face[2])
    canvas.drawString(x, y, text)
    return y - LEADING


def _wrapped(text: str, width: float, face: Face) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, face[0], face[2]) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def image(paper: Paper, *, dpi: int = 150, face: Face = SERIF) -> Image.Image:
    """The page as a clean grey picture."""
    with pdfium.PdfDocument(pdf(paper, face=face)) as document:
        picture: Image.Image = document[0].render(scale=dpi / 72).to_pil()
        return picture.convert("L")


def worn(picture: Image.Image, *, turn: float = 0.7, noise: int = 10, seed: int = 1) -> Image.Image:
    """As it comes off an old office scanner: slightly turned, greyish, noisy, squeezed as JPEG."""
    turned = picture.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=245)
    grey = np.asarray(turned, dtype=np.int16) * 0.85 + 30
    soft = grained(Image.fromarray(grey.astype(np.uint8)), noise, seed).filter(ImageFilter.GaussianBlur(0.5))
    return Image.open(BytesIO(jpeg(soft, quality=60))).convert("L")


def grained(picture: Image.Image, noise: int, seed: int = 1) -> Image.Image:
    grey = np.asarray(picture, dtype=np.float32)
    grain = np.random.default_rng(seed).normal(0, noise, grey.shape)
    return Image.fromarray((grey + grain).clip(0, 255).astype(np.uint8))


def jpeg(picture: Image.Image, *, quality: int = 80, orientation: int = 1) -> bytes:
    """*orientation* is the EXIF tag 0x0112."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, exif=exif)
    return out.getvalue()


def scan_pdf(pictures: Sequence[Image.Image], *, dpi: int = 150) -> bytes:
    """Each picture as the whole of a PDF page."""
    out = BytesIO()
    pictures[0].save(out, "PDF", resolution=dpi, save_all=True, append_images=list(pictures[1:]))
    return out.getvalue()
