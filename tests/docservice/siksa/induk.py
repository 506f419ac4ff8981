"""A warm process that forks web and worker whenever they are killed: ``<log> <program> <argument>…`` a line of stdin.

Spares nothing but the imports, which cost more than the rest of a start. What it bears is the whole program of the
Procfile in a session of its own, and dies with it.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from importlib import import_module

import django

django.setup()

import docservice.celery  # noqa: E402 - warm before the first fork
import docservice.urls  # noqa: E402, F401 - likewise
from sandbox.powers import PR_SET_PDEATHSIG  # noqa: E402

PROGRAM = {"gunicorn": "gunicorn.app.wsgiapp:run", "celery": "celery.__main__:main"}


def anak(log: str, perintah: list[str]) -> None:
    """In the forked process: never comes back."""
    os.setsid()
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    keluaran = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    for ke, dari in enumerate((os.open(os.devnull, os.O_RDONLY), keluaran, keluaran)):
        os.dup2(dari, ke)
    sys.argv = perintah
    modul, _, nama = PROGRAM[perintah[0]].partition(":")
    try:
        getattr(import_module(modul), nama)()
    finally:
        os._exit(1)


def utama() -> None:
    for tempat in PROGRAM.values():
        import_module(tempat.partition(":")[0])
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries them
    for baris in sys.stdin:
        log, *perintah = baris.split()
        pid = os.fork()
        if pid == 0:
            anak(log, perintah)
        os.write(1, f"{pid}\n".encode())
