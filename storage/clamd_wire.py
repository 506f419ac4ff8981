"""clamd's protocol: one question, one whole answer, before one deadline.

https://docs.clamav.net/manual/Usage/Scanning.html#clamd. Questions and answers of the ``z`` form end in NUL.
"""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import time
from pathlib import Path
from types import TracebackType
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


class Conversation:
    """One connection; every step must end before *seconds* have passed since it was opened."""

    def __init__(self, address: Address, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        try:
            self._socket = address.connect(seconds)
        except OSError as error:
            raise NoAnswer(f"sambungan gagal: {type(error).__name__}") from error

    def __enter__(self) -> Conversation:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def ask(self, command: str) -> bytes:
        self._send(b"z" + command.encode() + b"\0")
        return self._answer()

    def stream(self, source: IO[bytes]) -> bytes:
        """INSTREAM. clamd may answer before the end (size limit) and hang up: then the answer counts."""
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._send(b"zINSTREAM\0")
            while (piece := source.read(CHUNK)) and not self._answered():
                self._send(struct.pack("!I", len(piece)) + piece)
            self._send(struct.pack("!I", 0))
        return self._answer()

    def pass_descriptor(self, descriptor: int) -> bytes:
        """FILDES: clamd reads the file itself, twice as fast for large ones."""
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._send(b"zFILDES\0")
            self._wait()
            socket.send_fds(self._socket, [b"\0"], [descriptor])
        return self._answer()

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

    def _answered(self) -> bool:
        return bool(select.select([self._socket], [], [], 0)[0])

    def _wait(self) -> None:
        left = self._end - time.monotonic()
        if left <= 0:
            raise NoAnswer("batas waktu habis")
        self._socket.settimeout(left)


def allowance(path: Path) -> float:
    """Extra seconds for a file: clamd reads at least a megabyte per second."""
    return path.stat().st_size / 1_000_000
