"""What a scanner and an inspection say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class ScanVerdict(StrEnum):
    """Only ``clean`` is clean."""

    CLEAN = "clean"
    INFECTED = "infected"
    UNSCANNABLE = "unscannable"
    """The scanner answered, but neither clean nor infected: a limit, an error, an odd reply."""
    UNAVAILABLE = "unavailable"
    """No whole answer: refused, died, timed out. Try again later."""


@dataclass(frozen=True)
class ScanResult:
    """One answer; ``signature`` names the malware, or the limit or error of an unscannable file."""

    verdict: ScanVerdict
    signature: str | None = None
    engine: str | None = None
    signatures_date: datetime | None = None


@dataclass(frozen=True)
class ScannerHealth:
    """For the health page; a local signature database has no date."""

    available: bool
    engine: str | None = None
    signatures_date: datetime | None = None
    detail: str = ""
    stale: bool = False
    """Its signatures are too old, or of unknown age, to call anything clean."""
    fails_open: bool = False
    """It calls clean what it did not look through to the end."""


class Scanner(Protocol):
    """Anything that can judge a file. ``scan`` never raises for trouble of the scanner."""

    def scan(self, path: Path) -> ScanResult: ...

    def health(self) -> ScannerHealth: ...


@dataclass(frozen=True)
class Inspection:
    """Whether a file may enter the archive, and everything seen on the way.

    ``reason`` is plain Indonesian for the person, ``reason_code`` is for programs (see
    :mod:`storage.reasons`). ``signatures`` counts signed signature fields, ``active_content`` names what
    was found. ``scan`` is None when no scanner was asked: then *accepted* says nothing about viruses.
    """

    accepted: bool
    reason_code: str | None = None
    reason: str | None = None
    type: str | None = None
    mime: str | None = None
    pages: int | None = None
    encrypted: bool = False
    active_content: list[str] = field(default_factory=list)
    signatures: int = 0
    scan: ScanResult | None = None
    warnings: list[str] = field(default_factory=list)
    """``konten_opsional``: layers that may hide text; no reason to refuse, but not to be signed."""
