"""A better spelling of a word nobody wrote: out of the office's own words, so that it tells nothing of any paper."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from search.words.roots import ROOTS
from search.words.stem import stem
from search.words.synonyms import members
from search.words.tokens import fold

ALIKE = 0.82
"""Of 1: one letter of five or six."""
SHORTEST = 5
MOST_LETTERS = 2
"""More or fewer than typed; the first letter is seldom wrong, and comparing with every word costs milliseconds."""
RANKS = ("juru", "pengatur", "penata", "pembina", "muda", "madya", "utama", "tingkat", "golongan", "ruang")
_PLAIN = re.compile(r"(?<![\w:\"*?-])[^\W\d_]+(?![\w:*?])")


def respelt(text: str) -> str:
    """*text* with its misspelt office words put right; empty when there is nothing to put right."""
    made = _PLAIN.sub(lambda match: _nearest(match[0]) or match[0], text)
    return made if made != text else ""


def _nearest(word: str) -> str:
    folded = fold(word)
    if len(folded) < SHORTEST or folded in _words() or stem(folded) in ROOTS:
        return ""
    near = [word for word in _words() if word[0] == folded[0] and abs(len(word) - len(folded)) <= MOST_LETTERS]
    return next(iter(get_close_matches(folded, near, n=1, cutoff=ALIKE)), "")


@cache
def _words() -> frozenset[str]:
    spoken = {word for words in members() for word in words if word.isalpha()}
    return frozenset(word for word in {*ROOTS, *spoken, *RANKS} if len(word) >= SHORTEST - 1)
