"""clamd's protocol: numbered questions in a session, one whole answer to each before its deadline.

https://docs.clamav.net/manual/Usage/Scanning.html#clamd. Questions and answers of the ``z`` form end in NUL.
"""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import time
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

CHUNK = 64 * 1024
MAX_ANSWER = 4096


class NoAnswer(Exception):
    """Refused, died, cut off in mid-answer, or too late."""


class Address:
    """``unix:///path/clamd.sock`` or ``tcp://host:port``; raises :class:`ValueError` for anything else."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.unix = parts.path if parts.scheme == "unix" else None
        self.tcp = (parts.hostname or "", parts.port or 3310) if parts.scheme == "tcp" else None
        if not self.unix and not (self.tcp and self.tcp[0]):
            raise ValueError(f"alamat clamd tidak dikenal: {url!r}; pakai unix:///… atau tcp://host:port")

    def connect(self, timeout: float) -> socket.socket:
        if self.unix:
            connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            connection.settimeout(timeout)
            try:
                connection.connect(self.unix)
            except BaseException:
                connection.close()
                raise
            return connection
        assert self.tcp is not None
        return socket.create_connection(self.tcp, timeout)


class Session:
    """One connection for many questions, each answered before a deadline (of ``time.monotonic``).

    An answer begins with the number of its question, so that one that came too late, or belongs to another, is not
    taken for it: :meth:`own` tells. ``sound`` is for whoever asked to set: a session is thrown away otherwise.
    """

    def __init__(self, address: Address, end: float) -> None:
        self.number, self.sound, self.idle_since = 0, False, 0.0
        self._end = end
        try:
            self._socket = address.connect(self._left())
        except OSError as error:
            raise NoAnswer(f"sambungan gagal: {type(error).__name__}") from error

    def close(self) -> None:
        self._socket.close()

    def ask(self, command: str, end: float) -> bytes:
        self._question(command, end)
        return self._answer()

    def stream(self, source: IO[bytes], end: float) -> bytes:
        """INSTREAM. clamd may answer before the end (size limit) and hang up: then the answer counts."""
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._question("INSTREAM", end)
            while (piece := source.read(CHUNK)) and not self.has_spoken():
                self._send(struct.pack("!I", len(piece)) + piece)
            self._send(struct.pack("!I", 0))
        return self._answer()

    def pass_descriptor(self, descriptor: int, end: float) -> bytes:
        """FILDES: clamd reads the file itself, twice as fast for large ones."""
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._question("FILDES", end)
            self._wait()
            socket.send_fds(self._socket, [b"\0"], [descriptor])
        return self._answer()

    def own(self, answer: bytes) -> bytes | None:
        """*answer* without the number of the last question; None when it has another, or none, or is several."""
        number = b"%d: " % self.number
        alone = b"\0" not in answer[:-1]
        return answer.removeprefix(number) if alone and answer.startswith(number) else None

    def has_spoken(self) -> bool:
        """Something to read, or the end of it: between two questions both mean that it is over."""
        return bool(select.select([self._socket], [], [], 0)[0])

    def _question(self, command: str, end: float) -> None:
        self._end, self.sound = end, False
        opening = b"" if self.number else b"zIDSESSION\0"
        self.number += 1
        self._send(opening + b"z" + command.encode() + b"\0")

    def _answer(self) -> bytes:
        """Everything up to the terminator; an answer without one was cut off."""
        answer = b""
        while not answer.endswith((b"\0", b"\n")):
            self._wait()
            try:
                piece = self._socket.recv(MAX_ANSWER)
            except OSError as error:
                raise NoAnswer(f"jawaban terputus: {type(error).__name__}") from error
            answer += piece
            if not piece or len(answer) > MAX_ANSWER:
                raise NoAnswer("jawaban terpotong")
        return answer

    def _send(self, data: bytes) -> None:
        self._wait()
        try:
            self._socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            raise
        except OSError as error:
            raise NoAnswer(f"pengiriman terputus: {type(error).__name__}") from error

    def _wait(self) -> None:
        self._socket.settimeout(self._left())

    def _left(self) -> float:
        left = self._end - time.monotonic()
        if left <= 0:
            raise NoAnswer("batas waktu habis")
        return left


def allowance(path: Path) -> float:
    """Extra seconds for a file: clamd reads at least a megabyte per second."""
    return path.stat().st_size / 1_000_000
