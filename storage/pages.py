"""A paper without one of its pages: an empty back, a page of something else."""

from __future__ import annotations

from pathlib import Path

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
    with guarded():
        try:
            arguments = (str(path.resolve()), number, str(out.resolve()))
            return int(child.ask("storage.pages_child:without", *arguments, limits=LIMITS))
        except sandbox.Unsafe as unsafe:
            out.unlink(missing_ok=True)
            raise UnsafeToRender(unsafe.cause) from unsafe
