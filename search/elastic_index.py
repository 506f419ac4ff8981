"""The index of a cluster: Elasticsearch 8 or 9 behind one alias."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from elasticsearch import BadRequestError, Elasticsearch, NotFoundError
from elasticsearch.helpers import streaming_bulk

from search import elastic_queries as queries
from search.asking import MOST_HITS, MOST_OFFSET, Asked, ask, suggestion_prefix, suggestions
from search.elastic_document import MOST_WINDOW, alias, document, template
from search.elastic_errors import Refused, boundary
from search.elastic_walk import last_before, walk
from search.index import FACETS, Entry, Hit, Query, Results
from search.snippet import excerpt

SECONDS = 10
BULK_SECONDS = 60
RETRIES = 3
"""Of the documents that a busy server sent back (429), each time after twice the wait."""
SHOWN = ["id", "judul", "teks"]
Action = dict[str, Any]
T = TypeVar("T")


class ElasticIndex:
    """A :class:`search.index.SearchIndex` on the server at *url* under the alias *name*.

    The alias points at one index; a rebuild fills another and moves the alias in one step. A new
    schema has an alias of its own, so it starts empty.
    """

    def __init__(self, url: str, name: str = "docservice") -> None:
        self._client = Elasticsearch(url, request_timeout=SECONDS, max_retries=2, retry_on_timeout=True)
        self._name, self._alias = name, alias(name)
        self._building = f"{self._alias}-baru"

    def write(self, entries: Iterable[Entry], deletes: Iterable[str]) -> None:
        """Into an index that is being rebuilt as well, so that nothing is lost when it takes over."""
        actions: list[Action] = [{"_op_type": "delete", "_id": gone} for gone in deletes]
        actions += [{"_op_type": "index", "_id": entry.id, "_source": document(entry)} for entry in entries]
        with boundary():
            self._ensure()
            self._bulk(self._alias, actions)
            if self._client.indices.exists_alias(name=self._building):
                self._bulk(self._building, actions)

    def rebuild(self, entries: Iterable[Entry], *, resume: bool = False) -> int:
        """What ordinary writers put into the new index meanwhile is newer and stays."""
        with boundary():
            begun = self._behind(self._building)
            if begun and not resume:
                self._remove_unfinished()
            index = begun[0] if begun and resume else self._create(f"{self._alias}-{time.time_ns()}", self._building)
            kind = "index" if resume else "create"
            self._bulk(
                self._building,
                ({"_op_type": kind, "_id": entry.id, "_source": document(entry)} for entry in entries),
            )
            self._take_over(index)
            return int(self._client.count(index=self._alias)["count"])

    def unfinished(self) -> dict[str, str]:
        with boundary():
            if not self._behind(self._building):
                return {}
            self._client.indices.refresh(index=self._building)
            return self._pairs(self._building)

    def search(self, query: Query) -> Results:
        with boundary():
            return self._made(lambda: ask(query, self._run))

    def suggest(self, text: str, akses: Iterable[str], limit: int = 8) -> list[str]:
        prefix, tokens = suggestion_prefix(text), sorted(akses)
        if not prefix or not tokens:
            return []

        def read(most: int) -> list[tuple[str, int]]:
            answer = self._client.search(index=self._alias, **queries.suggestions(prefix, tokens, most))
            return _rows(answer["aggregations"]["usul"])

        with boundary():
            return self._made(lambda: suggestions(read, limit))

    def count(self) -> int:
        with boundary():
            return self._made(lambda: int(self._client.count(index=self._alias)["count"]))

    def ids(self) -> dict[str, str]:
        with boundary():
            return self._made(lambda: self._pairs(self._alias))

    def drop(self) -> None:
        self.rebuild(())

    def _run(self, asked: Asked) -> Results:
        offset, size = max(0, asked.query.offset), max(0, min(asked.query.limit, MOST_HITS))
        if offset > MOST_OFFSET:
            offset = size = 0
        body = {**queries.body(asked), "sort": queries.order(asked.query.order), "track_scores": True}
        if offset + size > MOST_WINDOW:
            place: dict[str, Any] = last_before(self._client, self._alias, body, offset)
        else:
            place = {"from": offset}
        answer = self._client.search(index=self._alias, body={**body, "size": size, "_source": SHOWN, **place})
        hits = [_hit(hit, asked) for hit in answer["hits"]["hits"]]
        total = int(answer["hits"]["total"]["value"])
        counts = {facet: _rows(answer["aggregations"][facet]["nilai"]) for facet in FACETS} if total else {}
        return Results(total, hits, counts)

    def _pairs(self, name: str) -> dict[str, str]:
        return {source["id"]: source["revisi"] for source in walk(self._client, name, ["id", "revisi"])}

    def _bulk(self, name: str, actions: Iterable[Action]) -> None:
        """Raises :class:`Refused`. What is gone already, or newer already, is no error."""
        answers = streaming_bulk(
            self._client.options(request_timeout=BULK_SECONDS),
            actions,
            index=name,
            require_alias=True,  # or the server would make an index of its own
            max_retries=RETRIES,
            initial_backoff=0.5,
            raise_on_error=False,
        )
        for done, item in answers:
            ((kind, result),) = item.items()
            gone = kind == "delete" and result.get("result") == "not_found"
            newer = kind == "create" and result.get("status") == 409
            if not (done or gone or newer):
                raise Refused(result)
        self._client.indices.refresh(index=name)

    def _made(self, call: Callable[[], T]) -> T:
        """*call*, once more with an empty index when there is none."""
        try:
            return call()
        except NotFoundError:
            self._ensure()
            return call()

    def _ensure(self) -> None:
        """The first index has a name of its own: two processes do not make two."""
        if not self._client.indices.exists_alias(name=self._alias):
            try:
                self._create(f"{self._alias}-awal", self._alias)
            except BadRequestError as error:
                if error.error != "resource_already_exists_exception":
                    raise

    def _create(self, index: str, name: str) -> str:
        self._client.indices.put_index_template(name=self._alias, **template(self._alias))
        self._client.indices.create(index=index, aliases={name: {}}, wait_for_active_shards=1)
        return index

    def _take_over(self, index: str) -> None:
        """In one step: readers ask either the old index or the new one."""
        old = self._behind(self._alias)
        steps: list[Action] = [{"add": {"index": index, "alias": self._alias}}]
        steps += [{"remove": {"index": index, "alias": self._building}}]
        steps += [{"remove_index": {"index": one}} for one in old]
        self._client.indices.update_aliases(actions=steps)

    def _remove_unfinished(self) -> None:
        for index in self._behind(self._building):
            self._client.indices.delete(index=index, ignore_unavailable=True)

    def _behind(self, name: str) -> list[str]:
        try:
            return list(self._client.indices.get_alias(name=name))
        except NotFoundError:
            return []


def _hit(found: Mapping[str, Any], asked: Asked) -> Hit:
    source = found["_source"]
    made = excerpt(source["teks"] or source["judul"], asked.question.clauses)
    return Hit(source["id"], float(found["_score"] or 0), made.pieces, made.page, made.more)


def _rows(terms: Mapping[str, Any]) -> list[tuple[str, int]]:
    rows = [(str(row["key"]), int(row["doc_count"])) for row in terms["buckets"]]
    return sorted(rows, key=lambda row: (-row[1], row[0]))
