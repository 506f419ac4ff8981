"""Where a child may read and write, kept by the kernel (Landlock) where it can.

It reads our code, the libraries of the system and the file it was given; it writes in the one folder it was given, or
nowhere. The archive beside that file, its keys and the database are out of reach, whoever the service runs as.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
VERSION_FLAG, PATH_BENEATH = 1, 1
EXECUTE, WRITE, READ, LIST, TRUNCATE = 1, 1 << 1, 1 << 2, 1 << 3, 1 << 14
ALL_FILES = (1 << 13) - 1
"""What the first version knows: the four above, and to make or remove files of every kind."""
SINCE = {2: 1 << 13, 3: TRUNCATE, 5: 1 << 15}
"""Moving between folders, cutting short, commands to devices."""
OF_A_FILE = EXECUTE | WRITE | READ | TRUNCATE | 1 << 15
TCP, SIGNALS_AND_NAMES = 0b11, 0b11
"""Binding and connecting; signals to processes and abstract sockets outside."""
SYSTEM = """
    /usr /lib /lib64 /bin /proc /sys/devices/system/cpu /dev/urandom /etc/ld.so.cache /etc/fonts
    /etc/ssl /etc/ca-certificates /etc/resolv.conf /etc/hosts /etc/host.conf /etc/gai.conf /etc/nsswitch.conf
    /etc/localtime
"""


@cache
def version() -> int:
    """Of the kernel's Landlock; 0 where there is none."""
    return max(_ask(CREATE_RULESET, None, 0, VERSION_FLAG), 0)


@cache
def code() -> tuple[str, ...]:
    """The system's, our libraries', and ours: only the packages, for the archive may lie beside them."""
    homes = [Path(home).resolve() for home in (sys.prefix, sys.base_prefix)]
    packages = [package.parent for package in Path(__file__).resolve().parents[1].glob("*/__init__.py")]
    system = [Path(place).resolve() for place in (*SYSTEM.split(), os.environ.get("TESSDATA_PREFIX", "/usr"))]
    places = sorted({place for place in (*system, *homes, *packages) if place.exists()})
    return tuple(str(place) for place in places if not any(place.parent.is_relative_to(one) for one in places))


def keep_to(reads: Sequence[str], writes: str | None, *, network: bool) -> bool:
    """Confine the calling process for good; False where the machine does not let us."""
    known = version()
    if not known:
        return False
    handled = ALL_FILES | sum(right for since, right in SINCE.items() if known >= since)
    rules = _create(known, handled, network)
    if rules < 0:
        return False
    try:
        for path, rights in _granted(reads, writes, handled):
            _allow(rules, path, rights)
        return _ask(RESTRICT_SELF, rules, 0) == 0
    finally:
        os.close(rules)


def _granted(reads: Sequence[str], writes: str | None, handled: int) -> Iterator[tuple[str, int]]:
    yield from ((path, READ | LIST | EXECUTE) for path in code())
    yield "/dev/null", READ | WRITE | (TRUNCATE & handled)
    yield from ((path, READ) for path in reads)
    if writes:
        yield writes, handled & ~EXECUTE


def _create(known: int, handled: int, network: bool) -> int:
    words = [handled, 0 if network else TCP, SIGNALS_AND_NAMES][: 1 if known < 4 else 2 if known < 6 else 3]
    rules = struct.pack(f"{len(words)}Q", *words)
    return _ask(CREATE_RULESET, rules, len(rules), 0)


def _allow(rules: int, path: str, rights: int) -> None:
    """What is not there is not allowed either."""
    with suppress(OSError, ValueError):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            mask = rights if os.path.isdir(path) else rights & OF_A_FILE  # noqa: PTH112 - a third of the time
            _ask(ADD_RULE, rules, PATH_BENEATH, struct.pack("=Qi", mask, place), 0)
        finally:
            os.close(place)


def _ask(number: int, *words: int | bytes | None) -> int:
    """The C library has no names for these three."""
    kernel = _kernel()
    return int(kernel(number, *(ctypes.c_long(word) if isinstance(word, int) else word for word in words)))


@cache
def _kernel() -> Any:
    kernel = getattr(ctypes.CDLL(None), "syscall", None)
    if kernel is None:
        return lambda *_: -1
    kernel.restype = ctypes.c_long
    return kernel
