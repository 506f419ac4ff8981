"""``python -m search bench``: the published questions on one engine, with our words and without, and their time."""

from __future__ import annotations

import tempfile
import time
from dataclasses import asdict
from typing import Any

from search.index import Query, SearchIndex
from search.opening import open_index
from search.trial.found import FIRST, pairs, score
from search.trial.papers import SEEN_BY, papers
from search.trial.stock import is_known, stock_words

LABELS = {
    "plain": "tanpa kata dasar dan padanan",
    "stock": "dengan kata dasar bawaan mesin",
    "ours": "dengan kata dasar dan padanan",
}


def measure(url: str = "") -> dict[str, Any]:
    """On the engine at *url* (replacing what is there), or on a Tantivy of its own that is thrown away.

    ``plain`` is the same engine without stems, synonyms and similar names; ``stock`` with the stems every engine offers
    for Indonesian, where they are installed. Times are milliseconds of
    whole questions with six facets, marks and access filter.
    """
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(url or f"tantivy://{folder}/indeks")
        found: dict[str, Any] = {"plain": asdict(score(index, exact=True))}
        if is_known():
            with stock_words():
                found["stock"] = asdict(score(index))
        found["ours"] = asdict(score(index))
        return {"engine": type(index).__name__, "papers": index.count(), **found, "milliseconds": _times(index)}


def lines(figures: dict[str, Any]) -> list[str]:
    """*figures* for people."""
    told = [f"{figures['engine']}, {figures['papers']} surat, {figures['ours']['questions']} pertanyaan"]
    for name, label in LABELS.items():
        if name not in figures:
            continue
        part = figures[name]
        told.append(f"{label}: recall@{FIRST} {part['recall']:.1%}, MRR {part['mrr']:.3f}, luput {len(part['missed'])}")
    told += [f"luput: {question}" for question in figures["ours"]["missed"]]
    return [*told, "milidetik per pertanyaan: p50 {p50}, p95 {p95}".format(**figures["milliseconds"])]


def _times(index: SearchIndex) -> dict[str, float]:
    taken = []
    for pair in pairs(papers()):
        begun = time.perf_counter()
        index.search(Query(pair.question, frozenset([SEEN_BY])))
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    return {f"p{part}": round(taken[len(taken) * part // 100], 1) for part in (50, 95)}
