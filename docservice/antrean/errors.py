"""What a job may say instead of finishing."""

from __future__ import annotations

from datetime import timedelta


class CobaLagi(Exception):
    """A dependency is away: try again after *tunda*, as often as it takes, and count no failure."""

    def __init__(self, sebab: str, tunda: timedelta = timedelta(seconds=10)) -> None:
        super().__init__(sebab)
        self.sebab = sebab
        self.tunda = tunda


class SewaHilang(Exception):
    """The lease ran out and another worker owns the job now: nothing of this run may be written."""
