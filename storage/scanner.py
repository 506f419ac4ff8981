"""A strict clamd client: only the exact clean answer is clean, whatever else happens is not."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from storage.border import guarded
from storage.clamd_wire import Address, Conversation, NoAnswer, allowance
from storage.results import ScannerHealth, ScanResult, ScanVerdict

_CLEAN_STREAM = b"stream: OK\0"
_CLEAN_DESCRIPTOR = re.compile(rb"fd\[\d+\]: OK\0")
_FOUND = re.compile(rb"(?:stream|fd\[\d+\]): ([^\0\n]+) FOUND[\0\n]")
_NOT_A_VIRUS = ("Heuristics.Limits.Exceeded", "Heuristics.Encrypted")
_SMALL_TALK = 5.0
"""Seconds for VERSION: the verdict is known by then and must not wait for its ornaments."""
_VERSION_KEEPS = 30.0
Version = tuple[str | None, datetime | None]
_VERSION = re.compile(r"(ClamAV [^/]+)(?:/(\d+)/(.+))?")


class ClamdScanner:
    """clamd at ``unix:///path/clamd.sock`` or ``tcp://host:port``.

    *timeout* is seconds for the whole conversation about an empty file; a larger one gets a second more
    per megabyte. Raises :class:`ValueError` for another kind of address.
    """

    def __init__(self, url: str, *, timeout: float = 30.0) -> None:
        self._address = Address(url)
        self._timeout = timeout
        self._known: tuple[float, Version] = (-_VERSION_KEEPS, (None, None))

    def scan(self, path: Path) -> ScanResult:
        """Judge the file at *path*. Raises :class:`StoreUnavailable` only when *we* cannot read it."""
        with guarded(), path.open("rb", buffering=0) as source:
            seconds = self._timeout + allowance(path)
            try:
                verdict, signature = _judge(self._converse(source, seconds))
            except NoAnswer as silence:
                return ScanResult(ScanVerdict.UNAVAILABLE, str(silence))
            except OSError as error:
                return ScanResult(ScanVerdict.UNAVAILABLE, type(error).__name__)
        engine, date = self._version()
        return ScanResult(verdict, signature, engine, date)

    def health(self) -> ScannerHealth:
        """Does it answer, which engine, how old are its signatures?"""
        try:
            with Conversation(self._address, self._timeout) as talk:
                if talk.ask("PING") != b"PONG\0":
                    return ScannerHealth(False, detail="jawaban PING tidak dikenal")
        except (NoAnswer, OSError) as error:
            return ScannerHealth(False, detail=str(error) or type(error).__name__)
        engine, date = self._ask_version()
        return ScannerHealth(True, engine, date)

    def _converse(self, source: IO[bytes], seconds: float) -> bytes:
        """A local clamd gets the descriptor; when it cannot use it (a forwarded socket), the bytes."""
        if self._address.unix:
            with Conversation(self._address, seconds) as talk:
                answer = talk.pass_descriptor(source.fileno())
            if _CLEAN_DESCRIPTOR.fullmatch(answer):
                return _CLEAN_STREAM
            if _FOUND.fullmatch(answer):
                return answer
            source.seek(0)  # clamd shares the descriptor and its position
        with Conversation(self._address, seconds) as talk:
            return talk.stream(source)

    def _version(self) -> Version:
        """Asked once in a while, not per stream of a file; an older date only means an earlier re-scan."""
        asked, version = self._known
        if time.monotonic() - asked > _VERSION_KEEPS:
            version = self._ask_version()
            self._known = (time.monotonic(), version)
        return version

    def _ask_version(self) -> Version:
        try:
            with Conversation(self._address, min(self._timeout, _SMALL_TALK)) as talk:
                answer = talk.ask("VERSION")
        except (NoAnswer, OSError):
            return None, None
        return parse_version(answer.decode("ascii", "replace").strip("\0\n"))


def parse_version(text: str) -> Version:
    """``ClamAV 1.4.6/27500/Fri Nov 20 08:29:01 2026``; without official signatures only the first part."""
    match = _VERSION.fullmatch(text)
    if match is None:
        return None, None
    engine, number, date = match.groups()
    try:
        built = datetime.strptime(date or "", "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
    except ValueError:
        return engine, None
    return f"{engine}/{number}", built


def _judge(answer: bytes) -> tuple[ScanVerdict, str | None]:
    if answer == _CLEAN_STREAM:
        return ScanVerdict.CLEAN, None
    if found := _FOUND.fullmatch(answer):
        name = found[1].decode("utf-8", "replace")
        limit = name.startswith(_NOT_A_VIRUS)
        return (ScanVerdict.UNSCANNABLE if limit else ScanVerdict.INFECTED), name
    return ScanVerdict.UNSCANNABLE, answer.decode("utf-8", "replace").strip("\0\n")[:200]
