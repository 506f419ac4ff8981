"""Blobs over any other Django storage, as well as its ``save`` allows; S3 has :mod:`storage.s3` of its own.

Django's storages know no "unless it is there" and no "if it is still this". Same bytes have the same name, so two
writers at once do no harm; but sealed blobs (two objects that belong together) and sweeping (which must not delete what
is just being stored again) need more, and are not to be had here. ADR 42.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from django.core.files import File
from django.core.files.storage import Storage

from storage.errors import StoreUnavailable
from storage.incoming import Incoming
from storage.shelf import Record, record_of


class RemoteShelf:
    """Its own ``save`` is the atomic step; all names lie below *prefix*. Holds no sealed blobs, deletes none."""

    def __init__(self, storage: Storage, temporary: Path, prefix: str = "") -> None:
        self.storage = storage
        self.temporary = temporary
        self.prefix = prefix

    def publish(self, incoming: Incoming, name: str) -> bool:
        if self.storage.exists(self.prefix + name):
            return False
        self._save(incoming, name)
        return True

    def replace(self, incoming: Incoming, name: str) -> None:
        """Over what is there, where the back end writes over; else in its place, which is empty for a moment."""
        with incoming.path.open("rb") as source:
            saved = self.storage.save(self.prefix + name, File(source))
        if saved != self.prefix + name:
            self.storage.delete(saved)
            self.storage.delete(self.prefix + name)
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
            saved = self.storage.save(self.prefix + name, File(source))
        if saved != self.prefix + name:
            self.storage.delete(saved)
        if self.storage.size(self.prefix + name) != incoming.size:
            raise StoreUnavailable("short object")

    def open(self, name: str) -> BinaryIO:
        self._require(name)
        return cast(BinaryIO, self.storage.open(self.prefix + name, "rb"))

    def path(self, name: str) -> Path | None:
        return None

    def exists(self, name: str) -> bool:
        return self.storage.exists(self.prefix + name)

    def size(self, name: str) -> int:
        self._require(name)
        return int(self.storage.size(self.prefix + name))

    def _require(self, name: str) -> None:
        """Back ends differ in what they raise for a missing object, and some only at the first read."""
        if not self.storage.exists(self.prefix + name):
            raise FileNotFoundError(name)

    def names(self, folder: str = "") -> Iterator[str]:
        with suppress(FileNotFoundError):  # nothing was stored yet
            places, _files = self.storage.listdir(self.prefix)
            for place in sorted(place for place in places if len(place) == 2 and place >= folder):
                yield from (f"{place}/{entry}" for entry in sorted(self.storage.listdir(self.prefix + place)[1]))

    def age(self, name: str) -> float:
        return time.time() - self.storage.get_modified_time(self.prefix + name).timestamp()

    def remove_if_older(self, name: str, seconds: float) -> bool:
        """Never: between the look at its age and the delete somebody may have stored it again."""
        return False
