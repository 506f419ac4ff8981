"""Every call that came in, so that a test can insist on exactly one per document."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Entry:
    """One call: no NIK, no passphrase. ``documents`` are the SHA-256 of the files sent, ``signed`` how many were."""

    path: str
    documents: tuple[str, ...] = ()
    signed: int = 0
    fault: str | None = None
    status: int = 200


class Ledger:
    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self.addresses: list[str] = []
        """Path and query of every request, also of those that are no entries."""
        self._lock = threading.Lock()

    def write(self, entry: Entry) -> None:
        with self._lock:
            self._entries.append(entry)

    def entries(self) -> list[Entry]:
        with self._lock:
            return list(self._entries)

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
            self.addresses.clear()

    def calls(self, pdf: bytes) -> list[Entry]:
        """The calls that carried this document."""
        digest = hashlib.sha256(pdf).hexdigest()
        return [entry for entry in self.entries() if digest in entry.documents]

    def to_list(self) -> list[dict[str, Any]]:
        return [asdict(entry) for entry in self.entries()]
