"""Fixity: stored bytes re-hashed within an I/O budget, every damage found, named, and repaired from a second store.

Needs no key: a plain blob lies under its own hash, a sealed one has the hash of its stored bytes in its envelope.
"""

from __future__ import annotations

import hashlib
import time
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from typing import BinaryIO

from storage.blob import BlobStore
from storage.errors import BlobDamaged, BlobMissing, StorageError
from storage.incoming import CHUNK
from storage.sealing import HEADER, sealed_digest
from storage.shelf import Record


class State(StrEnum):
    INTACT = "utuh"
    CHANGED = "berubah"
    """As long as it was, or of unknown length, but other bytes: a flipped bit."""
    TRUNCATED = "terpotong"
    GROWN = "bertambah"
    SWAPPED = "tertukar"
    """Whole, but the bytes of another blob."""
    MISSING = "hilang"
    EXTRA = "berlebih"
    """There, but no row knows it."""
    ENVELOPE = "amplop rusak"
    UNREADABLE = "tak terbaca"
    """The disk or the service gives an error instead of bytes."""


@dataclass(frozen=True)
class Finding:
    """What was found under one SHA-256; *size* is bytes read."""

    sha256: str
    state: State
    size: int = 0


class Promised(Mapping[str, int | None]):
    """What a store should hold (SHA-256 to size in bytes, or None), too much of it to be in memory at once."""

    @abstractmethod
    def after(self, sha256: str) -> Iterator[str]:
        """Every hash behind *sha256*, in order."""


class Pace:
    """At most *bytes_per_second* on average, so that a fixity run does not slow down people."""

    def __init__(self, bytes_per_second: float, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._rate, self._sleep = bytes_per_second, sleep
        self._ready = 0.0

    def spend(self, size: int) -> None:
        now = time.monotonic()
        self._ready = max(self._ready, now) + size / self._rate
        if self._ready > now:
            self._sleep(self._ready - now)


def examine(
    store: BlobStore, expected: Mapping[str, int | None], *, after: str = "", pace: Pace | None = None
) -> Iterator[Finding]:
    """One finding, in order, for every blob that *expected* (SHA-256 to size in bytes or None) or the store names.

    A rolling run stops whenever it likes and goes on *after* the last SHA-256 it saw. Blobs that are just being stored
    may show as extra: look at their age before believing it. Raises :class:`StoreUnavailable` when the store cannot
    be listed.
    """
    before = after
    known = expected.after(after) if isinstance(expected, Promised) else iter(sorted(expected))
    for digest in merge(known, store.digests(after)):
        if digest > before:
            before = digest
            yield _look(store, digest, expected, pace)


def _look(store: BlobStore, digest: str, expected: Mapping[str, int | None], pace: Pace | None) -> Finding:
    try:
        record = store.record(digest)
        with store.open_stored(record) as source:
            head, actual, size = _read(source, pace)
    except BlobMissing:
        return Finding(digest, State.MISSING)
    except BlobDamaged:
        return Finding(digest, State.ENVELOPE)
    except (StorageError, OSError):
        return Finding(digest, State.UNREADABLE)
    if actual == record.sha256:
        return Finding(digest, State.INTACT if digest in expected else State.EXTRA, size)
    return Finding(digest, _damage(record, head, actual, size, digest, expected), size)


def _damage(
    record: Record, head: bytes, actual: str, size: int, digest: str, expected: Mapping[str, int | None]
) -> State:
    plain = record.sha256 == digest
    length = expected.get(digest) if plain else record.size
    if (plain and actual in expected) or (not plain and _is_another(sealed_digest(head), digest, expected)):
        return State.SWAPPED
    if length is None or size == length:
        return State.CHANGED
    return State.TRUNCATED if size < length else State.GROWN


def _is_another(found: str | None, digest: str, expected: Mapping[str, int | None]) -> bool:
    return found is not None and found != digest and found in expected


def _read(source: BinaryIO, pace: Pace | None) -> tuple[bytes, str, int]:
    digest, size, head = hashlib.sha256(), 0, b""
    while piece := source.read(CHUNK):
        head = head or piece[:HEADER]
        digest.update(piece)
        size += len(piece)
        if pace:
            pace.spend(len(piece))
    return head, digest.hexdigest(), size


def repair(store: BlobStore, sha256: str, second: BlobStore) -> bool:
    """Put back the bytes of *sha256* from *second*; False when it has none that are whole.

    Raises :class:`StorageFull`, :class:`StoreUnavailable`, and :class:`KeyMissing` when either copy is sealed and its
    key is away.
    """
    try:
        with second.local_path(sha256) as path, path.open("rb") as source:
            if hashlib.file_digest(source, "sha256").hexdigest() != sha256:
                return False
            source.seek(0)
            store.put(source)
    except (BlobMissing, BlobDamaged):
        return False
    return store.verify(sha256)
