"""A PDF page that is nothing but a scan, one JPEG that fills it: seeing it is decoding it, at a third of the cost.

Only where two parsers see the same bytes, and nothing on the page could make them look otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

PAGE = frozenset(["/Type", "/Parent", "/MediaBox", "/CropBox", "/Contents", "/Resources", "/Rotate", "/Trans"])
RESOURCES = frozenset(["/XObject", "/Font", "/ProcSet"])
PICTURE = frozenset(
    ["/Type", "/Subtype", "/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/Filter", "/Length", "/Name"]
)
MODES = {"/DeviceGray": "L", "/DeviceRGB": "RGB"}
SILENT = frozenset(("BT", "ET", "Tf", "TL"))
"""What some writers put around the picture, without a letter in it."""
LONGEST_CONTENT = 1000
"""Bytes as stored; a page with more to do is no mere scan."""
NEAR = 0.01


@contextmanager
def second_look(path: str) -> Iterator[pikepdf.Pdf | None]:
    """The document as qpdf knows it; None where that cannot open it."""
    try:
        pdf = pikepdf.open(path)
    except pikepdf.PdfError:
        yield None
        return
    with pdf:
        yield pdf


def drawn(page: Any, same: pikepdf.Pdf, number: int, size: tuple[int, int]) -> Image.Image | None:
    """*page* as pdfium would draw it in *size*; None where it is more than a scan, or the scan has fewer pixels."""
    jpeg = find(page, same, number)
    if jpeg is None:
        return None
    try:
        with Image.open(BytesIO(jpeg), formats=("JPEG",)) as image:
            if image.width < size[0] or image.height < size[1]:
                return None
            image.draft(None, size)
            return image.resize(size, Image.Resampling.HAMMING)
    except (OSError, ValueError):  # pdfium shows what there is of a damaged one
        return None


def find(page: Any, same: pikepdf.Pdf, number: int) -> bytes | None:
    """The JPEG that fills *page* alone, as pdfium knows it; in *same*, as qpdf knows it, it has *number* (from 1)."""
    try:
        stream = _only_picture(same.pages[number - 1])
    except (pikepdf.PdfError, AttributeError, KeyError, IndexError, TypeError, ValueError):
        return None
    if stream is None or page.get_rotation():
        return None
    things = list(page.get_objects(max_depth=1))
    if len(things) != 1 or things[0].type != pypdfium2.raw.FPDF_PAGEOBJ_IMAGE:
        return None
    if not _alike(things[0].get_bounds(), page.get_bbox()):
        return None
    if bytes(things[0].get_data(decode_simple=False)) != stream.read_raw_bytes():
        return None
    jpeg = bytes(things[0].get_data(decode_simple=True))
    return jpeg if _is_as_told(jpeg, stream) else None


def _only_picture(page: pikepdf.Page) -> pikepdf.Stream | None:
    """The one picture on *page*, if all that happens there is that it is laid over the whole of it."""
    picture, box = _shown(page), [float(edge) for edge in page.mediabox]
    resources = page.obj.Resources
    if picture is None or not set(page.obj.keys()) <= PAGE or not set(resources.keys()) <= RESOURCES:
        return None
    name, (a, b, c, d, e, f) = picture
    stream = resources.XObject[name]
    upright = b == c == 0 and _alike((e, f, e + a, f + d), box)
    return stream if isinstance(stream, pikepdf.Stream) and upright and _is_plain(stream) else None


def _is_plain(picture: pikepdf.Stream) -> bool:
    """Neither masked, inverted nor put into other colours: a JPEG shown as it is."""
    known = set(picture.keys()) <= PICTURE and str(picture.ColorSpace) in MODES
    return bool(known and picture.Subtype == "/Image" and picture.BitsPerComponent == 8)


def _shown(page: pikepdf.Page) -> tuple[str, tuple[float, ...]] | None:
    """Name and place of what is shown, if it is one thing."""
    content = page.obj.Contents
    if not isinstance(content, pikepdf.Stream) or len(content.read_raw_bytes()) > LONGEST_CONTENT:
        return None
    place, kept, shown = pikepdf.Matrix(), [], []
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator):
            case "q":
                kept.append(place)
            case "Q":
                place = kept.pop()
            case "cm":
                place = pikepdf.Matrix(*(float(part) for part in step.operands)) @ place
            case "Do":
                shown.append((str(step.operands[0]), place.shorthand))
            case other if other not in SILENT:
                return None
    return shown[0] if len(shown) == 1 else None


def _alike(one: Any, other: Any) -> bool:
    """Two boxes but for a hundredth of their size."""
    near = NEAR * max(abs(other[2] - other[0]), abs(other[3] - other[1]))
    return all(abs(a - b) <= near for a, b in zip(one, other, strict=True))


def _is_as_told(jpeg: bytes, stream: pikepdf.Stream) -> bool:
    try:
        with Image.open(BytesIO(jpeg), formats=("JPEG",)) as image:
            told = MODES[str(stream.ColorSpace)], int(stream.Width), int(stream.Height)
            return (image.mode, *image.size) == told
    except (OSError, Image.DecompressionBombError):
        return False
