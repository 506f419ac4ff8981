"""A paper photographed page by page is one document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import sandbox
from storage import child
from storage.border import guarded
from storage.errors import UnsafeToRender
from storage.policy import Policy

LIMITS = sandbox.Limits(memory=1_500_000_000, cpu_seconds=60)


def combine_photos(photos: Sequence[Path], out: Path) -> int:
    """Write the JPEG and PNG files *photos* as pages of one PDF at *out*; the number of pages.

    The bytes of a JPEG stay as they are, and the same photos give the same PDF. Raises :class:`UnsafeToRender`
    for what is not a sound photo; *out* then does not exist; :class:`Busy` when there was no
    time for them.
    """
    with guarded():
        names = [str(photo.resolve()) for photo in photos]
        try:
            with child.made(out.resolve()) as place:
                arguments = (names, str(place), Policy.max_pixels)
                return int(child.ask("storage.photo_child:combine", *arguments, limits=LIMITS, writes=place.parent))
        except sandbox.Unsafe as unsafe:
            raise UnsafeToRender(unsafe.cause) from unsafe
