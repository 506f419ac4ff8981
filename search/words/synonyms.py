"""Short forms of the office and what they stand for, from ``synonyms.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from search.words.stem import stem
from search.words.tokens import WORD, canonical

Words = tuple[str, ...]
LONGEST_FORM = 8
"""Words of the longest member of a group."""


def others(words: Sequence[str]) -> tuple[Words, ...]:
    """What else is said for *words* (canonical); empty when nothing is."""
    return _groups().get(tuple(map(stem, words)), ())


def as_shown(words: Words) -> str:
    """A name that is known here as the office writes it: *KP*."""
    return _shown().get(words, " ".join(words))


def longest_at(words: Sequence[str]) -> int:
    """How many of the first *words* together have another name; 0 when fewer than two do."""
    lengths = range(min(len(words), LONGEST_FORM), 1, -1)
    return next((length for length in lengths if others(words[:length])), 0)


def members() -> Iterable[Words]:
    """Every name that is known here, canonical."""
    return {words for group in _groups().values() for words in group}


def named(stems: Sequence[str]) -> list[str]:
    """The names of several words in *stems*, which stand side by side, as one term each."""
    known, found = _long_names(), []
    for at in [at for at, root in enumerate(stems[:-1]) if root in known]:
        for name in known[stems[at]].get(stems[at + 1], ()):
            if tuple(stems[at : at + len(name)]) == name:
                found.append(as_term(name))
    return found


def as_term(stems: Words) -> str:
    """A name of several words as the index holds it."""
    return "+".join(stems)


@cache
def named_stems() -> frozenset[str]:
    """Every stem that such a name is made of."""
    return frozenset(
        root for names in _long_names().values() for row in names.values() for name in row for root in name
    )


@cache
def _long_names() -> dict[str, dict[str, list[Words]]]:
    """What :func:`others` may answer with more than one word for, by its first stem and its second."""
    table: dict[str, dict[str, list[Words]]] = {}
    for name in sorted({tuple(map(stem, words)) for words in members()}):
        if len(name) > 1:
            table.setdefault(name[0], {}).setdefault(name[1], []).append(name)
    return table


@cache
def _groups() -> dict[Words, tuple[Words, ...]]:
    """By stems, so that *naik pangkat* and *kenaikan pangkat* are one name."""
    table: dict[Words, tuple[Words, ...]] = {}
    for line in _lines():
        members = [_canonical(part) for part in re.split("[=>]", line)]
        for member in members[: 1 if ">" in line else None]:
            key = tuple(map(stem, member))
            table[key] = (*table.get(key, ()), *(one for one in members if one != member))
    return table


@cache
def _shown() -> dict[Words, str]:
    return {_canonical(part): part.strip() for line in _lines() for part in re.split("[=>]", line)}


def _canonical(name: str) -> Words:
    return tuple(canonical(word) for word in WORD.findall(name))


@cache
def _lines() -> list[str]:
    lines = (Path(__file__).parent / "synonyms.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
