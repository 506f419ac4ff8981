"""The files of one command: IN is only read, OUT appears whole or not at all, which is known beforehand."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from signing.errors import Refused, Unavailable


def read(source: Path, target: Path) -> bytes:
    """*source*, once it is known that *target* can be written: a signature that cannot be kept is not made.

    Raises Refused.
    """
    try:
        if target.exists() and target.samefile(source):
            raise Refused("keluaran_sama")
        data = source.read_bytes()
    except OSError as error:
        raise Refused("masukan_tidak_terbaca") from error
    try:
        if target.is_dir():
            raise IsADirectoryError(target)
        tempfile.TemporaryFile(dir=target.parent).close()
    except OSError as error:
        raise Refused("keluaran_tidak_dapat_ditulis") from error
    return data


def write(target: Path, pdf: bytes) -> None:
    """Beside its place first. Raises Unavailable when the disk is full, and leaves nothing behind."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        temporary.write_bytes(pdf)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise Unavailable("keluaran_tidak_dapat_ditulis") from error
