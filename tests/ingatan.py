"""The memory of this process, in bytes, as the kernel counts it (proc(5))."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def resident() -> int:
    return _counted("VmRSS")


def peak() -> int:
    """The highest since the process began, or since :func:`peak_growth` last began."""
    return _counted("VmHWM")


@contextmanager
def peak_growth() -> Iterator[Callable[[], int]]:
    """How much the resident memory grew at its highest inside the block, whatever ran before it."""
    Path("/proc/self/clear_refs").write_text("5")
    before = resident()
    yield lambda: peak() - before


def _counted(which: str) -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(which):
            return int(line.split()[1]) * 1024
    raise LookupError(which)
