"""The way into the limited child: a machine that is busy is our trouble, and is not held against the file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sandbox
from storage.errors import Busy


def ask(
    target: str,
    *arguments: Any,
    limits: sandbox.Limits,
    writes: Path | None = None,
    child: sandbox.Child | None = None,
) -> Any:
    """As :func:`sandbox.call`, or of *child*; raises :class:`Busy` where that had no time, else
    :class:`sandbox.Unsafe`."""
    try:
        if child:
            return child.ask(target, *arguments)
        return sandbox.call(target, *arguments, limits=limits, writes=writes)
    except sandbox.Late as late:
        raise Busy from late


@contextmanager
def made(out: Path) -> Iterator[Path]:
    """Where the child writes, in a folder that is its own; what it left there is *out* when the block ends well."""
    out.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix=".buat-", dir=out.parent) as folder:
        place = Path(folder, out.name)
        yield place
        place.replace(out)
