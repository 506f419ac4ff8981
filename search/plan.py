"""What a clause may be met by, in terms of the stored fields: the same tree for every engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from search.analysis import ROWS, STEMS
from search.question import Clause, Question
from search.words.neighbours import covering, is_row
from search.words.stem import stem
from search.words.synonyms import as_term

EXACT_BOOST = 3.0
NAME_BOOST = 2.0
SHORTEST_SIMILAR = 4
"""Letters of a name below which one changed letter makes another name."""
TWO_CHANGES = 9
"""Letters of a name from which on two changed letters are still a slip of the pen."""
FEWEST_NIP_PART = 6
"""Digits from which on a number may be a piece of a NIP without being called one."""


@dataclass(frozen=True)
class Term:
    """One word, weighed by how rare it is."""

    field: str
    word: str
    boost: float = 1.0


@dataclass(frozen=True)
class Phrase:
    """Words side by side, in order."""

    field: str
    words: tuple[str, ...]
    boost: float = 1.0


@dataclass(frozen=True)
class Pattern:
    """A word with ``*`` (any letters) and ``?`` (one letter); every match weighs 1."""

    field: str
    pattern: str


@dataclass(frozen=True)
class Near:
    """A word with at most ``distance`` letters changed, added, lost or swapped; every match weighs 1."""

    field: str
    word: str
    distance: int


@dataclass(frozen=True)
class AnyOf:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class AllOf:
    parts: tuple[Node, ...]


Node: TypeAlias = "Term | Phrase | Pattern | Near | AnyOf | AllOf"


def plan(clause: Clause, *, similar: bool = False) -> Node:
    """With *similar* single words may also be met by a name a letter or two away."""
    others = tuple(_side_by_side(tuple(map(stem, words))) for words in clause.others)
    if len(clause.words) > 1 and not clause.stems:
        return AnyOf((_printed(clause.words), *others))
    words = tuple(AnyOf(tuple(_ways(word, clause, similar))) for word in clause.words)
    return AnyOf((AllOf(words), *others)) if others else AllOf(words)


def may_be_misspelt(question: Question) -> bool:
    """Is there a word that could be a misspelt name?"""
    return any(_is_nameable(clause, word) for clause in question.clauses for word in clause.words)


def _ways(word: str, clause: Clause, similar: bool) -> list[Node]:
    if clause.pattern:
        return [Pattern("tepat", word)]
    if clause.nip_part:
        return [Pattern("nip", f"{word}*")]
    ways: list[Node] = [Term("tepat", word, EXACT_BOOST), Term("nama", word, NAME_BOOST)]
    if word.isdigit() and FEWEST_NIP_PART <= len(word) < 18:
        ways.append(Pattern("nip", f"{word}*"))
    if clause.stems:
        ways += [way for way in _of_stem(stem(word)) if way != Term("tepat", word)]
    if similar and _is_nameable(clause, word):
        ways.append(Near("nama", word, 2 if len(word) >= TWO_CHANGES else 1))
    return ways


def _printed(words: tuple[str, ...]) -> Node:
    """Side by side as written; rows of common words narrow it down first."""
    if is_row(words):
        return Term(ROWS, "_".join(words), EXACT_BOOST)
    phrase = Phrase("tepat", words, EXACT_BOOST)
    common = [Term(ROWS, row, 0.0) for row in covering(words)]
    return AllOf((phrase, *common)) if common else phrase


def _side_by_side(stems: tuple[str, ...]) -> Node:
    return Term(ROWS, as_term(stems)) if len(stems) > 1 else AnyOf(_of_stem(stems[0]))


def _of_stem(root: str) -> tuple[Node, ...]:
    """Whatever is written that has the stem *root*, it itself too."""
    return Term(STEMS, root), Term("tepat", root)


def _is_nameable(clause: Clause, word: str) -> bool:
    return clause.stems and not clause.excluded and word.isalpha() and len(word) >= SHORTEST_SIMILAR
