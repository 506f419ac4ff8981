"""May a stranger's file be opened next to a key? Tried first in the sandbox (Law 13).

What our own templates made needs no such test; a file from anywhere else does.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import tempfile
from pathlib import Path

import sandbox
from signing.errors import Refused

_TARGET = "signing.precheck:opens"


def require_readable(pdf: bytes) -> None:
    """Raises :class:`~signing.errors.Refused` with ``pdf_rusak``, ``pdf_terenkripsi`` or ``pdf_hibrida``."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        try:
            problem = sandbox.call(_TARGET, file.name)
        except sandbox.Unsafe as error:
            raise Refused("pdf_rusak") from error
    if problem is not None:
        raise Refused(problem)


def opens(path: str) -> str | None:
    """Inside the child: None, or the code of what is wrong."""
    from signing.engine.writer import open_for_signing

    try:
        revision = open_for_signing(Path(path).read_bytes())
        revision.find_page_for_modification(0)
    except Refused as refusal:
        return refusal.code
    return None
