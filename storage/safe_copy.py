"""A copy that cannot do anything: the pages as pictures in a clean PDF.

For an honest document with active content in it (a form that sends itself, a link to another file), and for photos that
few programs open (HEIC, WebP). The original is kept by whoever calls; the copy is read again like any scan.
"""

from __future__ import annotations

from pathlib import Path

import sandbox
from storage import child, foreign, sniff
from storage.border import guarded
from storage.errors import UnsafeToRender
from storage.inspection import DEFAULT_POLICY, PDF_LIMITS
from storage.policy import Policy

LIMITS = sandbox.Limits(memory=1_500_000_000, cpu_seconds=240, wall_seconds=900, processes=8)


def safe_copy(path: Path, out: Path | None = None, *, policy: Policy = DEFAULT_POLICY) -> Path:
    """Write the safe copy of the file at *path* to *out* (default: ``<name>.aman.pdf`` beside it); returns where.

    Raises :class:`UnsafeToRender`, and *out* does not exist, for what is encrypted, signed (a copy would lose the
    signature), two formats at once, broken, too large, or none of the kinds the archive takes; :class:`Busy` when there
    was no time.
    """
    out = out or path.with_name(f"{path.name}.aman.pdf")
    with guarded():
        source, kind = str(path.resolve()), sniff.kind_of(sniff.head(path))
        if kind is None:
            raise UnsafeToRender("unknown kind")
        try:
            if kind is sniff.PDF:
                _honest(path, policy)
            with child.made(out.resolve()) as place:
                arguments = (source, kind.name, str(place), policy.max_pages, policy.max_pixels)
                child.ask("storage.safe_child:write", *arguments, limits=LIMITS, writes=place.parent)
        except sandbox.Unsafe as unsafe:
            raise UnsafeToRender(unsafe.cause) from unsafe
    return out


def _honest(path: Path, policy: Policy) -> None:
    if foreign.pdf_ending(path) != "murni":
        raise UnsafeToRender("more than a PDF")
    arguments = (str(path.resolve()), policy.max_objects, policy.max_pages)
    facts = child.ask("storage.pdf_child:look", *arguments, limits=PDF_LIMITS)
    if facts["encrypted"]:
        raise UnsafeToRender("encrypted")
    if facts["signatures"]:
        raise UnsafeToRender("signed")
    if facts["pixels"] > policy.max_pixels:
        raise UnsafeToRender("too many pixels")
