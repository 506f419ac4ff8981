"""What a child may use, and how the kernel is told."""

from __future__ import annotations

import contextlib
import os
import resource
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sandbox import filter, places, powers

USUAL_LIBRARIES = 200_000_000


@dataclass(frozen=True)
class Limits:
    """Ceilings of one child: bytes, seconds, counts.

    Work is bounded by CPU time. The clock only ends what waits: generous, because on a busy machine an honest file
    may stand in the queue for the processor many times as long as it is read.
    """

    memory: int = 1_200_000_000
    """Of which 200 MB are the usual libraries; what the fork server has loaded beyond them is not the child's."""
    cpu_seconds: int = 60
    wall_seconds: float = 300.0
    file_bytes: int = 400_000_000
    open_files: int = 128
    processes: int = 0
    """Processes the child may start itself (Tesseract needs one)."""
    answer_bytes: int = 64_000_000
    network: bool = False


def apply(limits: Limits, reads: Sequence[str] = (), writes: str | None = None) -> None:
    """Confine the calling process for good; it becomes the leader of its own group."""
    os.setsid()
    if not limits.network:
        powers.leave_network()
    powers.die_with_parent()
    _set(resource.RLIMIT_AS, limits.memory + max(_mapped() - USUAL_LIBRARIES, 0))
    _set(resource.RLIMIT_CPU, limits.cpu_seconds)
    _set(resource.RLIMIT_FSIZE, limits.file_bytes)
    _set(resource.RLIMIT_NOFILE, limits.open_files)
    _set(resource.RLIMIT_NPROC, _processes(limits.processes))
    _set(resource.RLIMIT_CORE, 0)
    powers.renounce()
    places.keep_to(reads, writes, network=limits.network)
    filter.load(network=limits.network, programs=limits.processes > 0)


def _set(which: int, value: int) -> None:
    _soft, hard = resource.getrlimit(which)
    ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
    with contextlib.suppress(ValueError):
        resource.setrlimit(which, (ceiling, ceiling))


def _mapped() -> int:
    """Bytes of address space, most of it shared with the fork server."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _processes(allowed: int) -> int:
    """RLIMIT_NPROC counts all of a user's threads, so what runs already is added."""
    if allowed == 0:
        return 0
    running = Path("/proc/loadavg").read_text().split()[3].split("/")[1]
    return int(running) + allowed
