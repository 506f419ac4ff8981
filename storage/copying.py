"""A whole shelf to another place, as it is stored: sealed blobs stay sealed, no key is needed."""

from __future__ import annotations

from contextlib import suppress

from storage.border import guarded
from storage.incoming import chunks, received
from storage.shelf import Shelf


def copy_all(source: Shelf, target: Shelf) -> int:
    """Copy what *target* lacks; returns how many objects came. Run again, it goes on where it was stopped.

    What is deleted from *source* meanwhile is left out. A sealed blob's envelope is older than its body, so a body
    that was copied has its envelope beside it. Raises :class:`StoreUnavailable`, :class:`StorageFull`.
    """
    came = 0
    with guarded():
        for name in source.names():
            if target.exists(name):
                continue
            with (
                suppress(FileNotFoundError),
                source.open(name) as stored,
                received(chunks(stored), target.temporary, None) as incoming,
            ):
                came += target.publish(incoming, name)
    return came
