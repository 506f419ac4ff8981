"""A paper without one of its pages (an empty back, a page of something else), or with its pages in another order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sandbox
from storage import child
from storage.border import guarded
from storage.errors import UnsafeToRender

LIMITS = sandbox.Limits(memory=1_000_000_000, cpu_seconds=30)

sandbox.preload("storage.pages_child")


def without_page(path: Path, number: int, out: Path) -> int:
    """Write the PDF at *path* without its page *number* (from 1) to *out*; how many pages are left.

    The other pages keep their bytes, and the same PDF gives the same one. Raises :class:`UnsafeToRender`, and *out*
    does not exist, where there is no such page or none would be left; :class:`Busy` when there was no time.
    """
    return _written("without", path, number, out)


def pages_in_order(path: Path, order: Sequence[int], out: Path) -> int:
    """The same with the pages in *order*: the number of each (from 1) once, or it is :class:`UnsafeToRender`."""
    return _written("in_order", path, list(order), out)


def _written(function: str, path: Path, what: Any, out: Path) -> int:
    with guarded():
        try:
            with child.made(out.resolve()) as place:
                arguments = (str(path.resolve()), what, str(place))
                return int(child.ask(f"storage.pages_child:{function}", *arguments, limits=LIMITS, writes=place.parent))
        except sandbox.Unsafe as unsafe:
            raise UnsafeToRender(unsafe.cause) from unsafe
