"""Where blobs stand: what a store needs of the place below it, and a local folder with its own durability.

The local shelf does itself what ``Storage.save`` does not: sync the file, publish it under its
final name in one step that cannot overwrite, sync the folders.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from storage.incoming import Incoming

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})


@dataclass(frozen=True)
class Record:
    """What must lie under *name*: bytes of this SHA-256, and of this *size* where it is known."""

    name: str
    sha256: str
    size: int | None = None


class Shelf(Protocol):
    """What a blob store needs of the place below it; names are ``ab/abcd…``."""

    temporary: Path

    def publish(self, incoming: Incoming, name: str) -> bool: ...
    def replace(self, incoming: Incoming, name: str) -> None: ...
    def swap(self, incoming: Incoming, name: str, before: bytes) -> bool: ...
    def record(self, name: str) -> Record: ...
    def open_stored(self, name: str) -> BinaryIO: ...
    def open(self, name: str) -> BinaryIO: ...
    def path(self, name: str) -> Path | None: ...
    def exists(self, name: str) -> bool: ...
    def size(self, name: str) -> int: ...
    def names(self, folder: str = "") -> Iterator[str]:
        """In order; without those in folders before *folder*, which are not even listed."""
        ...

    def age(self, name: str) -> float: ...
    def remove_if_older(self, name: str, seconds: float) -> bool: ...


class LocalShelf:
    """A folder on a local disk. All methods raise plain :class:`OSError`."""

    def __init__(self, root: Path, temporary: Path | None) -> None:
        self.root = root
        self.temporary = temporary or root / "tmp"
        self._known: set[Path] = set()
        """Folders this process has seen durable under the root."""

    def publish(self, incoming: Incoming, name: str) -> bool:
        """True when the bytes are new; False when the name was taken (its age then starts anew).

        The shared lock keeps a sweep from deleting an old orphan between our finding it and our
        caller's commit; the folders are synced even for a twin, whose writer may not have got there yet.
        """
        target = self.root / name
        self._make(target.parent)
        with self._lock(fcntl.LOCK_SH):
            new = not target.exists() and _link(_synced(incoming.path), target)
            if not new:
                os.utime(target)
            sync_folder(target.parent)
            if target.parent not in self._known:
                sync_folder(self.root)
                self._known.add(target.parent)
        return new

    def _make(self, folder: Path) -> None:
        """A folder that had to be made again has to be made durable again."""
        if not folder.is_dir():
            self._known.discard(folder)
            folder.mkdir(parents=True, exist_ok=True)

    def replace(self, incoming: Incoming, name: str) -> None:
        """Only for a damaged blob: put proven bytes in the place of bytes that no longer match."""
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        with self._lock(fcntl.LOCK_SH):
            _synced(incoming.path).replace(self.root / name)
            sync_folder((self.root / name).parent)

    def swap(self, incoming: Incoming, name: str, before: bytes) -> bool:
        """Put *incoming* in the place of exactly *before*; False when something else is there by now."""
        with self._lock(fcntl.LOCK_EX):
            if (self.root / name).read_bytes() != before:
                return False
            _synced(incoming.path).replace(self.root / name)
            sync_folder((self.root / name).parent)
            return True

    def record(self, name: str) -> Record:
        return record_of(name)

    def open_stored(self, name: str) -> BinaryIO:
        return self.open(name)

    def open(self, name: str) -> BinaryIO:
        return (self.root / name).open("rb")

    def path(self, name: str) -> Path | None:
        return self.root / name

    def exists(self, name: str) -> bool:
        return (self.root / name).is_file()

    def size(self, name: str) -> int:
        return (self.root / name).stat().st_size

    def names(self, folder: str = "") -> Iterator[str]:
        with suppress(FileNotFoundError):
            for place in sorted(self.root.iterdir()):
                if place.is_dir() and len(place.name) == 2 and place.name >= folder:
                    yield from (f"{place.name}/{entry.name}" for entry in sorted(place.iterdir()))

    def age(self, name: str) -> float:
        return time.time() - (self.root / name).stat().st_mtime

    def remove_if_older(self, name: str, seconds: float) -> bool:
        with self._lock(fcntl.LOCK_EX), suppress(FileNotFoundError):
            if self.age(name) >= seconds:
                (self.root / name).unlink()
                return True
        return False

    @contextmanager
    def _lock(self, kind: int) -> Iterator[None]:
        """A lock that dies with its process, so no crash can leave it behind."""
        self.root.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.root / ".kunci", os.O_RDWR | os.O_CREAT, 0o640)
        try:
            fcntl.flock(descriptor, kind)
            yield
        finally:
            os.close(descriptor)


def record_of(name: str) -> Record:
    """A plain blob is its own record: it lies under its hash."""
    return Record(name, name.rpartition("/")[2])


def _synced(path: Path) -> Path:
    """Its bytes on the disk before its name is: a reader never sees half of a file, not even after a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return path


def sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _link(source: Path, target: Path) -> bool:
    """Give *source* a second name unless it is taken; a rename would overwrite silently."""
    try:
        os.link(source, target)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if target.exists():
            return False
        source.rename(target)  # no hard links here: same bytes, so a lost race changes nothing
    return True
