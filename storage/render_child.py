"""Page images, drawn in the limited child."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

from storage import scan_child
from storage.image_child import FORMATS

DPI = 150
QUALITY = {"quality": 75, "method": 0}
"""As near to the page as 80 with method 2, for two thirds of its time and a tenth more bytes."""
A4_LONG = 842.0
_SANE_DPI = range(50, 2401)


def draw(
    path: str,
    kind: str,
    out: str,
    widths: list[int],
    turns: dict[int, int],
    first: int,
    last: int,
    max_pixels: int,
    max_pages: int,
) -> dict[str, Any]:
    """Draw pages *first* to *last* (from 1) into *out* as WebP, one file per entry of *widths*.

    *widths* are ceilings of the longer side in pixels; *turns* are degrees clockwise by page. Returns
    how many pages there are (``total``) and one description per page drawn; nothing is drawn of a file with more than
    *max_pages*.
    """
    total = count(path, kind)
    numbers = range(first, min(last, total) + 1) if total <= max_pages else range(0)
    if kind == "pdf":
        pages = pdf_pages(path, numbers, max(widths))
    else:
        pages = frames(path, kind, numbers, max(widths), max_pixels)
    drawn = [
        _save(number, *_turned(points, image, turns.get(number, 0)), Path(out), widths)
        for number, points, image in pages
    ]
    return {"total": total, "pages": drawn}


def count(path: str, kind: str) -> int:
    if kind == "pdf":
        return len(pypdfium2.PdfDocument(path))
    with Image.open(path, formats=FORMATS[kind]) as image:
        return int(getattr(image, "n_frames", 1)) if kind == "tiff" else 1


def pdf_pages(path: str, numbers: range, longest: int, dpi: int = DPI) -> Iterator[tuple[int, Any, Image.Image]]:
    """Number, size in points and picture of each page, at *dpi* or less."""
    document = pypdfium2.PdfDocument(path)
    document.init_forms()  # the visible face of a signature is a form field
    with scan_child.second_look(path) as same:
        for number in numbers:
            page = document[number - 1]
            points = page.get_size()
            scale = min(dpi / 72, longest / max(points))
            scan = same and scan_child.drawn(page, same, number, _pixels(points, scale))
            yield number, points, scan or page.render(scale=scale, may_draw_forms=True).to_pil()
            page.close()


def _pixels(points: Any, scale: float) -> tuple[int, int]:
    """Of a page drawn by pdfium."""
    return math.ceil(points[0] * scale), math.ceil(points[1] * scale)


def frames(
    path: str, kind: str, numbers: range, longest: int, max_pixels: int
) -> Iterator[tuple[int, Any, Image.Image]]:
    """The same of an image file; what the phone noted about which way is up is applied.

    Opened here: of a path Pillow maps a plain TIFF into memory as if it were turned already.
    """
    Image.MAX_IMAGE_PIXELS = None  # compared here, with an error instead of a warning
    with Path(path).open("rb") as source, Image.open(source, formats=FORMATS[kind]) as image:
        for number in numbers:
            if kind == "tiff":
                image.seek(number - 1)
            if image.width * image.height > max_pixels:
                raise ValueError("too many pixels")
            points = _points(image)
            if kind != "tiff":  # which Pillow turns itself
                image.draft(None, (longest, longest))  # decode no finer than needed, where the format can
                upright = ImageOps.exif_transpose(image)
                yield number, points[::-1] if _lies_on_its_side(image) else points, upright
            else:
                yield number, points, image


def _turned(points: Any, image: Image.Image, turn: int) -> tuple[Any, Image.Image]:
    if not turn:
        return points, image
    return points[::-1] if turn in (90, 270) else points, image.rotate(-turn, expand=True)


def _lies_on_its_side(image: Image.Image) -> bool:
    return image.getexif().get(0x0112, 1) in (5, 6, 7, 8)


def _points(image: Image.Image) -> tuple[float, float]:
    """From the resolution the file claims when it is believable, else as if it filled an A4 sheet."""
    claimed = image.info.get("dpi", (0, 0))[0]
    dpi = float(claimed) if int(claimed) in _SANE_DPI else max(image.size) / A4_LONG * 72
    return image.width * 72 / dpi, image.height * 72 / dpi


def _save(number: int, points: tuple[float, float], image: Image.Image, out: Path, widths: list[int]) -> dict[str, Any]:
    files = []
    image = flattened(image)
    for longest in sorted(widths, reverse=True):
        image.thumbnail((longest, longest), reducing_gap=2.0)
        name = f"{number:04d}-{longest}.webp"
        image.save(out / name, "WEBP", **QUALITY)
        files.append({"name": name, "width": image.width, "height": image.height})
    size = {"width_points": points[0], "height_points": points[1]}
    return {"number": number, **size, "fingerprint": fingerprint(image), "files": files}


def fingerprint(image: Image.Image) -> str:
    """A difference hash of 256 bits, as hexadecimal: whether each of 16 × 16 spots is darker than its right neighbour.

    Two scans of one sheet differ in few bits, whatever their size, brightness and compression.
    """
    spots = image.convert("L").resize((17, 16), Image.Resampling.BOX).tobytes()
    bits = 0
    for row in range(16):
        for column in range(16):
            at = 17 * row + column
            bits = bits << 1 | (spots[at] + 1 < spots[at + 1])
    return f"{bits:064x}"


def flattened(image: Image.Image) -> Image.Image:
    """Paper is white: what is transparent shows the sheet, 1-bit and CMYK become what a screen can show."""
    if image.mode in ("L", "RGB"):
        return image
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        coloured = image.convert("RGBA")
        sheet = Image.new("RGB", coloured.size, "white")
        sheet.paste(coloured, mask=coloured.getchannel("A"))
        return sheet
    if image.mode.startswith("I;16"):  # Pillow would clip instead of scale
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image.convert("L" if image.mode == "1" else "RGB")
