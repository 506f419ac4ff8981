"""A few open sessions with each clamd of this process, so that a file of a thousand streams does not knock as often."""

from __future__ import annotations

import atexit
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from storage.clamd_wire import Address, NoAnswer, Session

SIZE = 4
"""Conversations at once: clamd's own threads are about as many, and more would wait there instead of here."""
IDLE = 10.0
"""Seconds a session may rest; clamd itself hangs up after thirty."""


class Pool:
    """Sessions with the clamd at *url*. One that failed, or was not declared sound, is never used again."""

    def __init__(self, url: str) -> None:
        self.address = Address(url)
        self._forget()

    @contextmanager
    def session(self, end: float, *, fresh: bool = False) -> Iterator[Session]:
        """One session for the block, opened before *end*; raises :class:`NoAnswer`."""
        if self._process != os.getpid():  # two processes on one connection would read each other's answers
            self._forget()
        places = self._places
        if not places.acquire(timeout=max(end - time.monotonic(), 0)):
            raise NoAnswer("semua sambungan terpakai")
        session = None
        try:
            session = (None if fresh else self._rested()) or Session(self.address, end)
            yield session
        finally:
            if session and session.sound:
                session.idle_since = time.monotonic()
                self._idle.append(session)
            elif session:
                session.close()
            places.release()

    def _rested(self) -> Session | None:
        """The last one that lies ready and has not spoken unasked."""
        while self._idle:
            try:
                session = self._idle.pop()
            except IndexError:  # another thread took it
                return None
            if time.monotonic() - session.idle_since < IDLE and not session.has_spoken():
                return session
            session.close()
        return None

    def close(self) -> None:
        """What rests is hung up properly, at the end of the process that opened it."""
        while self._idle and self._process == os.getpid():
            self._idle.pop().close()

    def _forget(self) -> None:
        self._process = os.getpid()
        self._idle: list[Session] = []
        self._places = threading.BoundedSemaphore(SIZE)


@cache
def pool_of(url: str) -> Pool:
    """The one pool of this process for an address. Raises :class:`ValueError` for what is none."""
    pool = Pool(url)
    atexit.register(pool.close)
    return pool
