"""Searching by hand: every row looked at, one after the other, with no index and no engine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from search import FACETS, Entry, Query
from search.analysis import SHOWN, keys, streams
from search.asking import suggestion_prefix
from search.choices import chosen
from search.plan import AllOf, AnyOf, Near, Node, Pattern, Phrase, Term, may_be_misspelt, plan
from search.question import Question, understand
from search.wildcards import expression


@dataclass
class Row:
    entry: Entry
    streams: dict[str, list[list[str]]] = field(init=False)
    keys: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.streams = {name: list(map(str.split, texts)) for name, texts in streams(self.entry).items()}
        self.keys = keys(self.entry)

    def words(self, name: str) -> set[str]:
        return set(self.keys.get(name, ())) | {word for row in self.streams.get(name, ()) for word in row}


@dataclass(frozen=True)
class Answer:
    ids: frozenset[str]
    facets: dict[str, list[tuple[str, int]]]


def search(rows: Iterable[Row], query: Query) -> Answer:
    """What somebody with the query's tokens may learn from *rows*."""
    seen = [row for row in rows if query.akses & set(row.entry.akses)]
    question = understand(query.text, exact=query.exact)
    found = _search(seen, query, question, similar=False)
    if found.ids or query.exact or not may_be_misspelt(question):
        return found
    return _search(seen, query, question, similar=True)


def suggest(rows: Iterable[Row], text: str, akses: frozenset[str]) -> list[str]:
    prefix = suggestion_prefix(text)
    if not prefix:
        return []
    keys = [key for row in rows if akses & set(row.entry.akses) for key in row.keys["usul"] if key.startswith(prefix)]
    ordered = sorted(Counter(keys).items(), key=lambda pair: (-pair[1], pair[0]))
    return list(dict.fromkeys(key.partition(SHOWN)[2] for key, _ in ordered))


def _search(seen: list[Row], query: Query, question: Question, *, similar: bool) -> Answer:
    met = [
        row
        for row in seen
        if all(_meets(row, plan(clause, similar=similar)) != clause.excluded for clause in question.clauses)
    ]
    choices = chosen(query, question)
    ids = frozenset(row.entry.id for row in met if all(_meets(row, node) for node in choices.values()))
    facets = {}
    for facet in FACETS:
        others = [node for name, node in choices.items() if name != facet]
        rows = [row for row in met if all(_meets(row, node) for node in others)]
        counts = Counter(value for row in rows for value in row.keys.get(facet, ()))
        facets[facet] = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return Answer(ids, facets if ids else {})


def _meets(row: Row, node: Node) -> bool:
    match node:
        case Term(name, word, _):
            return word in row.words(name)
        case Phrase(name, words, _):
            size = len(words)
            return any(
                tuple(text[at : at + size]) == words for text in row.streams[name] for at in range(len(text) - size + 1)
            )
        case Pattern(name, pattern):
            shape = re.compile(expression(pattern), re.DOTALL)
            return any(shape.fullmatch(word) for word in row.words(name))
        case Near(name, word, distance):
            return any(changes(word, other) <= distance for other in row.words(name))
        case AnyOf(parts):
            return any(_meets(row, part) for part in parts)
        case AllOf(parts):
            return all(_meets(row, part) for part in parts)


def changes(one: str, two: str) -> int:
    """Letters changed, added, lost or swapped with their neighbour."""
    above: list[int] = []
    line = list(range(len(two) + 1))
    for i, a in enumerate(one, start=1):
        before, above, line = above, line, [i]
        for j, b in enumerate(two, start=1):
            cost = min(above[j] + 1, line[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            line.append(cost)
    return line[-1]
