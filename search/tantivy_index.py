"""The embedded index: Tantivy in a folder, one writer at a time, readers in any number of processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import tantivy

from search import tantivy_queries as queries
from search.analysis import VERSION
from search.asking import MOST_CHOICES, MOST_HITS, MOST_OFFSET, Asked, ask, suggestion_prefix, suggestions
from search.errors import IndexBroken
from search.index import FACETS, Entry, Hit, Query, Results
from search.snippet import excerpt
from search.tantivy_document import document
from search.tantivy_folder import Home, boundary

BATCH = 20_000
"""Entries per transaction of a rebuild: what a killed one loses at most. Small ones leave much to merge."""
REBUILD_HEAP_BYTES = 200_000_000
T = TypeVar("T")
ORDERED: dict[str, dict[str, Any]] = {
    "baru": {"order_by_field": "tanggal", "order": tantivy.Order.Desc},
    "lama": {"order_by_field": "tanggal", "order": tantivy.Order.Asc},
}


class TantivyIndex:
    """A :class:`search.index.SearchIndex` in the folder *path* (made when missing).

    A new schema lives in a new folder beside the old one, so it starts empty and is filled by the
    nightly comparison or by a rebuild.
    """

    def __init__(self, path: Path) -> None:
        self._home = Home(path / VERSION)

    def write(self, entries: Iterable[Entry], deletes: Iterable[str]) -> None:
        with self._home.current().writer() as writer:
            for gone in deletes:
                writer.delete_documents_by_term("id", gone)
            _add(writer, entries, None)

    def rebuild(self, entries: Iterable[Entry], *, resume: bool = False) -> int:
        """Beside the one that is read and written meanwhile: what is written there is not in the new one."""
        building = self._home.building
        if not resume:
            building.remove()
        failed: list[Exception] = []
        rest, known = _until_failure(entries, failed), set(self.unfinished())
        added: set[str] | None = None
        while added is None or added:  # an empty index is one too
            with building.writer(REBUILD_HEAP_BYTES) as writer:
                added = _add(writer, islice(rest, BATCH), known)
            known |= added
        if failed:
            raise failed[0]
        with boundary(building.forget):
            number = int(building.searcher().num_docs)
        self._home.swap()
        return number

    def unfinished(self) -> dict[str, str]:
        building = self._home.building
        if not building.path.exists():
            return {}
        try:
            with boundary(building.forget):
                return _ids(building.searcher())
        except IndexBroken:
            building.remove()
            return {}

    def search(self, query: Query) -> Results:
        return self._read(lambda searcher: ask(query, lambda asked: _run(searcher, asked)))

    def suggest(self, text: str, akses: Iterable[str], limit: int = 8) -> list[str]:
        prefix, tokens = suggestion_prefix(text), sorted(akses)
        if not prefix or not tokens:
            return []

        def read(searcher: Any) -> list[str]:
            seen = queries.seen_by(tokens)
            return suggestions(lambda most: searcher.terms_with_prefix("usul", prefix, seen, limit=most), limit)

        return self._read(read)

    def count(self) -> int:
        return self._read(lambda searcher: int(searcher.num_docs))

    def ids(self) -> dict[str, str]:
        return self._read(_ids)

    def drop(self) -> None:
        self.rebuild(())

    def searcher(self) -> Any:
        """Tantivy's own searcher on what is read now, for measuring against it."""
        return self._home.current().searcher()

    def _read(self, call: Callable[[Any], T]) -> T:
        """*call* on what is read now; once more when that was swapped away under it."""
        folder = self._home.current()
        try:
            with boundary(folder.forget):
                return call(folder.searcher())
        except IndexBroken:
            newer = self._home.current()
            if newer is folder:
                raise
            with boundary(newer.forget):
                return call(newer.searcher())


def _until_failure(entries: Iterable[Entry], failed: list[Exception]) -> Iterator[Entry]:
    """What was read before *entries* failed is worth keeping: the next run goes on behind it."""
    try:
        yield from entries
    except Exception as error:
        failed.append(error)


def _add(writer: Any, entries: Iterable[Entry], known: set[str] | None) -> set[str]:
    """Each takes the place of one with its id; *known* are the ids there may be (None: any). The ids written."""
    seen: set[str] = set()
    for entry in entries:
        if known is None or entry.id in known or entry.id in seen:
            writer.delete_documents_by_term("id", entry.id)
        seen.add(entry.id)
        writer.add_document(document(entry))
    return seen


def _ids(searcher: Any) -> dict[str, str]:
    keys = searcher.terms_with_prefix("kunci", "", tantivy.Query.all_query())
    pairs = (key.partition("\0") for key, _ in keys)
    return {id_: revision for id_, _, revision in pairs}


def _run(searcher: Any, asked: Asked) -> Results:
    query, question = asked.query, asked.question
    wanted = queries.build(question, query.akses, asked.chosen, similar=asked.similar)
    if query.offset > MOST_OFFSET:  # the engine would keep them all in memory to find the last of them
        page = searcher.search(wanted, 1)
        found: list[Any] = []
    else:
        page = searcher.search(
            wanted, max(1, min(query.limit, MOST_HITS)), offset=max(0, query.offset), **ORDERED.get(query.order, {})
        )
        found = page.hits[: max(0, query.limit)]
    hits = [_hit(searcher, score, address, asked) for score, address in found]
    facets = _facets(searcher, asked, wanted) if page.count else {}
    return Results(int(page.count), hits, facets)


def _hit(searcher: Any, score: float, address: Any, asked: Asked) -> Hit:
    stored = searcher.doc(address)
    shown = stored.get_first("teks") or stored.get_first("judul")
    made = excerpt(shown.decode(), asked.question.clauses)
    return Hit(stored.get_first("id"), float(score), made.pieces, made.page, made.more)


def _facets(searcher: Any, asked: Asked, wanted: Any) -> dict[str, list[tuple[str, int]]]:
    """Counts of what one would see; a facet in use also shows what its other choices would add."""
    counts = _counts(searcher, wanted, [facet for facet in FACETS if facet not in asked.chosen])
    for facet in asked.chosen:
        if facet in FACETS:
            others = {name: node for name, node in asked.chosen.items() if name != facet}
            wider = queries.build(asked.question, asked.query.akses, others, similar=asked.similar)
            counts |= _counts(searcher, wider, [facet])
    return {facet: counts[facet] for facet in FACETS}


def _counts(searcher: Any, wanted: Any, facets: list[str]) -> dict[str, list[tuple[str, int]]]:
    if not facets:
        return {}
    asked = {facet: {"terms": {"field": facet, "size": MOST_CHOICES}} for facet in facets}
    answer = searcher.aggregate(wanted, asked)
    pairs = {facet: [(row["key"], row["doc_count"]) for row in answer[facet]["buckets"]] for facet in facets}
    return {facet: sorted(rows, key=lambda row: (-row[1], row[0])) for facet, rows in pairs.items()}
