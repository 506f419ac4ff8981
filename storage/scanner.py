"""A strict clamd client: only the exact clean answer is clean, whatever else happens is not."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import IO, NamedTuple

from storage.border import guarded
from storage.clamd_pool import pool_of
from storage.clamd_wire import NoAnswer, Session, allowance
from storage.results import ScannerHealth, ScanResult, ScanVerdict

_CLEAN_STREAM = re.compile(rb"stream: OK\0")
_CLEAN_DESCRIPTOR = re.compile(rb"fd\[\d+\]: OK\0")
_FOUND = re.compile(rb"(?:stream|fd\[\d+\]): ([^\0\n]+) FOUND[\0\n]")
_NOT_A_VIRUS = ("Heuristics.Limits.Exceeded", "Heuristics.Encrypted")
_SMALL_TALK = 5.0
"""Seconds for VERSION: the verdict is known by then and must not wait for its ornaments."""
_VERSION_KEEPS = 30.0
STALE = "tanda virus usang"
_DEEPER = 120
"""Parcels in a parcel: clamd goes no deeper than a hundred, however it is set up."""
Version = tuple[str | None, datetime | None]
_VERSION = re.compile(r"(ClamAV [^/]+)(?:/(\d+)/(.+))?")


class Judgement(NamedTuple):
    """``exact``: clamd said it in one of its own words; else *signature* is what it said instead."""

    verdict: ScanVerdict
    signature: str | None = None
    exact: bool = True


class ClamdScanner:
    """clamd at ``unix:///path/clamd.sock`` or ``tcp://host:port``.

    *timeout* is seconds for the whole conversation about an empty file; a larger one gets a second more
    per megabyte. *max_age*: older signatures, or such as tell no date, call nothing clean; without it any do (a
    signature database of one's own has none). Raises :class:`ValueError` for another kind of address.
    """

    def __init__(self, url: str, *, timeout: float = 30.0, max_age: timedelta | None = None) -> None:
        self._pool = pool_of(url)
        self._timeout, self._max_age = timeout, max_age
        self._known: tuple[float, Version] = (-_VERSION_KEEPS, (None, None))

    def scan(self, path: Path) -> ScanResult:
        """Judge the file at *path*. Raises :class:`StoreUnavailable` only when *we* cannot read it."""
        with guarded(), path.open("rb", buffering=0) as source:
            end = time.monotonic() + self._timeout + allowance(path)
            try:
                found = self._judged(source, end)
            except NoAnswer as silence:
                return ScanResult(ScanVerdict.UNAVAILABLE, str(silence))
            except OSError as error:
                return ScanResult(ScanVerdict.UNAVAILABLE, type(error).__name__)
        engine, date = self._version()
        if found.verdict is ScanVerdict.CLEAN and self._stale(date):
            return ScanResult(ScanVerdict.UNAVAILABLE, STALE, engine, date)
        return ScanResult(found.verdict, found.signature, engine, date)

    def health(self, *, thorough: bool = False) -> ScannerHealth:
        """Does it answer a newcomer; which engine, how old its signatures? The pool may be busy: it is not asked.

        *thorough*: does it call clean what it did not look through? That takes it a moment of real work.
        """
        end = time.monotonic() + self._timeout
        try:
            with closing(Session(self._pool.address, end)) as session:
                if session.own(session.ask("PING", end)) != b"PONG\0":
                    return ScannerHealth(False, detail="jawaban PING tidak dikenal")
                engine, date = _version_of(session, min(end, time.monotonic() + _SMALL_TALK))
                opens = thorough and _fails_open(session, end)
                return ScannerHealth(True, engine, date, stale=self._stale(date), fails_open=opens)
        except (NoAnswer, OSError) as error:
            return ScannerHealth(False, detail=str(error) or type(error).__name__)

    def _stale(self, date: datetime | None) -> bool:
        if self._max_age is None:
            return False
        return date is None or datetime.now(UTC) - date > self._max_age

    def _judged(self, source: IO[bytes], end: float) -> Judgement:
        """A local clamd gets the descriptor; when it cannot use it (a forwarded socket), the bytes."""
        if self._pool.address.unix:
            found = self._asked(lambda session: _through_descriptor(session, source, end), end)
            if found.exact:
                return found
        return self._asked(lambda session: _through_stream(session, source, end), end)

    def _asked(self, question: Callable[[Session], Judgement], end: float) -> Judgement:
        """A session that had rested may be dead without a word: only a new one speaks for the scanner."""
        with self._pool.session(end) as session:
            rested = session.number > 0
            try:
                return question(session)
            except (NoAnswer, OSError):
                if not rested:
                    raise
        with self._pool.session(end, fresh=True) as session:
            return question(session)

    def _version(self) -> Version:
        """Asked once in a while, not per stream of a file; an older date only means an earlier re-scan."""
        asked, version = self._known
        if time.monotonic() - asked > _VERSION_KEEPS:
            version = self._ask_version()
            self._known = (time.monotonic(), version)
        return version

    def _ask_version(self) -> Version:
        end = time.monotonic() + min(self._timeout, _SMALL_TALK)
        try:
            with self._pool.session(end) as session:
                return _version_of(session, end)
        except (NoAnswer, OSError):
            return None, None


def _version_of(session: Session, end: float) -> Version:
    """Of a scanner that does not say nothing is known; its verdict stands."""
    try:
        answer = session.own(session.ask("VERSION", end))
    except (NoAnswer, OSError):
        return None, None
    session.sound = answer is not None and answer.endswith(b"\0")
    return parse_version((answer or b"").decode("ascii", "replace").strip("\0\n"))


def _fails_open(session: Session, end: float) -> bool:
    """Without ``AlertExceedsMax`` clamd says clean to what is too large or too deep for it; this tells in a moment."""
    try:
        return _through_stream(session, io.BytesIO(_too_deep()), end).verdict is ScanVerdict.CLEAN
    except (NoAnswer, OSError):  # nothing was called clean
        return False


@cache
def _too_deep() -> bytes:
    content = b"surat"
    for _ in range(_DEEPER):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as parcel:
            parcel.writestr("a.zip", content)
        content = made.getvalue()
    return content


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


def _through_descriptor(session: Session, source: IO[bytes], end: float) -> Judgement:
    source.seek(0)  # clamd shares the descriptor and its position
    return _judge(session, session.pass_descriptor(source.fileno(), end), _CLEAN_DESCRIPTOR)


def _through_stream(session: Session, source: IO[bytes], end: float) -> Judgement:
    source.seek(0)
    return _judge(session, session.stream(source, end), _CLEAN_STREAM)


def _judge(session: Session, answer: bytes, clean: re.Pattern[bytes]) -> Judgement:
    """Clean and found are exact answers to this very question; after anything else the session is not used again."""
    own = session.own(answer) or b""
    if clean.fullmatch(own):
        session.sound = True
        return Judgement(ScanVerdict.CLEAN)
    if found := _FOUND.fullmatch(own):
        session.sound = True
        name = found[1].decode("utf-8", "replace")
        return Judgement(ScanVerdict.UNSCANNABLE if name.startswith(_NOT_A_VIRUS) else ScanVerdict.INFECTED, name)
    words = (own or answer).decode("utf-8", "replace").strip("\0\n")[:200]
    return Judgement(ScanVerdict.UNSCANNABLE, words, exact=False)
