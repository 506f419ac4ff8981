"""A question in Elasticsearch's own words. Who may see what is part of every one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from search import plan
from search.analysis import storable
from search.asking import MOST_CHOICES, Asked
from search.index import FACETS
from search.words.tokens import LONGEST

Body = dict[str, Any]
LIKE_TANTIVY = 2.2
"""Lucene leaves the constant factor k1 + 1 out of BM25; with it both engines weigh alike."""
MOST_NEAR = 1_000


def body(asked: Asked) -> Body:
    """Query, facet counts and chosen choices of one search call.

    The choices filter after the counting, so that a facet in use still shows its other choices.
    """
    must = [
        _query(plan.plan(clause, similar=asked.similar)) for clause in asked.question.clauses if not clause.excluded
    ]
    must_not = [
        _query(plan.plan(clause, similar=asked.similar)) for clause in asked.question.clauses if clause.excluded
    ]
    bool_ = {"must": must, "must_not": must_not, "filter": [seen_by(asked.query.akses)]}
    choices = {facet: _query(node) for facet, node in asked.chosen.items()}
    return {
        "query": {"bool": bool_},
        "post_filter": {"bool": {"filter": list(choices.values())}},
        "aggs": {facet: _counted(facet, choices) for facet in FACETS},
        "track_total_hits": True,
    }


ORDERS: dict[str, list[Body]] = {
    "baru": [{"tanggal": "desc"}, {"id": "asc"}],
    "lama": [{"tanggal": "asc"}, {"id": "asc"}],
}


def order(name: str) -> list[Body]:
    """What hits are sorted by; the id makes the order a whole one."""
    return ORDERS.get(name, [{"_score": "desc"}, {"id": "asc"}])


def seen_by(akses: Iterable[str]) -> Body:
    """Everything with one of the tokens (one with half characters is nobody's)."""
    return {"terms": {"akses": sorted(token for token in akses if storable(token) == token)}}


def _counted(facet: str, choices: Mapping[str, Body]) -> Body:
    others = [node for name, node in choices.items() if name != facet]
    values = {"terms": {"field": facet, "size": MOST_CHOICES}}
    return {"filter": {"bool": {"filter": others}}, "aggs": {"nilai": values}}


def _query(node: plan.Node) -> Body:
    match node:
        case plan.Term(field, word, boost):
            return {"term": {field: {"value": word, "boost": boost * LIKE_TANTIVY}}}
        case plan.Phrase(field, words, boost):
            return {"match_phrase": {field: {"query": " ".join(words), "boost": boost * LIKE_TANTIVY}}}
        case plan.Pattern(field, pattern):
            return {"wildcard": {field: {"value": pattern, "rewrite": "constant_score"}}}
        case plan.Near(field, word, distance):
            way = {"value": word, "fuzziness": distance, "max_expansions": MOST_NEAR, "rewrite": "constant_score"}
            return {"fuzzy": {field: way}}
        case plan.AnyOf(parts):
            return {"bool": {"should": [_query(part) for part in parts], "minimum_should_match": 1}}
        case plan.AllOf(parts):
            return {"bool": {"must": [_query(part) for part in parts]}}


def suggestions(prefix: str, akses: Iterable[str], most: int) -> Body:
    """Counts of the suggestion keys that begin with *prefix*, which holds letters, digits and spaces only."""
    terms = {"field": "usul", "include": f"{prefix[:LONGEST]}.*", "size": most}
    return {"query": {"bool": {"filter": [seen_by(akses)]}}, "size": 0, "aggs": {"usul": {"terms": terms}}}
