"""Memory of other processes, in bytes, as the kernel counts it (proc(5), Linux)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def puncak(grup: int) -> Iterator[Callable[[], int]]:
    """How much the processes of the group *grup* grew since the block began, each at its highest, together.

    A peak from before does not hide what grows now: the kernel's mark is set back first.
    """
    awal = {}
    for pid in _anggota(grup):
        Path(f"/proc/{pid}/clear_refs").write_text("5")
        awal[pid] = _baris(pid, "VmRSS")
    yield lambda: sum(max(0, _baris(pid, "VmHWM") - semula) for pid, semula in awal.items())


def _anggota(grup: int) -> Iterator[int]:
    for proses in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended meanwhile
            if os.getpgid(int(proses.name)) == grup:
                yield int(proses.name)


def _baris(pid: int, nama: str) -> int:
    isi = Path(f"/proc/{pid}/status").read_text()
    return next((int(baris.split()[1]) * 1024 for baris in isi.splitlines() if baris.startswith(nama)), 0)
