"""CPU-seconds, as the kernel counts them: ours with all that works for us, and those of the bare engine (Linux)."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from multiprocessing import forkserver
from pathlib import Path


def cpu(*lain: int) -> float:
    """Of this process, of its fork server with all the children that have ended, and of the processes *lain*."""
    server = int(getattr(forkserver._forkserver, "_forkserver_pid", 0) or 0)
    return time.process_time() + sum(map(_dari, (server, *lain)))


def _dari(pid: int) -> float:
    """With the children it has seen end; nothing for a process that is not there."""
    try:
        waktu = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]
    except OSError:
        return 0.0
    return sum(map(int, waktu)) / os.sysconf("SC_CLK_TCK")


def tesseract(gambar: Path) -> float:
    """Of Tesseract alone on one picture, as anyone would call it on a single core."""
    awal = resource.getrusage(resource.RUSAGE_CHILDREN)
    perintah = ["tesseract", str(gambar), str(gambar.with_suffix("")), "-l", "ind"]
    subprocess.run(perintah, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, check=True, stderr=subprocess.DEVNULL)
    akhir = resource.getrusage(resource.RUSAGE_CHILDREN)
    return akhir.ru_utime + akhir.ru_stime - awal.ru_utime - awal.ru_stime
