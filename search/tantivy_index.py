"""The embedded index: Tantivy in a folder, one writer at a time, readers in any number of processes."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from search import tantivy_queries as queries
from search.analysis import VERSION
from search.asking import MOST_CHOICES, MOST_HITS, MOST_OFFSET, Asked, ask, suggestion_prefix, suggestions
from search.errors import IndexBroken, IndexBusy
from search.index import FACETS, Entry, Hit, Query, Results
from search.snippet import excerpt
from search.tantivy_document import SCHEMA, document

HEAP_BYTES = 50_000_000
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
        self._path = path / VERSION
        self._opened: Any = None

    def write(self, entries: Iterable[Entry], deletes: Iterable[str]) -> None:
        with self._writer() as writer:
            for gone in deletes:
                writer.delete_documents_by_term("id", gone)
            for entry in entries:
                writer.delete_documents_by_term("id", entry.id)
                writer.add_document(document(entry))

    def rebuild(self, entries: Iterable[Entry]) -> int:
        """One transaction of the one writer: other writers are told to come back until it is done.

        An index too damaged to be opened is begun anew.
        """
        self._mend()
        number = 0
        with self._writer() as writer:
            writer.delete_all_documents()
            for entry in entries:
                writer.delete_documents_by_term("id", entry.id)
                writer.add_document(document(entry))
                number += 1
        return number

    def search(self, query: Query) -> Results:
        with _boundary():
            return ask(query, lambda asked: _run(self._searcher(), asked))

    def suggest(self, text: str, akses: Iterable[str], limit: int = 8) -> list[str]:
        prefix, tokens = suggestion_prefix(text), sorted(akses)
        if not prefix or not tokens:
            return []
        with _boundary():
            seen = queries.seen_by(tokens)
            return suggestions(lambda most: self._searcher().terms_with_prefix("usul", prefix, seen, limit=most), limit)

    def count(self) -> int:
        with _boundary():
            return int(self._searcher().num_docs)

    def ids(self) -> dict[str, str]:
        with _boundary():
            keys = self._searcher().terms_with_prefix("kunci", "", tantivy.Query.all_query())
            pairs = (key.partition("\0") for key, _ in keys)
            return {id_: revision for id_, _, revision in pairs}

    def drop(self) -> None:
        """Emptied through the writer where possible, so that other processes' readers follow."""
        self.rebuild(())

    def _mend(self) -> None:
        try:
            with self._writer():
                pass
        except IndexBroken:
            self._opened = None
            shutil.rmtree(self._path, ignore_errors=True)

    @contextmanager
    def _writer(self) -> Iterator[Any]:
        """Opened for each batch: kept open by many processes it leaks segments."""
        with _boundary():
            writer = self._index().writer(HEAP_BYTES, 1)
            try:
                yield writer
                writer.commit()
            except BaseException:
                writer.rollback()
                raise
            finally:
                writer.wait_merging_threads()

    def _index(self) -> Any:
        if self._opened is None:
            self._path.mkdir(parents=True, exist_ok=True)
            self._opened = tantivy.Index(SCHEMA, str(self._path))
            self._opened.config_reader(reload_policy="manual")
        return self._opened

    def _searcher(self) -> Any:
        """What other processes have committed is seen by the next question."""
        index = self._index()
        index.reload()
        return index.searcher()


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
    made = excerpt(stored.get_first("teks") or stored.get_first("judul") or "", asked.question.clauses)
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


@contextmanager
def _boundary() -> Iterator[None]:
    """Tantivy's errors are ValueErrors with prose, and its panics are no Exceptions at all."""
    try:
        yield
    except (ValueError, OSError) as error:
        if "LockBusy" in str(error):
            raise IndexBusy("Indeks pencarian sedang ditulis proses lain. Coba lagi sebentar lagi.") from error
        raise _broken() from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise _broken() from error
        raise


def _broken() -> IndexBroken:
    return IndexBroken("Indeks pencarian tidak dapat dipakai. Bangun ulang indeks; dokumen sendiri tidak terpengaruh.")
