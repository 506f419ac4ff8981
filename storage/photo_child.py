"""Photos of the pages of one paper become one PDF, inside the limited child."""

from __future__ import annotations

import io
from pathlib import Path

import img2pdf
from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG")
ORIENTATION, TURNED = 0x0112, (1, 3, 6, 8)
"""What a page of a PDF can say of its picture; a mirrored one cannot stay as it is."""
A4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))


def combine(paths: list[str], out: str, max_pixels: int) -> int:
    """Write *paths* as the pages of *out* in their order; the number of pages.

    A JPEG keeps its own bytes, unless it is mirrored. The same photos give the same file, so that a form sent twice
    stays one upload.
    """
    layout = img2pdf.get_layout_fun(pagesize=A4, fit=img2pdf.FitMode.into, auto_orient=True)
    pages = [_page(Path(path), max_pixels) for path in paths]
    Path(out).write_bytes(
        img2pdf.convert(
            pages,
            layout_fun=layout,
            rotation=img2pdf.Rotation.ifvalid,
            nodate=True,
            engine=img2pdf.Engine.internal,
        )
    )
    return len(pages)


def _page(path: Path, max_pixels: int) -> bytes:
    with Image.open(path, formats=FORMATS) as image:
        if image.width * image.height > max_pixels:
            raise ValueError("too many pixels")
        turned = image.getexif().get(ORIENTATION, 1) in TURNED
        if image.format == "JPEG" and image.mode in ("L", "RGB") and turned:
            image.load()  # a damaged photo must fail here, not at its reader
            return path.read_bytes()
        return _on_white(ImageOps.exif_transpose(image))


def _on_white(image: Image.Image) -> bytes:
    """Screenshots and the like: see-through parts are paper."""
    page = Image.new("RGBA", image.size, "white")
    page.alpha_composite(image.convert("RGBA"))
    out = io.BytesIO()
    page.convert("RGB").save(out, "JPEG", quality=92)
    return out.getvalue()
