"""The activation of a seal: one code at a time, which the next one replaces.

Losing the current code means that a person must start again from a mail, so a change is written before it is asked for
and two processes never rotate at once: every step is a compare-and-set.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Protocol

from cryptography.fernet import Fernet, InvalidToken

from signing.bsre.errors import sentence
from signing.errors import ConfigurationError

LIFETIME = timedelta(hours=24)
"""Of an activation, as seen in the field; no document promises it."""


_NEVER = datetime.min.replace(tzinfo=UTC)


class SealStatus(StrEnum):
    NONE = "none"
    ACTIVE = "active"
    ROTATING = "rotating"
    """A new code was asked for; until the answer is stored nobody knows which one counts."""
    LOST = "lost"


@dataclass(frozen=True)
class SealState:
    """``since`` is when the code was obtained, or when the rotation began."""

    status: SealStatus = SealStatus.NONE
    code: str = field(default="", repr=False)
    since: datetime = _NEVER

    @property
    def expires(self) -> datetime:
        return self.since + LIFETIME if self.status is SealStatus.ACTIVE else _NEVER


class SealStore(Protocol):
    """Where the one state lives; a database row of the application or a file."""

    def read(self) -> SealState: ...

    def swap(self, old: SealState, new: SealState) -> bool:
        """Store *new* only if *old* is still there; durable when it returns True."""
        ...


class FileSealStore:
    """One encrypted file, for all processes of one machine. *key* is a Fernet key and lives elsewhere."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._box = Fernet(key)

    def read(self) -> SealState:
        """Raises ConfigurationError when the file does not belong to the key."""
        if not self.path.exists():
            return SealState()
        try:
            data = json.loads(self._box.decrypt(self.path.read_bytes()))
        except InvalidToken:
            raise ConfigurationError("segel_tidak_aktif", sentence("segel_tidak_aktif")) from None
        return SealState(SealStatus(data["status"]), data["code"], datetime.fromisoformat(data["since"]))

    def swap(self, old: SealState, new: SealState) -> bool:
        with self._locked():
            if self.read() != old:
                return False
            content = {**asdict(new), "since": new.since.isoformat()}
            self._write(self._box.encrypt(json.dumps(content).encode()))
            return True

    def _write(self, data: bytes) -> None:
        temporary = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        with temporary.open("wb") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self.path)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.with_name(f".{self.path.name}.lock").open("a") as lock:
            flock(lock, LOCK_EX)
            yield
