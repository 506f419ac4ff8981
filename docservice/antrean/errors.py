"""What a job may say instead of finishing."""

from __future__ import annotations

from datetime import timedelta


class CobaLagi(Exception):
    """Try again after *tunda*: a dependency is away, so as often as it takes, and no failure is counted.

    *hitung*: it may also be the work's own doing, so this is one of its five tries.
    """

    def __init__(self, sebab: str, tunda: timedelta = timedelta(seconds=10), *, hitung: bool = False) -> None:
        super().__init__(sebab)
        self.sebab = sebab
        self.tunda = tunda
        self.hitung = hitung


def sibuk() -> CobaLagi:
    """The machine had no time. Counted all the same: a file that makes its reader wait looks like it."""
    return CobaLagi("server sibuk", timedelta(minutes=1), hitung=True)


class SewaHilang(Exception):
    """The lease ran out and another worker owns the job now: nothing of this run may be written."""
