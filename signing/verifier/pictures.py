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
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from pyhanko.sign.diff_analysis import ModificationLevel

from signing.verifier.report import Finding
from signing.verifier.revisions import structural_level
from signing.verifier.subject import Document, Subject
from signing.verifier.widgets import later_widgets, rectangle, signed, visible

Image = npt.NDArray[np.int16]
Marks = npt.NDArray[np.bool_]
Part = tuple[slice, slice]

_LONGEST = 1000
"""Pixels of a page's longer side: a changed digit in 8-point type is still several pixels."""
_TOLERANCE = 48
_NEXT = 3
"""Pixels between two marks that are read as one."""
_RULE = 40
"""Pixels in a row that no letter of a text has."""
_TOUCHING = 12
"""Pixels of a later signature on or beside the text that are more than a line crossed."""
_SAMPLE = 20
"""Pages looked at when structure already shows that only evidence was added."""
_SECONDS = 40.0
_CHANGED = "Tampilan halaman {} berubah setelah ditandatangani."
_COVERED = "Isi halaman {} tertutup oleh tanda tangan yang ditambahkan kemudian."
_OVER = "Tanda tangan yang ditambahkan kemudian ditulis di atas isi halaman {}."
_PAGES = "Jumlah halaman berubah setelah ditandatangani."
_ON_PAPER = "Halaman {} tampak berbeda di layar dan di kertas. Mintalah salinan baru kepada penerbitnya."
_UNSEEN = "Dokumen terlalu besar untuk membandingkan tampilan seluruh halaman."


def check_pictures(subject: Subject) -> Iterator[Finding]:
    """Nothing to compare when the signature covers the whole file."""
    if subject.end >= len(subject.document.data):
        return
    before = _open(subject.document.data[: subject.end])
    after = _newest(subject.document)
    if len(before) != len(after):
        yield Finding.against(_PAGES)
        return
    boxes = _later_boxes(subject)
    deadline = time.monotonic() + _SECONDS
    for number in _pages(len(before), only_evidence=structural_level(subject) <= ModificationLevel.LTA_UPDATES):
        if time.monotonic() > deadline:
            yield Finding.undecided(_UNSEEN)
            return
        yield from _compare(before, after, number, boxes)


def check_paper(document: Document, numbers: Iterable[int]) -> Iterator[Finding]:
    """The first of the pages that a printer shows otherwise than a screen."""
    deadline = time.monotonic() + _SECONDS / 4
    for number in numbers:
        if time.monotonic() > deadline:
            yield Finding.undecided(_UNSEEN)
            return
        page = _newest(document).pages[number]
        scale = _LONGEST / max(*page.get_size(), 1)
        if (np.abs(_render(page, scale, optimize_mode="print") - _render(page, scale)) > _TOLERANCE).any():
            yield Finding.undecided(_ON_PAPER.format(number + 1))
            return


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
    ink = _ink(old_page, scale)
    for box in boxes:
        part = _part(new_page, box, new.shape)
        outside[part] = False
        if (ink(part) & (change[part] > _TOLERANCE)).any():
            yield Finding.against(_COVERED.format(number + 1))
            return
        if (_spread(_without_rules(ink(part))) & (change[part] < -_TOLERANCE)).sum() > _TOUCHING:
            yield Finding.undecided(_OVER.format(number + 1))
    if outside.any():
        yield Finding.against(_CHANGED.format(number + 1))


def _ink(page: Any, scale: float) -> Callable[[Part], Marks]:
    """Where the page's own content, without any field's face, is darker than the paper of that part."""
    bare = _render(page, scale, may_draw_forms=False, draw_annots=False)

    def marks(part: Part) -> Marks:
        found: Marks = bare[part] < np.median(bare[part]) - _TOLERANCE
        return found

    return marks


def _without_rules(marks: Marks) -> Marks:
    """Letters only: a signature across a printed line or a frame says nothing new."""
    rules = _runs(marks) | _runs(marks.T).T
    return marks & ~_spread(rules)


def _runs(marks: Marks) -> Marks:
    """Marks in rows of at least ``_RULE`` pixels."""
    found = np.zeros_like(marks)
    if marks.shape[1] < _RULE:
        return found
    starts = np.lib.stride_tricks.sliding_window_view(marks, _RULE, axis=1).all(axis=-1)
    for step in range(_RULE):
        found[:, step : step + starts.shape[1]] |= starts
    return found


def _spread(marks: Marks) -> Marks:
    """*marks* and what is next to them: a digit set against another one does not touch it."""
    near = marks.copy()
    for _ in range(_NEXT):
        wider = near.copy()
        wider[1:] |= near[:-1]
        wider[:-1] |= near[1:]
        wider[:, 1:] |= near[:, :-1]
        wider[:, :-1] |= near[:, 1:]
        near = wider
    return near


def _render(page: Any, scale: float, **options: Any) -> Image:
    bitmap = page.render(scale=scale, grayscale=True, **options)
    return np.asarray(bitmap.to_numpy(), dtype=np.int16).reshape(bitmap.height, bitmap.width)


def _later_boxes(subject: Subject) -> list[tuple[float, ...]]:
    """Rectangles of fields made or signed later, and where they were before: ink may appear there, but none may go."""
    before = subject.before
    faces = [widget for widget in later_widgets(subject) if signed(widget)]
    known = [face.container_ref for face in faces if not before.is_ref_unassignable(face.container_ref)]
    return [rectangle(face) or () for face in (*faces, *map(before.get_object, known)) if visible(face)]


def _part(page: Any, box: tuple[float, ...], shape: tuple[int, ...]) -> Part:
    """Page coordinates to a rectangle of pixels, rotation and crop box included."""
    height, width = shape[:2]
    corners = [_pixel(page, x, y, width, height) for x in box[::2] for y in box[1::2]]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    clip = lambda value, most: max(0, min(most, value))  # noqa: E731 - a name for two uses
    return (
        slice(clip(min(ys) - 2, height), clip(max(ys) + 3, height)),
        slice(clip(min(xs) - 2, width), clip(max(xs) + 3, width)),
    )


def _pixel(page: Any, x: float, y: float, width: int, height: int) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.raw.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, across, down)
    return across.value, down.value
