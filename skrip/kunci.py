"""One run per clone: a lock that the kernel drops with the last process of that run."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import socket
import time
from pathlib import Path
from typing import Any


class Terpakai(Exception):
    """Someone else has the lock or the port; the message is the one sentence for the person."""


class Kunci:
    """``var/jalan.lock``: held by the run and, through inheritance, by each of its servers.

    Servers hold it too because after a killed run they need a moment to leave (a late clamd would take
    the new one's socket with it): the next run waits for the last of them.
    """

    def __init__(self, berkas: Path) -> None:
        berkas.parent.mkdir(parents=True, exist_ok=True)
        self._berkas = berkas
        self._catatan: dict[str, Any] = {}
        self.fd = os.open(berkas, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)

    def ambil(self, kalimat: str, sabar: float = 30) -> None:
        """Take the lock; raise :class:`Terpakai` with the holder's *kalimat* if a live run has it."""
        batas = time.monotonic() + sabar
        while not self._coba():
            pemilik = self.pemilik()
            if pemilik:
                raise Terpakai(pemilik["kalimat"])
            if time.monotonic() > batas:
                raise Terpakai("Sisa proses sebelumnya belum berhenti; tunggu sebentar lalu ulangi.")
            time.sleep(0.2)
        self.catat(pid=os.getpid(), kalimat=f"{kalimat} (pid {os.getpid()}).")

    def catat(self, **isi: Any) -> None:
        """Add to the holder's note, for whoever finds the lock taken."""
        self._catatan |= isi
        os.ftruncate(self.fd, 0)
        os.pwrite(self.fd, json.dumps(self._catatan).encode(), 0)

    def pemilik(self) -> dict[str, Any] | None:
        """The note of the live run that has the lock, or None."""
        with contextlib.suppress(OSError, ValueError):
            catatan: dict[str, Any] = json.loads(self._berkas.read_text())
            os.kill(int(catatan["pid"]), 0)
            return catatan
        return None

    def _coba(self) -> bool:
        try:
            fcntl.flock(self.fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def pastikan_bebas(tuan: str, port: int, variabel: str) -> None:
    """Raise :class:`Terpakai` when another program listens there."""
    with socket.socket() as saluran:
        saluran.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the servers do
        try:
            saluran.bind((tuan, port))
        except OSError:
            raise Terpakai(
                f"Port {port} sudah dipakai program lain; pilih yang lain, misalnya: make run {variabel}={port + 1}"
            ) from None
