"""Sealed bytes: AES-256-GCM in chunks, so that any range opens alone and any change shows.

``DSBLOB1\\0``, 32 bytes of the plaintext's SHA-256, then chunks of 1 MiB, each with a 16-byte tag. A chunk's nonce is
the blob's 8 random bytes and a 4-byte counter (NIST SP 800-38D, 8.2.1); it is bound to the blob, its place and whether
it is the last, so that chunks cannot be swapped, dropped or taken from another blob.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import BlobDamaged

MAGIC = b"DSBLOB1\0"
HEADER = len(MAGIC) + 32
CHUNK = 1024 * 1024
TAG = 16
PREFIX_BYTES = 8


class Seal:
    """What closes and opens one blob: its data key, its nonce prefix, the SHA-256 (hexadecimal) of its plaintext."""

    def __init__(self, data_key: bytes, prefix: bytes, sha256: str) -> None:
        self._cipher, self._prefix, self.digest = AESGCM(data_key), prefix, bytes.fromhex(sha256)

    def close(self, number: int, last: bool, piece: bytes) -> bytes:
        return self._cipher.encrypt(*self._bound(number, last, piece))

    def open(self, number: int, last: bool, piece: bytes) -> bytes:
        """Raises :class:`BlobDamaged`."""
        try:
            return self._cipher.decrypt(*self._bound(number, last, piece))
        except InvalidTag:
            raise BlobDamaged(f"potongan {number}") from None

    def _bound(self, number: int, last: bool, piece: bytes) -> tuple[bytes, bytes, bytes]:
        counter = number.to_bytes(4, "big")
        return self._prefix + counter, piece, self.digest + counter + bytes([last])


def sealed(source: BinaryIO, size: int, seal: Seal) -> Iterator[bytes]:
    """The sealed form of *size* bytes of *source*, piece by piece. The same seal makes the same bytes."""
    yield MAGIC + seal.digest
    last = last_chunk(size)
    for number in range(last + 1):
        yield seal.close(number, number == last, source.read(CHUNK))


def last_chunk(size: int) -> int:
    return max(0, size - 1) // CHUNK


def sealed_digest(head: bytes) -> str | None:
    """The SHA-256 a sealed body says it belongs to, from its first 40 bytes; None for anything else."""
    return head[len(MAGIC) : HEADER].hex() if head.startswith(MAGIC) and len(head) >= HEADER else None


class OpenedReader(io.RawIOBase):
    """The plaintext of a sealed *body*, seekable; a chunk is checked before any byte of it is handed out."""

    def __init__(self, body: BinaryIO, size: int, seal: Seal) -> None:
        self._body, self._size, self._seal = body, size, seal
        self._position, self._number, self._piece = 0, -1, b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence]
        self._position = max(0, base + offset)
        return self._position

    def readinto(self, buffer: Any) -> int:
        """Raises :class:`BlobDamaged`, and what the body raises."""
        if self._position >= self._size:
            return 0
        view = memoryview(buffer).cast("B")
        number, start = divmod(self._position, CHUNK)
        piece = self._chunk(number)[start : start + len(view)]
        view[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def close(self) -> None:
        self._body.close()
        super().close()

    def _check_header(self) -> None:
        self._body.seek(0)
        if sealed_digest(self._body.read(HEADER)) != self._seal.digest.hex():
            raise BlobDamaged("kepala")

    def _chunk(self, number: int) -> bytes:
        if number != self._number:
            if self._number < 0:
                self._check_header()
            self._body.seek(HEADER + number * (CHUNK + TAG))
            last = number == last_chunk(self._size)
            content = self._body.read(CHUNK + TAG + 1 if last else CHUNK + TAG)  # more after the last is damage too
            self._piece, self._number = self._seal.open(number, last, content), number
        return self._piece
