"""Rotation of master keys: every data key is wrapped anew, kilobytes instead of terabytes.

An envelope is replaced in one step and only if nobody changed it meanwhile. Killed at any moment, each envelope is the
old one or the new one, and both open as long as both keys are on the ring; run again, it goes on with what is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from storage.border import guarded
from storage.errors import BlobDamaged, KeyMissing, StoreUnavailable
from storage.incoming import received
from storage.sealed_shelf import BODY, ENVELOPE, SealedShelf

_TRIES = 5


class Turn(StrEnum):
    TURNED = "diputar"
    CURRENT = "sudah"
    PLAIN = "tanpa sandi"
    KEY_MISSING = "kunci hilang"
    DAMAGED = "rusak"


@dataclass(frozen=True)
class Turned:
    """What became of one blob."""

    sha256: str
    outcome: Turn


def rotate(shelf: SealedShelf) -> Iterator[Turned]:
    """Wrap every data key of *shelf* with its ring's current key; one blob that cannot be turned never stops the rest.

    Only when a whole run reports neither ``kunci hilang`` nor ``rusak`` may an old key leave the ring.
    Raises :class:`StoreUnavailable`.
    """
    with guarded():
        for name in shelf.names():
            yield Turned(name.rpartition("/")[2], _turn(shelf, name))


def _turn(shelf: SealedShelf, name: str) -> Turn:
    try:
        for _ in range(_TRIES):
            envelope = shelf.envelope(name)
            if envelope is None:
                return Turn.DAMAGED if shelf.inner.exists(name + BODY) else Turn.PLAIN
            if envelope.kid == shelf.ring.current:
                return Turn.CURRENT
            fresh = envelope.wrapped_by(shelf.ring, envelope.data_key(shelf.ring))
            with received([fresh.to_bytes()], shelf.temporary, None) as file:
                if shelf.swap(file, name + ENVELOPE, envelope.to_bytes()):
                    return Turn.TURNED
    except KeyMissing:
        return Turn.KEY_MISSING
    except BlobDamaged:
        return Turn.DAMAGED
    raise StoreUnavailable("envelope keeps changing")
