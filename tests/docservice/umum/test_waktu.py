"""Spans of time as people read them (screens §6)."""

from __future__ import annotations

from datetime import UTC, datetime

from docservice.umum.waktu import rentang_jam

PAGI = datetime(2026, 11, 2, 1, 5, tzinfo=UTC)


def test_a_span_names_its_day_once_and_both_days_past_midnight():
    assert rentang_jam(PAGI, PAGI.replace(hour=4, minute=30)) == "2 November 2026, 08.05–11.30 WIB"
    malam = rentang_jam(PAGI, PAGI.replace(hour=17, minute=30))
    assert malam == "2 November 2026, 08.05 WIB – 3 November 2026, 00.30 WIB"
    assert rentang_jam(PAGI, None) == "sejak 2 November 2026, 08.05 WIB"
