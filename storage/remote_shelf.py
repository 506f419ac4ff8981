"""Blobs over any other Django storage, as well as its ``save`` allows; S3 has :mod:`storage.s3` of its own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from django.core.files import File
from django.core.files.storage import Storage

from storage.errors import StoreUnavailable
from storage.incoming import Incoming
from storage.shelf import Record, record_of


class RemoteShelf:
    """Its own ``save`` is the atomic step. Cannot hold sealed blobs: there is no compare and swap."""

    def __init__(self, storage: Storage, temporary: Path) -> None:
        self.storage = storage
        self.temporary = temporary

    def publish(self, incoming: Incoming, name: str) -> bool:
        if self.storage.exists(name):
            return False
        self._save(incoming, name)
        return True

    def replace(self, incoming: Incoming, name: str) -> None:
        self.storage.delete(name)
        self._save(incoming, name)

    def swap(self, incoming: Incoming, name: str, before: bytes) -> bool:
        raise NotImplementedError("this storage cannot compare and swap")

    def record(self, name: str) -> Record:
        return record_of(name)

    def open_stored(self, name: str) -> BinaryIO:
        return self.open(name)

    def _save(self, incoming: Incoming, name: str) -> None:
        """A back end that picks another name lost a race to the same bytes: its copy goes again."""
        with incoming.path.open("rb") as source:
            saved = self.storage.save(name, File(source))
        if saved != name:
            self.storage.delete(saved)
        if self.storage.size(name) != incoming.size:
            raise StoreUnavailable("short object")

    def open(self, name: str) -> BinaryIO:
        self._require(name)
        return cast(BinaryIO, self.storage.open(name, "rb"))

    def path(self, name: str) -> Path | None:
        return None

    def exists(self, name: str) -> bool:
        return self.storage.exists(name)

    def size(self, name: str) -> int:
        self._require(name)
        return int(self.storage.size(name))

    def _require(self, name: str) -> None:
        """Back ends differ in what they raise for a missing object, and some only at the first read."""
        if not self.storage.exists(name):
            raise FileNotFoundError(name)

    def names(self, folder: str = "") -> Iterator[str]:
        places, _files = self.storage.listdir("")
        for place in sorted(place for place in places if len(place) == 2 and place >= folder):
            yield from (f"{place}/{entry}" for entry in sorted(self.storage.listdir(place)[1]))

    def age(self, name: str) -> float:
        return time.time() - self.storage.get_modified_time(name).timestamp()

    def remove_if_older(self, name: str, seconds: float) -> bool:
        if self.age(name) < seconds:
            return False
        self.storage.delete(name)
        return True
