"""How well the published questions are answered: recall among the first ten and mean reciprocal rank."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from search.index import Entry, Query, SearchIndex
from search.trial.papers import HERE, SEEN_BY, papers

FIRST = 10


@dataclass(frozen=True)
class Pair:
    """A question and the ids of all the papers that answer it."""

    question: str
    answers: frozenset[str]


@dataclass(frozen=True)
class Score:
    """``recall`` is the share of the answers (at most ten) among the first ten hits, ``mrr`` the mean of
    1 / place of the first answer (0 when none is among them); ``missed`` questions without any."""

    questions: int
    recall: float
    mrr: float
    missed: list[str]


def pairs(entries: Iterable[Entry]) -> list[Pair]:
    """``queries.tsv`` with its answers among *entries*."""
    known = [entry.id for entry in entries]
    lines = (HERE / "queries.tsv").read_text(encoding="utf-8").splitlines()
    asked = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Pair(text, frozenset(_answers(known, kind, person))) for text, kind, person in asked]


def score(index: SearchIndex, *, exact: bool = False) -> Score:
    """Fill *index* with the papers of the trial and ask it everything."""
    entries = papers()
    index.rebuild(entries)
    asked = pairs(entries)
    recall = rank = 0.0
    missed = []
    for pair in asked:
        hits = index.search(Query(pair.question, frozenset([SEEN_BY]), exact=exact, limit=FIRST)).hits
        right = [place for place, hit in enumerate(hits, start=1) if hit.id in pair.answers]
        recall += len(right) / min(FIRST, len(pair.answers))
        rank += 1 / right[0] if right else 0
        missed += [] if right else [pair.question]
    return Score(len(asked), round(recall / len(asked), 4), round(rank / len(asked), 4), missed)


def _answers(ids: Iterable[str], kind: str, person: str) -> list[str]:
    wanted = [(id_, id_.rpartition("-")) for id_ in ids]
    return [id_ for id_, (k, _, p) in wanted if kind in ("-", k) and person in ("-", str(int(p)))]
