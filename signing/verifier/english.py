"""The verifier's sentences in English, for tools and for people outside: a table beside this module."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path


@lru_cache(maxsize=512)
def english(sentence: str) -> str:
    """The same sentence in English, or unchanged: a missing translation must not hide a verdict."""
    for pattern, translation in _table():
        found = pattern.fullmatch(sentence)
        if found:
            return translation.format(*found.groups())
    return sentence


@cache
def _table() -> list[tuple[re.Pattern[str], str]]:
    """``{}`` stands for a page number, an algorithm or an error's name."""
    text = Path(__file__).with_suffix(".csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="|", quoting=csv.QUOTE_NONE)
    return [(re.compile(re.escape(row["id"]).replace(r"\{\}", "(.+?)")), row["en"]) for row in rows]
