"""Rows of common words as terms of their own.

A phrase is found by walking the places of all its words. Where each of them is on nearly every page that is a walk
through the whole archive: *800.1.3* begins half of all numbers. Two and three common words side by side are a term instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

SIZES = (2, 3)
COMMON_DIGITS = 4
"""Longer numbers are rare enough to be walked."""


def rows(words: Sequence[str]) -> Iterator[str]:
    """All rows in *words*, which stand side by side."""
    known, run = common(), 0
    for at, word in enumerate(words):
        run = run + 1 if word in known or (len(word) <= COMMON_DIGITS and word.isdigit()) else 0
        if run > 1:
            yield f"{words[at - 1]}_{word}"
            if run > 2:
                yield f"{words[at - 2]}_{words[at - 1]}_{word}"


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
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
