"""A shelf whose blobs are encrypted before they reach the shelf below.

A sealed blob is two objects: its envelope ``ab/<sha256>.kunci``, stored first, and its body ``ab/<sha256>.isi``,
whose arrival makes it visible. Both are decided by the envelope that won, so writers of the same bytes at the same
time write the same body. Plain blobs on the same shelf stay readable; sealing one stores the sealed form, then drops
the plain one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from storage import envelope as envelopes
from storage.envelope import Envelope
from storage.errors import BlobDamaged, StoreUnavailable
from storage.incoming import Incoming, received
from storage.keys import KeyRing
from storage.remote_shelf import RemoteShelf
from storage.sealing import OpenedReader, sealed
from storage.shelf import Record, Shelf

BODY, ENVELOPE = ".isi", ".kunci"
_TRIES = 4


class SealedShelf:
    """Seals what is new when *seal_new*; reads both forms. *inner* is a :class:`LocalShelf` or ``S3Shelf``;
    with another two writers of the same bytes could part a body from its key: :class:`ValueError`.

    What comes in and what :meth:`BlobStore.local_path` hands out lies in ``temporary`` in plain for that long: put
    it on a disk that is encrypted itself, or in memory.
    """

    def __init__(self, inner: Shelf, ring: KeyRing, *, seal_new: bool = True) -> None:
        if seal_new and isinstance(inner, RemoteShelf):
            raise ValueError("penyimpanan Django ini tidak dapat menyimpan berkas tersandi; pakai file:// atau s3://")
        self.inner, self.ring, self.seal_new = inner, ring, seal_new
        self.temporary = inner.temporary

    def publish(self, incoming: Incoming, name: str) -> bool:
        if not self.seal_new and not self.inner.exists(name + BODY):
            return self.inner.publish(incoming, name)
        for _ in range(_TRIES):
            envelope = self._envelope_or_fresh(incoming, name)
            with self._sealed(incoming, envelope) as (box, full):
                if not self._publish_envelope(full, name):
                    continue
                new = self.inner.publish(box, name + BODY)
                if new and self.inner.exists(name):
                    self.inner.remove_if_older(name, float("-inf"))
                return new
        raise StoreUnavailable("conflicting envelopes")

    def replace(self, incoming: Incoming, name: str) -> None:
        """Proven bytes for a damaged blob; an envelope that still opens keeps its key."""
        if not self.inner.exists(name + BODY):
            return self.inner.replace(incoming, name)
        envelope = self._envelope_or_fresh(incoming, name)
        with self._sealed(incoming, envelope) as (box, full):
            with self._as_file(full) as file:
                self.inner.replace(file, name + ENVELOPE)
            self.inner.replace(box, name + BODY)

    def open(self, name: str) -> BinaryIO:
        """Raises :class:`KeyMissing`, :class:`BlobDamaged`, also while it is read."""
        if not self._is_sealed(name):
            return self.inner.open(name)
        envelope = self.envelope(name)
        if envelope is None:
            raise BlobDamaged("amplop hilang")
        seal = envelope.seal(self.ring)
        reader = OpenedReader(self.inner.open(name + BODY), envelope.size, seal)
        return cast(BinaryIO, io.BufferedReader(reader, 256 * 1024))

    def path(self, name: str) -> Path | None:
        return None if self._is_sealed(name) else self.inner.path(name)

    def exists(self, name: str) -> bool:
        return self._is_sealed(name) or self.inner.exists(name)

    def size(self, name: str) -> int:
        if not self._is_sealed(name):
            return self.inner.size(name)
        envelope = self.envelope(name)
        if envelope is None:
            raise BlobDamaged("amplop hilang")
        return envelope.size

    def names(self, folder: str = "") -> Iterator[str]:
        """Each blob once; an envelope whose body never came is no blob yet."""
        before = ""
        for stored in self.inner.names(folder):
            name = stored.removesuffix(BODY)
            if not stored.endswith(ENVELOPE) and name != before:
                before = name
                yield name

    def age(self, name: str) -> float:
        return self.inner.age(name + BODY if self._is_sealed(name) else name)

    def remove_if_older(self, name: str, seconds: float) -> bool:
        """The body first: an envelope without one is harmless, the other way round is a loss."""
        if not self._is_sealed(name):
            return self.inner.remove_if_older(name, seconds)
        if not self.inner.remove_if_older(name + BODY, seconds):
            return False
        self.inner.remove_if_older(name + ENVELOPE, seconds)
        return True

    def swap(self, incoming: Incoming, name: str, before: bytes) -> bool:
        return self.inner.swap(incoming, name, before)

    def record(self, name: str) -> Record:
        """Needs no key: the envelope says what the stored bytes must be."""
        if not self._is_sealed(name):
            return self.inner.record(name)
        envelope = self.envelope(name)
        if envelope is None or envelope.sha256 != name.partition("/")[2]:
            raise BlobDamaged("amplop")
        return Record(name + BODY, envelope.stored_sha256, envelope.stored_size)

    def open_stored(self, name: str) -> BinaryIO:
        return self.inner.open_stored(name)

    def envelope(self, name: str) -> Envelope | None:
        """Raises :class:`BlobDamaged` when it cannot be read."""
        try:
            with self.inner.open(name + ENVELOPE) as source:
                return Envelope.of_bytes(source.read())
        except FileNotFoundError:
            return None

    def _is_sealed(self, name: str) -> bool:
        return self.inner.exists(name + BODY)

    def _envelope_or_fresh(self, incoming: Incoming, name: str) -> Envelope:
        """A damaged one is given up: what it opened is proven to be in our hands. A missing key is not damage."""
        try:
            found = self.envelope(name)
            if found is not None and found.seal(self.ring) and found.sha256 == incoming.sha256:
                return found
        except BlobDamaged:
            pass
        return envelopes.fresh(incoming.sha256, incoming.size, self.ring)

    def _publish_envelope(self, full: Envelope, name: str) -> bool:
        """True when *full*, or one that makes the same body, is the envelope from now on."""
        with self._as_file(full) as file:
            if self.inner.publish(file, name + ENVELOPE):
                return True
            try:
                there = self.envelope(name)
                if there and there.stored_sha256 == full.stored_sha256:
                    return True
                if there and there.seal(self.ring) and there.sha256 == full.sha256:
                    return False  # another writer was first: seal again with its key
            except BlobDamaged:
                pass
            self.inner.replace(file, name + ENVELOPE)
            return True

    @contextmanager
    def _sealed(self, incoming: Incoming, envelope: Envelope) -> Iterator[tuple[Incoming, Envelope]]:
        with (
            incoming.path.open("rb") as source,
            received(sealed(source, incoming.size, envelope.seal(self.ring)), self.temporary, None) as box,
        ):
            yield box, replace(envelope, stored_sha256=box.sha256, stored_size=box.size)

    @contextmanager
    def _as_file(self, envelope: Envelope) -> Iterator[Incoming]:
        with received([envelope.to_bytes()], self.temporary, None) as file:
            yield file
