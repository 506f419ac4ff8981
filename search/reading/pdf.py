"""PDF pages: their text layer when it can be trusted, otherwise their picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from search.reading import layer
from search.reading.pictures import Picture, from_image, reduced
from search.reading.types import Reading

DPI = 300
MAX_PIXELS = 40_000_000
FULL = 0.99
DOMINATED = 0.5


class EncryptedPdf(Exception):
    """A password is needed."""


def count(path: str) -> int:
    """Pages of the document. Raises when it is damaged or locked with a password."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium.raw.FPDF_ERR_PASSWORD:
            raise EncryptedPdf from error
        raise
    with closing(document):
        return len(document)


@contextmanager
def page(path: str, index: int) -> Iterator[Any]:
    """Page *index* (from 0), filled-in form fields drawn."""
    with closing(pdfium.PdfDocument(path)) as document:
        document.init_forms()
        yield document[index]


def text_layer(page: Any) -> Reading | None:
    """The page's own text, or None when it must be read from the picture.

    A layer under a scan was written by somebody else's OCR or by somebody's hand, and nobody sees
    it: what counts on a page that is mostly picture is the picture.
    """
    if _pictured(page) > DOMINATED:
        return None
    return layer.read(page)


def picture(page: Any) -> Picture:
    """The scan inside the page as it is when it fills the page alone, else the page drawn at 300 dpi."""
    long_inches = max(page.get_size()) / 72
    jpeg = _embedded(page)
    return _scan(jpeg, long_inches) if jpeg else from_image(_drawn(page), long_inches)


def _scan(jpeg: bytes, long_inches: float, *, whole: bool = False) -> Picture:
    image = _opened(jpeg)
    size = image.size
    if whole or not reduced(image):
        return from_image(image, long_inches)
    return from_image(image, long_inches, size=size, again=partial(_scan, jpeg, long_inches, whole=True))


def _drawn(page: Any) -> Image.Image:
    """A page that claims to be huge is drawn smaller, never refused: posters exist."""
    width, height = page.get_size()
    scale = min(DPI / 72, (MAX_PIXELS / max(width * height, 1)) ** 0.5)
    image: Image.Image = page.render(scale=scale).to_pil()
    return image


def _opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg), formats=("JPEG",))


def _embedded(page: Any) -> bytes | None:
    """A full-page JPEG: decoding it once more through a renderer costs time and sharpness."""
    objects = [thing for thing in page.get_objects(max_depth=1) if not _hidden_text(thing)]
    if len(objects) != 1 or objects[0].type != pdfium.raw.FPDF_PAGEOBJ_IMAGE or page.get_rotation():
        return None
    image = objects[0]
    if image.get_filters(skip_simple=True) != ["DCTDecode"] or not _plain(image) or _share(page, image) < FULL:
        return None
    if pdfium.raw.FPDFPage_GetAnnotCount(page):
        return None
    jpeg = bytes(image.get_data(decode_simple=True))
    return jpeg if _opened(jpeg).mode in ("L", "RGB") else None


def _hidden_text(thing: Any) -> bool:
    return bool(
        thing.type == pdfium.raw.FPDF_PAGEOBJ_TEXT
        and pdfium.raw.FPDFTextObj_GetTextRenderMode(thing) == pdfium.raw.FPDF_TEXTRENDERMODE_INVISIBLE
    )


def _plain(image: Any) -> bool:
    """Neither turned, mirrored, masked nor clipped: what it holds is what a person sees."""
    matrix = image.get_matrix()
    upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) + abs(matrix.c) < 1e-3
    clip = pdfium.raw.FPDFPageObj_GetClipPath(image)
    clipped = bool(clip) and pdfium.raw.FPDFClipPath_CountPaths(clip) > 0
    return bool(upright and not clipped and not pdfium.raw.FPDFPageObj_HasTransparency(image))


def _pictured(page: Any) -> float:
    """Share of the page that its largest picture covers."""
    images = page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return max((_share(page, image) for image in images), default=0.0)


def _share(page: Any, image: Any) -> float:
    """Part of the visible page (crop box) under *image*."""
    left, bottom, right, top = page.get_bbox()
    x0, y0, x1, y1 = image.get_bounds()
    width = min(right, x1) - max(left, x0)
    height = min(top, y1) - max(bottom, y0)
    area = (right - left) * (top - bottom)
    return float(max(width, 0) * max(height, 0) / area) if area > 0 else 0.0
