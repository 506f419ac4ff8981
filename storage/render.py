"""Pages as images we drew ourselves: what people look at instead of the stranger's file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import sandbox
from storage.border import guarded
from storage.child import ask
from storage.errors import UnsafeToRender
from storage.policy import Policy

PREVIEW, THUMBNAIL = 1600, 200
LIMITS = sandbox.Limits(memory=1_200_000_000, cpu_seconds=60, open_files=64)
HEIC_LIMITS = replace(LIMITS, processes=8)
BATCH = 20
"""Pages per child: leaks and time stay bounded, starting one costs about ten milliseconds."""


@dataclass(frozen=True)
class PageImage:
    """One page: *number* from 1, its size in points (1/72 inch), its largest image in pixels at *path*.

    ``thumbnail`` is the smallest of the images asked for; ``files`` all of them, largest first.
    """

    number: int
    width_points: float
    height_points: float
    width: int
    height: int
    path: Path
    thumbnail: Path
    files: tuple[Path, ...]
    fingerprint: str = ""
    """256 bits in hexadecimal; pages that look alike differ in few of them."""


def render_pages(
    path: Path,
    *,
    type: str,
    out: Path,
    widths: tuple[int, ...] = (PREVIEW, THUMBNAIL),
    turns: Mapping[int, int] = MappingProxyType({}),
    child: sandbox.Child | None = None,
) -> list[PageImage]:
    """Draw every page of *path* (*type* as :class:`Inspection` names it) into the folder *out* as WebP.

    *widths* are ceilings of the longer side in pixels; a preview is not enlarged beyond 150 dpi. *turns* says by how
    many degrees clockwise (90, 180, 270) a page is turned, by its number. Files are
    named ``0001-1600.webp``. Raises :class:`UnsafeToRender`, or :class:`Busy`
    when there was no time; *out* may then hold some pages.
    """
    with guarded():
        out.mkdir(parents=True, exist_ok=True)
    arguments = (str(path.resolve()), type, str(out.resolve()), list(widths), dict(turns))
    pages: list[PageImage] = []
    total = 1  # until the first child has counted
    for first in range(1, Policy.max_pages + 1, BATCH):
        if first <= total:
            asked = (first, first + BATCH - 1, Policy.max_pixels, Policy.max_pages)
            answer = _call("draw", *arguments, *asked, writes=out.resolve(), by=child if first == 1 else None)
            total = answer["total"]
            pages += [_page(entry, out) for entry in answer["pages"]]
    if total > Policy.max_pages:
        raise UnsafeToRender("too many pages")
    return pages


def _call(function: str, *arguments: Any, writes: Path, by: sandbox.Child | None) -> Any:
    try:
        limits = HEIC_LIMITS if "heic" in arguments else LIMITS
        return ask(f"storage.render_child:{function}", *arguments, limits=limits, writes=writes, child=by)
    except sandbox.Unsafe as unsafe:
        if by:  # what it did before may be to blame
            return _call(function, *arguments, writes=writes, by=None)
        raise UnsafeToRender(unsafe.cause) from unsafe


def _page(entry: dict[str, Any], out: Path) -> PageImage:
    files = tuple(out / file["name"] for file in entry["files"])
    largest = entry["files"][0]
    return PageImage(
        entry["number"],
        entry["width_points"],
        entry["height_points"],
        largest["width"],
        largest["height"],
        files[0],
        files[-1],
        files,
        entry["fingerprint"],
    )
