"""Content-addressed blobs: bytes live under their SHA-256, are never changed and never overwritten."""

from __future__ import annotations

import hashlib
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from django.core.files.storage import FileSystemStorage, Storage

from storage.border import guarded
from storage.errors import BlobDamaged, BlobMissing, StoreUnavailable
from storage.incoming import PREFIX, Incoming, chunks, received
from storage.remote_shelf import RemoteShelf
from storage.shelf import LocalShelf, Record, Shelf

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Blob:
    """Stored bytes: lower-case hexadecimal SHA-256 and size in bytes."""

    sha256: str
    size: int


class BlobStore:
    """Blobs on a shelf (see :func:`storage.address.shelf_at`) or over any Django storage; durable before ``put``
    returns."""

    def __init__(self, storage: Storage | Shelf, *, temporary: Path | None = None) -> None:
        """*temporary* holds files on their way in; for a local storage it must be on the same disk.

        Default: ``tmp`` inside a local storage, the system's temporary folder for any other. A shelf has its own.
        """
        self._shelf = _shelf(storage, temporary)

    def put(self, source: BinaryIO | Iterable[bytes], *, max_bytes: int | None = None) -> Blob:
        """Store *source*; the same bytes twice are stored once.

        Raises :class:`TooLarge`, :class:`StorageFull`, :class:`StoreUnavailable`; then nothing is
        visible. An existing blob that no longer matches its name is healed with the new bytes:
        acknowledging an upload on the strength of damaged bytes would lose it.
        """
        with received(source, self._shelf.temporary, max_bytes) as incoming, guarded():
            name = _name(incoming.sha256)
            if not self._shelf.publish(incoming, name) and not self._intact(incoming, name):
                self._shelf.replace(incoming, name)
            return Blob(incoming.sha256, incoming.size)

    def open(self, sha256: str) -> BinaryIO:
        """The bytes for reading, seekable. Raises :class:`BlobMissing`, :class:`StoreUnavailable`, :class:`KeyMissing`;
        :class:`BlobDamaged` also while they are read."""
        with guarded(), _missing(sha256):
            return self._shelf.open(_name(sha256))

    @contextmanager
    def local_path(self, sha256: str) -> Iterator[Path]:
        """A path to read the bytes from: the blob itself on a local disk, else a checked copy."""
        path = self._shelf.path(_name(sha256))
        if path is not None:
            if not path.is_file():
                raise BlobMissing(sha256)
            yield path
            return
        with (
            self.open(sha256) as source,
            received(_guarded_chunks(source), self._shelf.temporary, None) as copy,
        ):
            if copy.sha256 != sha256:
                raise StoreUnavailable("read back other bytes")
            yield copy.path

    def lies_open_at(self, sha256: str) -> Path | None:
        """Where another program can read the very bytes; None where they are sealed or on no disk of this machine."""
        with guarded():
            path = self._shelf.path(_name(sha256))
            return path if path and path.is_file() else None

    def exists(self, sha256: str) -> bool:
        with guarded():
            return bool(_DIGEST.fullmatch(sha256)) and self._shelf.exists(_name(sha256))

    def size(self, sha256: str) -> int:
        """Bytes stored; raises :class:`BlobMissing`."""
        with guarded(), _missing(sha256):
            return self._shelf.size(_name(sha256))

    def verify(self, sha256: str) -> bool:
        """Are the stored bytes still those that were stored? Needs no key. Raises :class:`BlobMissing`."""
        try:
            record = self.record(sha256)
        except BlobDamaged:
            return False
        with self.open_stored(record) as source, guarded():
            return _digest(source) == record.sha256

    def record(self, sha256: str) -> Record:
        """What must be stored for this blob. Raises :class:`BlobMissing` for no digest, :class:`BlobDamaged`."""
        with guarded():
            return self._shelf.record(_name(sha256))

    def open_stored(self, record: Record) -> BinaryIO:
        """The bytes as they are stored, sealed or not; raises :class:`BlobMissing`, :class:`StoreUnavailable`."""
        with guarded(), _missing(record.sha256):
            return self._shelf.open_stored(record.name)

    def digests(self, after: str = "") -> Iterator[str]:
        """Every stored SHA-256 behind *after*, in order, for fixity runs and sweeps."""
        with guarded():
            for name in self._shelf.names(after[:2]):
                digest = name.partition("/")[2]
                if _DIGEST.fullmatch(digest) and digest > after:
                    yield digest

    def sweep_orphans(
        self, known: Callable[[str], bool], *, older_than: timedelta, among: Iterable[str] | None = None
    ) -> list[str]:
        """Delete blobs that no row knows and that are older than *older_than*; return their names.

        A crash between ``put`` and the caller's commit leaves such an orphan; *older_than* must be
        longer than any upload's transaction. Temporary files of that age go too. *among* are the only
        blobs to look at, instead of all there are.
        """
        self._sweep_temporary(older_than)
        all_of_them = self.digests() if among is None else filter(self.exists, among)
        old = [digest for digest in all_of_them if self._older(digest, older_than)]
        return [digest for digest in old if not known(digest) and self._remove(digest, older_than)]

    def age(self, sha256: str) -> float:
        """Seconds since these bytes were stored; raises :class:`BlobMissing`."""
        with guarded(), _missing(sha256):
            return self._shelf.age(_name(sha256))

    def _older(self, digest: str, than: timedelta) -> bool:
        with guarded():
            return self._shelf.age(_name(digest)) >= than.total_seconds()

    def _remove(self, digest: str, older_than: timedelta) -> bool:
        with guarded():
            return self._shelf.remove_if_older(_name(digest), older_than.total_seconds())

    def _intact(self, incoming: Incoming, name: str) -> bool:
        try:
            if self._shelf.size(name) != incoming.size:
                return False
            with self._shelf.open(name) as source:
                return _digest(source) == incoming.sha256
        except BlobDamaged:
            return False

    def _sweep_temporary(self, older_than: timedelta) -> None:
        limit = time.time() - older_than.total_seconds()
        for path in self._shelf.temporary.glob(f"{PREFIX}*"):
            with suppress(OSError):
                if path.stat().st_mtime < limit:
                    path.unlink()


def _shelf(storage: Storage | Shelf, temporary: Path | None) -> Shelf:
    """Asked by class: storages that are no folder answer ``path()`` too."""
    if isinstance(storage, FileSystemStorage):
        return LocalShelf(Path(storage.location), temporary)
    if isinstance(storage, Storage):
        return RemoteShelf(storage, temporary or Path(tempfile.gettempdir()))
    return storage


def _name(sha256: str) -> str:
    """256 folders: a million blobs are four thousand entries each. Anything but a digest is no blob."""
    if not _DIGEST.fullmatch(sha256):
        raise BlobMissing(sha256)
    return f"{sha256[:2]}/{sha256}"


def _digest(source: BinaryIO) -> str:
    digest = hashlib.sha256()
    for piece in chunks(source):
        digest.update(piece)
    return digest.hexdigest()


def _guarded_chunks(source: BinaryIO) -> Iterator[bytes]:
    with guarded():
        yield from chunks(source)


@contextmanager
def _missing(sha256: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise BlobMissing(sha256) from None
