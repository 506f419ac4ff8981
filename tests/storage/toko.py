"""Every kind of store the contract is held against, and a hand that damages what lies in it."""

from __future__ import annotations

import io
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storage import BlobStore
from storage.address import shelf_at
from storage.shelf import LocalShelf, Shelf
from tests.server.s3 import S3


@dataclass
class Toko:
    """A store, the shelf its bytes end on, and how to change them behind its back."""

    store: BlobStore
    shelf: Shelf

    def names(self) -> list[str]:
        return sorted(self.shelf.names())

    def raw(self, name: str) -> bytes:
        with self.shelf.open(name) as source:
            return source.read()

    def write(self, name: str, content: bytes) -> None:
        if isinstance(self.shelf, LocalShelf):
            path = self.shelf.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists():
                path.chmod(0o600)
            path.write_bytes(content)
        else:
            s3: Any = self.shelf
            s3.client.put_object(Bucket=s3.bucket, Key=s3.prefix + name, Body=content)

    def lose(self, name: str) -> None:
        assert self.shelf.remove_if_older(name, -1e9)


def disk(folder: Path) -> Shelf:
    return shelf_at(f"file://{folder}", "berkas")


def bucket(server: S3, folder: Path) -> Shelf:
    """A prefix of its own in the bucket of this run."""
    return shelf_at(server.url, f"uji-{uuid.uuid4().hex}", temporary=folder / "sementara")


def pieces(size: int, piece: int = 1024 * 1024) -> Iterator[bytes]:
    """*size* bytes that do not repeat, made as they are read."""
    block = os.urandom(piece)
    for number in range(-(-size // piece)):
        yield (number.to_bytes(8, "big") + block[8:])[: size - number * piece]


def stream(content: bytes) -> io.BytesIO:
    return io.BytesIO(content)
