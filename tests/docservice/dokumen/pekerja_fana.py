"""A worker that stops at a named moment of its work and waits there to be killed.

Started once; for each line ``<titik>`` on stdin it forks a worker, which prints its process id when it is there.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing import forkserver
from typing import Any

import django

django.setup()

import sandbox  # noqa: E402 - after its settings
from docservice.antrean.pekerjaan import jalankan_semua  # noqa: E402
from docservice.dokumen import actions, indeks, jobs  # noqa: E402

TITIK: dict[str, tuple[Any, str, bool]] = {
    "unggah: bytes tersimpan": (actions, "_catat_versi", False),
    "unggah: sebelum commit": (actions, "_catat_versi", True),
    "pindai: sebelum dipindai": (jobs, "inspect", False),
    "pindai: sesudah dipindai": (jobs, "inspect", True),
    "pindai: bytes di arsip": (jobs, "_ubah", False),
    "pindai: sebelum commit": (jobs, "taruh", True),
    "pindai: karantina sebelum commit": (jobs, "kabari", True),
    "baca: sebelum dibaca": (jobs, "baca_berkas", False),
    "baca: gambar tersimpan": (jobs, "baca_berkas", True),
    "baca: sebelum commit": (jobs, "pindah", True),
    "indeks: sebelum ditulis": (indeks, "tulis", False),
    "indeks: sesudah ditulis": (indeks, "tulis", True),
}
"""Where, which function, and whether to stop after it instead of before."""


def berhenti() -> None:
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    signal.pause()


def pasang(titik: str) -> None:
    modul, nama, sesudah = TITIK[titik]
    asli: Callable[..., Any] = getattr(modul, nama)

    def terhenti(*args: Any, **kwargs: Any) -> Any:
        if not sesudah:
            berhenti()
        hasil = asli(*args, **kwargs)
        berhenti()
        return hasil

    setattr(modul, nama, terhenti)


def kerjakan(titik: str) -> None:
    """In the forked worker: never comes back, and never leaves its parent waiting for a number."""
    try:
        _kerjakan(titik)
    except BaseException:
        traceback.print_exc()
    sys.stdout.write("selesai\n")
    sys.stdout.flush()
    os._exit(0)


def _kerjakan(titik: str) -> None:
    forkserver._forkserver.ensure_running = lambda: None  # type: ignore[method-assign]  # the warm one serves us all
    pasang(titik)
    if titik.startswith("unggah"):
        from tests.docservice.dokumen.alat import kartu_tetap

        kartu_tetap()
    jalankan_semua()


def utama() -> None:
    sandbox.call("sandbox.runner:surroundings")  # warm before the first fork
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    sys.stdout.write("siap\n")
    sys.stdout.flush()
    for baris in sys.stdin:
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            kerjakan(baris.strip())
