"""A warm process that forks one victim per line of stdin: ``<step of langkah.py> <number>``.

The victim says its process id and stops until a tracer holds it; then it does the one thing and says how it ended.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from multiprocessing import forkserver

import django

django.setup()

import sandbox  # noqa: E402 - after its settings
from docservice.umum.gangguan import sebagai_kesalahan  # noqa: E402
from tests.docservice.siksa.langkah import LANGKAH  # noqa: E402
from tests.docservice.siksa.rumah import kertas_ke  # noqa: E402


def korban(apa: str, nomor: int) -> None:
    """In the forked process: never comes back."""
    forkserver._forkserver.ensure_running = lambda: None  # type: ignore[method-assign]  # the warm one serves us all
    os.write(1, f"{os.getpid()}\n".encode())
    os.kill(os.getpid(), signal.SIGSTOP)
    kode = 0
    try:
        LANGKAH[apa].lakukan(nomor)
    except Exception as salah:
        kode = 3 if sebagai_kesalahan(salah) else 4  # what the page and the API would say
        if kode == 4:
            traceback.print_exc()
    os._exit(kode)


def utama() -> None:
    sandbox.call("sandbox.runner:surroundings")  # warm before the first fork
    kertas_ke(0)  # its imports are ours, not what is tried
    os.write(1, b"siap\n")
    for baris in sys.stdin:
        apa, nomor = baris.split()
        sandbox.call("sandbox.runner:surroundings")  # a client that dies while it asks takes the fork server along
        pid = os.fork()
        if pid == 0:
            korban(apa, int(nomor))
        _, status = os.waitpid(pid, 0)
        os.write(1, f"akhir {-os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)}\n".encode())
