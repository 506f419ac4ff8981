"""What the eye sees: each signed revision against the final one, page by page.

Structure can be argued about; a changed picture cannot. It is the check that also holds for tricks
nobody has named yet, because it uses a second, unrelated parser (PDFium).
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import atexit
import ctypes
import time
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from pyhanko.sign.diff_analysis import ModificationLevel

from signing.verifier.report import Finding
from signing.verifier.revisions import structural_level
from signing.verifier.subject import Document, Subject, lookup

Image = npt.NDArray[np.int16]
Box = tuple[int, int, int, int]

_LONGEST = 1000
"""Pixels of a page's longer side: a changed digit in 8-point type is still several pixels."""
_TOLERANCE = 48
_SAMPLE = 20
"""Pages looked at when structure already shows that only evidence was added."""
_SECONDS = 40.0
_CHANGED = "Tampilan halaman {} berubah setelah ditandatangani."
_COVERED = "Isi halaman {} tertutup oleh tanda tangan yang ditambahkan kemudian."
_PAGES = "Jumlah halaman berubah setelah ditandatangani."
_UNSEEN = "Dokumen terlalu besar untuk membandingkan tampilan seluruh halaman."


def check_pictures(subject: Subject, every: list[Subject]) -> Iterator[Finding]:
    """Nothing to compare when the signature covers the whole file."""
    if subject.end >= len(subject.document.data):
        return
    before = _open(subject.document.data[: subject.end])
    after = _newest(subject.document)
    if len(before) != len(after):
        yield Finding.against(_PAGES)
        return
    boxes = _later_boxes(subject, every)
    deadline = time.monotonic() + _SECONDS
    for number in _pages(len(before), only_evidence=structural_level(subject) <= ModificationLevel.LTA_UPDATES):
        if time.monotonic() > deadline:
            yield Finding.undecided(_UNSEEN)
            return
        yield from _compare(before, after, number, boxes)


class _Newest:
    """The final file, against which every signature's revision is held: opened once, each page drawn once."""

    def __init__(self, data: bytes) -> None:
        self.pages = _open(data)
        self.drawn = lru_cache(maxsize=_SAMPLE)(partial(_drawn, self.pages))

    def __len__(self) -> int:
        return len(self.pages)


@lru_cache(maxsize=1)
def _newest(document: Document) -> _Newest:
    return _Newest(document.data)


atexit.register(_newest.cache_clear)  # before PDFium closes itself, and complains


def _drawn(pages: Any, number: int, scale: float) -> Image:
    return _render(pages[number], scale)


def _open(data: bytes) -> Any:
    document = pdfium.PdfDocument(data)
    document.init_forms()
    return document


def _pages(count: int, *, only_evidence: bool) -> Iterator[int]:
    """All pages, or the first and last ones when nothing but evidence was added."""
    if not only_evidence or count <= _SAMPLE:
        return iter(range(count))
    half = _SAMPLE // 2
    return iter([*range(half), *range(count - half, count)])


def _compare(before: Any, after: _Newest, number: int, boxes: list[tuple[float, ...]]) -> Iterator[Finding]:
    old_page, new_page = before[number], after.pages[number]
    scale = _LONGEST / max(*old_page.get_size(), 1)
    if old_page.get_size() != new_page.get_size():
        yield Finding.against(_CHANGED.format(number + 1))
        return
    old, new = _render(old_page, scale), after.drawn(number, scale)
    change = new - old
    outside = np.abs(change) > _TOLERANCE
    if not outside.any():
        return
    hidden = change > _TOLERANCE
    for box in boxes:
        left, top, right, bottom = _pixels(new_page, box, new.shape)
        outside[top:bottom, left:right] = False
        if hidden[top:bottom, left:right].any():
            yield Finding.against(_COVERED.format(number + 1))
            return
    if outside.any():
        yield Finding.against(_CHANGED.format(number + 1))


def _render(page: Any, scale: float) -> Image:
    bitmap = page.render(scale=scale, grayscale=True)
    return np.asarray(bitmap.to_numpy(), dtype=np.int16).reshape(bitmap.height, bitmap.width)


def _later_boxes(subject: Subject, every: list[Subject]) -> list[tuple[float, ...]]:
    """Rectangles of fields signed later: ink may appear there, but none may go."""
    later = (s.embedded.sig_field for s in every if s.revision > subject.revision)
    boxes = (tuple(float(n) for n in lookup(field, "/Rect") or ()) for field in later)
    return [box for box in boxes if len(box) == 4 and box[0] != box[2] and box[1] != box[3]]


def _pixels(page: Any, box: tuple[float, ...], shape: tuple[int, ...]) -> Box:
    """Page coordinates to a pixel rectangle, rotation and crop box included."""
    height, width = shape[:2]
    corners = [_pixel(page, x, y, width, height) for x in box[::2] for y in box[1::2]]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    clip = lambda value, most: max(0, min(most, value))  # noqa: E731 - a name for two uses
    return (
        clip(min(xs) - 2, width),
        clip(min(ys) - 2, height),
        clip(max(xs) + 3, width),
        clip(max(ys) + 3, height),
    )


def _pixel(page: Any, x: float, y: float, width: int, height: int) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.raw.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, across, down)
    return across.value, down.value
