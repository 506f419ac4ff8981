"""Small honest servers that speak clamd's protocol and fail in one way each."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Behaviour = Callable[[socket.socket], None]


@contextmanager
def serving(behaviour: Behaviour, *, unix: Path | None = None) -> Iterator[str]:
    """Answer every connection with *behaviour* in a thread of its own; yields the address."""
    server = socket.socket(socket.AF_UNIX if unix else socket.AF_INET, socket.SOCK_STREAM)
    server.bind(str(unix) if unix else ("127.0.0.1", 0))
    server.listen()
    address = f"unix://{unix}" if unix else f"tcp://127.0.0.1:{server.getsockname()[1]}"
    threading.Thread(target=_accept, args=(server, behaviour), daemon=True).start()
    try:
        yield address
    finally:
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()


def _accept(server: socket.socket, behaviour: Behaviour) -> None:
    with suppress(OSError):
        while True:
            connection, _address = server.accept()
            threading.Thread(target=_serve, args=(connection, behaviour), daemon=True).start()


def _serve(connection: socket.socket, behaviour: Behaviour) -> None:
    with connection, suppress(OSError, struct.error):
        behaviour(connection)


def command(connection: socket.socket) -> bytes:
    """The question up to its NUL; the greeting before the first is passed over."""
    question = b""
    while not question.endswith(b"\0"):
        question += connection.recv(1)
        if not question:
            raise OSError("hung up")
    return command(connection) if question == b"zIDSESSION\0" else question


def exactly(connection: socket.socket, size: int) -> bytes:
    content = b""
    while len(content) < size:
        piece = connection.recv(size - len(content))
        if not piece:
            raise OSError("hung up")
        content += piece
    return content


def whole_stream(connection: socket.socket) -> bytes:
    content = b""
    while size := struct.unpack("!I", exactly(connection, 4))[0]:
        content += exactly(connection, size)
    return content


def replying(answer: bytes, *, number: bytes = b"1: ") -> Behaviour:
    """Takes the whole file, then says *answer* to question *number* and hangs up."""

    def behaviour(connection: socket.socket) -> None:
        if command(connection) == b"zINSTREAM\0":
            whole_stream(connection)
            connection.sendall(number + answer)

    return behaviour
