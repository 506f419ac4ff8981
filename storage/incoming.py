"""Bytes on their way in: a temporary file that is hashed while it is written."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from storage.border import guarded
from storage.errors import TooLarge

CHUNK = 1024 * 1024
PREFIX = "masuk-"


@dataclass(frozen=True)
class Incoming:
    """A complete temporary file and the name its bytes earn. The shelf that keeps it makes it durable."""

    path: Path
    sha256: str
    size: int


@contextmanager
def received(source: BinaryIO | Iterable[bytes], folder: Path, max_bytes: int | None) -> Iterator[Incoming]:
    """Write *source* into *folder*, whole before the block starts, gone when it ends.

    Raises :class:`TooLarge` at the first byte too many, and what the border raises for the disk.
    Errors of the source itself (a cut connection) pass unchanged: they are the caller's.
    """
    with guarded():
        folder.mkdir(parents=True, exist_ok=True)
        target = tempfile.NamedTemporaryFile(  # noqa: SIM115 - closed below, inside the try
            "wb", buffering=0, prefix=PREFIX, dir=folder, delete=False
        )
    path = Path(target.name)
    try:
        with target:
            sha256, size = _pour(source, target, max_bytes)
            with guarded():
                os.fchmod(target.fileno(), 0o440)
        yield Incoming(path, sha256, size)
    finally:
        with suppress(OSError):
            path.unlink()


def chunks(source: BinaryIO | Iterable[bytes]) -> Iterator[bytes]:
    """Pieces of at most about a megabyte, from a file or from any iterable of bytes."""
    read = getattr(source, "read", None)
    if read is None:
        yield from source
        return
    while piece := read(CHUNK):
        yield piece


def _pour(source: BinaryIO | Iterable[bytes], target: IO[bytes], max_bytes: int | None) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for piece in chunks(source):
        size += len(piece)
        if max_bytes is not None and size > max_bytes:
            raise TooLarge(max_bytes)
        digest.update(piece)
        with guarded():
            _write_all(target, piece)
    return digest.hexdigest(), size


def _write_all(target: IO[bytes], piece: bytes) -> None:
    """An unbuffered write may be short: near the end of the disk it usually is."""
    view = memoryview(piece)
    while view:
        view = view[target.write(view) :]
