"""Rows of common words as terms of their own.

A phrase is found by walking the places of all its words. Where each of them is on nearly every page that is a walk
through the whole archive: *800.1.3* begins half of all numbers. So two and three common words side by side are a term.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

SIZES = (2, 3)
BREAK = "\n"
RARE_NUMBER = 10_000
"""From here on numbers are rare enough to be walked."""


def rows(words: Sequence[str]) -> list[str]:
    """All rows in *words*, which stand side by side; one that comes again may be named once."""
    known = common()
    stretches = dict.fromkeys(" ".join([word if word in known else BREAK for word in words]).split(BREAK))
    return [row for stretch in stretches for row in _rows_within(stretch)]


@lru_cache(maxsize=50_000)
def _rows_within(stretch: str) -> list[str]:
    """The rows of common words alone: offices write the same stretches again and again."""
    words = stretch.split()
    ends = range(min(SIZES), len(words) + 1)
    return ["_".join(words[end - size : end]) for end in ends for size in SIZES if size <= end]


def covering(words: Sequence[str]) -> list[str]:
    """The longest rows in *words*: who has the phrase has them all."""
    found = [f"_{row}_" for row in rows(words)]
    return [row.strip("_") for row in found if not any(row in other for other in found if other != row)]


def is_row(words: Sequence[str]) -> bool:
    """Are *words* one row, so that it says as much as the phrase?"""
    return len(words) in SIZES and "_".join(words) in rows(words)


@cache
def common() -> frozenset[str]:
    lines = (Path(__file__).parent / "common.txt").read_text(encoding="utf-8").splitlines()
    words = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    return words.union(map(str, range(RARE_NUMBER)))
