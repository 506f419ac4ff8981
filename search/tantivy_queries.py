"""A question as a Tantivy query. Who may see what is part of every one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import tantivy
from tantivy import Occur
from tantivy import Query as Engine

from search import plan
from search.analysis import storable
from search.question import Question
from search.tantivy_document import SCHEMA
from search.wildcards import expression


def build(
    question: Question, akses: Iterable[str], chosen: Mapping[str, plan.Node], *, similar: bool = False
) -> tantivy.Query:
    """All clauses, the access tokens and the *chosen* facet values.

    With *similar* single words may also be met by a name a letter or two away.
    """
    parts = [(Occur.Must, seen_by(akses))]
    parts += [(Occur.Must, _unscored(_query(node))) for node in chosen.values()]
    for clause in question.clauses:
        found = _query(plan.plan(clause, similar=similar))
        parts.append((Occur.MustNot if clause.excluded else Occur.Must, found))
    return Engine.boolean_query(parts)


def seen_by(akses: Iterable[str]) -> tantivy.Query:
    """Everything with one of the tokens (one with half characters is nobody's)."""
    tokens = sorted(token for token in akses if storable(token) == token)
    return _unscored(Engine.term_set_query(SCHEMA, "akses", tokens))


def _query(node: plan.Node) -> tantivy.Query:
    match node:
        case plan.Term(field, word, boost):
            return Engine.boost_query(Engine.term_query(SCHEMA, field, word), boost)
        case plan.Phrase(field, words, boost):
            if len(words) == 1:
                return _query(plan.Term(field, words[0], boost))
            return Engine.boost_query(Engine.phrase_query(SCHEMA, field, list(words)), boost)
        case plan.Pattern(field, pattern):
            return Engine.regex_query(SCHEMA, field, expression(pattern))
        case plan.Near(field, word, distance):
            return Engine.fuzzy_term_query(SCHEMA, field, word, distance=distance)
        case plan.AnyOf(parts):
            return Engine.boolean_query([(Occur.Should, _query(part)) for part in parts])
        case plan.AllOf(parts):
            return Engine.boolean_query([(Occur.Must, _query(part)) for part in parts])


def _unscored(query: tantivy.Query) -> tantivy.Query:
    return Engine.const_score_query(query, 0.0)
