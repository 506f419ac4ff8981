"""Facet choices of a question: those chosen from the list are exact, those typed may be a part of the value."""

from __future__ import annotations

from search.analysis import choice, word_choice
from search.index import Query
from search.plan import AllOf, AnyOf, Node, Term
from search.question import Question
from search.words.synonyms import others
from search.words.tokens import WORD, canonical


def chosen(query: Query, question: Question) -> dict[str, Node]:
    """For each facet in use what an entry must have; a facet nobody knows finds nothing."""
    ways: dict[str, list[Node]] = {}
    for facet, values in query.filters.items():
        ways.setdefault(facet, []).extend(Term("saring", choice(facet, value)) for value in values)
    for facet, values in question.filters.items():
        ways.setdefault(facet, []).extend(_typed(facet, value) for value in values)
    return {facet: AnyOf(tuple(nodes)) for facet, nodes in ways.items() if nodes}


def _typed(facet: str, value: str) -> Node:
    words = tuple(canonical(word) for word in WORD.findall(value))
    whole = Term("saring", choice(facet, value))
    return AnyOf((whole, *(_all(facet, form) for form in (words, *others(words)) if form)))


def _all(facet: str, words: tuple[str, ...]) -> Node:
    return AllOf(tuple(Term("saring", word_choice(facet, word)) for word in words))
