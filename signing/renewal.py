"""Until when an archived signature stands by itself."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sandbox
from signing.errors import Refused

sandbox.preload("signing.engine.expiry")


@dataclass(frozen=True)
class Renewal:
    """*before*: the archive timestamp must be renewed by then. *stamped*: when the last one was made.

    ``because`` is ``certificate`` (of the timestamping authority or one above it) or ``algorithm``.
    """

    before: datetime
    stamped: datetime
    because: str


def renew_before(pdf: bytes | Path) -> Renewal | None:
    """When the file's last document timestamp loses its force; None when it has none.

    The caller takes its own margin: renewing needs the authority, the network and the file at once. Looks
    only at dates, in a child process: whether the timestamp is good is the verifier's to say. Raises
    :class:`~signing.errors.Refused` (``pdf_rusak``).
    """
    if isinstance(pdf, Path):
        return _ask(pdf)
    descriptor, name = tempfile.mkstemp(suffix=".pdf")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(pdf)
        return _ask(Path(name))
    finally:
        Path(name).unlink()


def _ask(path: Path) -> Renewal | None:
    try:
        answer: dict[str, Any] | None = sandbox.call("signing.engine.expiry:read", str(path))
    except sandbox.Unsafe as error:
        raise Refused("pdf_rusak") from error
    if answer is None:
        return None
    before, stamped = (datetime.fromisoformat(answer[key]) for key in ("before", "stamped"))
    return Renewal(before, stamped, answer["because"])
