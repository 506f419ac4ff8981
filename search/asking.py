"""What every engine does alike around its own call: understand, ask, ask again for similar names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from search import plan
from search.analysis import SHOWN, suggestion_key
from search.choices import chosen
from search.index import Query, Results
from search.question import MAX_LETTERS, Question, understand
from search.words.spelling import respelt
from search.words.synonyms import as_shown

MOST_HITS = 200
MOST_CHOICES = 200
MOST_ALSO = 6
MOST_OFFSET = 100_000
"""Hits beyond which nobody leafs: pages from there on are empty, the total stays true."""
SIMILAR = "Tidak ada yang persis. Kami menampilkan nama yang mirip."
SHORTEST_PREFIX = 2
FEWEST_DIGITS = 6
"""Digits alone that say something: nearly every decree's number begins with the same few, and all would be walked."""
DOUBLES = 4
"""One text can be suggested from several of its words on: so many keys are read for each."""


@dataclass(frozen=True)
class Asked:
    """A query understood, with the *chosen* facet values as conditions."""

    query: Query
    question: Question
    chosen: Mapping[str, plan.Node]
    similar: bool = False


def ask(query: Query, run: Callable[[Asked], Results]) -> Results:
    """*run* the query; when nothing is found, once more with similar names. Raises QueryTooLong."""
    question = understand(query.text, exact=query.exact)
    if not query.akses:
        return Results(notes=question.notes)
    asked = Asked(query, question, chosen(query, question))
    also = [as_shown(words) for clause in question.clauses for words in clause.others][:MOST_ALSO]
    found = replace(run(asked), notes=question.notes, also=also)
    if found.total or query.exact or not plan.may_be_misspelt(question):
        return found
    similar = run(replace(asked, similar=True))
    if similar.total:
        return replace(similar, notes=[*question.notes, SIMILAR], also=also)
    return replace(found, instead=respelt(query.text))


def suggestion_prefix(text: str) -> str:
    """What keys of suggestions begin with for somebody who typed *text*; empty when it is too short or too long."""
    if len(text) > MAX_LETTERS:
        return ""
    digits = text.replace(" ", "")
    key = suggestion_key(digits if digits.isdigit() and len(digits) > 8 else text)
    key = key[:-1] if key.endswith(" 0") else key  # the zeros before a number are not stored
    if not any(map(str.isalpha, key)) and sum(map(str.isdigit, key)) < FEWEST_DIGITS:
        return ""
    return key if len(key) >= SHORTEST_PREFIX else ""


def suggestions(read: Callable[[int], list[tuple[str, int]]], limit: int) -> list[str]:
    """The texts of the keys that *read* gives, each once; the most frequent first, then by alphabet."""
    rows = sorted(read(max(1, limit) * DOUBLES), key=lambda row: (-row[1], row[0]))
    shown = dict.fromkeys(key.partition(SHOWN)[2] for key, _ in rows)
    return list(shown)[: max(0, limit)]
