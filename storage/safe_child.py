"""A clean PDF of pictures of the pages, written in the limited child: only what the original looks like."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from storage.render_child import count, flattened, frames, pdf_pages

DPI = 200
LONGEST = 4700
"""Pixels of the longer side: A3 at 300 dpi, whatever size a page claims."""


def write(path: str, kind: str, out: str, max_pages: int, max_pixels: int) -> int:
    """Draw every page of *path* into a new PDF at *out*; the number of pages. The same file gives the same copy."""
    total = count(path, kind)
    if not 0 < total <= max_pages:
        raise ValueError("too many pages")
    numbers = range(1, total + 1)
    if kind == "pdf":
        pages = pdf_pages(path, numbers, LONGEST, DPI)
    else:
        pages = frames(path, kind, numbers, LONGEST, max_pixels)
    with pikepdf.new() as copy:
        for _number, points, image in pages:
            image.thumbnail((LONGEST, LONGEST))
            _add(copy, points, flattened(image))
        copy.save(out, deterministic_id=True)
    return total


def _add(copy: pikepdf.Pdf, points: tuple[float, float], image: Image.Image) -> None:
    width, height = points
    picture = copy.make_stream(
        _jpeg(image),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=Name.DeviceGray if image.mode == "L" else Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    content = copy.make_stream(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Halaman Do Q".encode())
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(width, 3), round(height, 3)]),
        Resources=Dictionary(XObject=Dictionary(Halaman=picture)),
        Contents=content,
    )
    copy.pages.append(pikepdf.Page(copy.make_indirect(page)))


def _jpeg(image: Image.Image) -> bytes:
    made = io.BytesIO()
    image.save(made, "JPEG", quality=85)
    return made.getvalue()
