"""Whether the times that authorities put into a file can be true together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from signing.verifier.report import Finding
from signing.verifier.subject import Subject

_APART = timedelta(minutes=5)
"""How far two honest clocks may be apart."""
_FUTURE = Finding.undecided("Penanda waktu menyebut waktu yang belum tiba.")
_ORDER = Finding.undecided("Urutan penanda waktu di dalam berkas tidak masuk akal.")


def check_order(subject: Subject, every: list[Subject], moment: datetime) -> Iterator[Finding]:
    """No timestamp is from the future, and none that was put over another one is older than it (EN 319 102-1 §5.6)."""
    stamps = [s.stamp_time for s in every if s.is_timestamp and s.revision > subject.revision]
    times = [*filter(None, [subject.token_time]), *stamps]
    if any(time > moment + _APART for time in times):
        yield _FUTURE
    if any(later < earlier - _APART for earlier, later in pairwise(times)):
        yield _ORDER
