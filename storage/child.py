"""The way into the limited child: a machine that is busy is our trouble, and is not held against the file."""

from __future__ import annotations

from typing import Any

import sandbox
from storage.errors import Busy


def ask(target: str, *arguments: Any, limits: sandbox.Limits) -> Any:
    """As :func:`sandbox.call`; raises :class:`Busy` where that had no time, else :class:`sandbox.Unsafe`."""
    try:
        return sandbox.call(target, *arguments, limits=limits)
    except sandbox.Late as late:
        raise Busy from late
