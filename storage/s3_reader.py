"""An object of S3 as a seekable file: constant memory, ranges on demand."""

from __future__ import annotations

import io
import os
from typing import Any

from storage.border import guarded
from storage.errors import StoreUnavailable


class S3Reader(io.RawIOBase):
    """Reads *size* bytes of the object *at* (``Bucket``, ``Key``). Raises :class:`StoreUnavailable` for a cut."""

    def __init__(self, client: Any, at: dict[str, str], size: int) -> None:
        self._client, self._at, self._size = client, at, size
        self._position = 0
        self._body: Any = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence]
        position = max(0, base + offset)
        if position != self._position:
            self._hang_up()
            self._position = position
        return position

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        wanted = min(len(view), self._size - self._position)
        if wanted <= 0:
            return 0
        with guarded():
            piece = self._stream().read(wanted)
        if not piece:
            raise StoreUnavailable("object ended early")
        view[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def close(self) -> None:
        self._hang_up()
        super().close()

    def _stream(self) -> Any:
        if self._body is None:
            answer = self._client.get_object(**self._at, Range=f"bytes={self._position}-")
            self._body = answer["Body"]
        return self._body

    def _hang_up(self) -> None:
        if self._body is not None:
            self._body.close()
            self._body = None
