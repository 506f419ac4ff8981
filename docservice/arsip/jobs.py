"""Periodic care of the archive."""

from __future__ import annotations

from datetime import timedelta

from docservice.antrean.errors import CobaLagi
from docservice.antrean.pekerjaan import Klaim
from docservice.audit.cap import cap_kepala
from signing import TimestampUnavailable


def cap_jurnal(subjek: str, klaim: Klaim) -> None:
    """Every hour the journal's head gets a timestamp."""
    try:
        cap_kepala()
    except TimestampUnavailable:
        raise CobaLagi("penanda waktu tidak menjawab", timedelta(minutes=5)) from None
