"""What only a real Elasticsearch can show; collected in the cluster's size (``conftest.py``)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from uuid import uuid4

import pytest
from elasticsearch import Elasticsearch

from search import ElasticIndex, IndexBroken, IndexBusy, Query
from search.elastic_document import MOST_WINDOW, alias
from tests.search.conftest import entry, remove

pytestmark = pytest.mark.dua_ukuran
SERVER = os.environ["UJI_ELASTICSEARCH"]


@pytest.fixture
def name() -> Iterator[str]:
    yield (name := f"uji-{uuid4().hex[:12]}")
    remove(SERVER, name)


def test_a_full_server_means_later_and_nothing_is_lost(name: str) -> None:
    index = ElasticIndex(SERVER, name)
    index.write([entry("a", "surat")], [])
    with Elasticsearch(SERVER) as server:
        # what the server sets by itself when its disk is at the flood stage
        server.indices.put_settings(index=f"{name}-*", settings={"index.blocks.read_only_allow_delete": True})
        with pytest.raises(IndexBusy, match="ruang disk"):
            index.write([entry("b")], [])
        assert index.ids() == {"a": "1"}
        server.indices.put_settings(index=f"{name}-*", settings={"index.blocks.read_only_allow_delete": None})
    index.write([entry("b")], [])
    assert index.count() == 2


def test_an_index_that_was_lost_is_empty_and_can_be_filled(name: str) -> None:
    index = ElasticIndex(SERVER, name)
    index.write([entry("a", "surat")], [])
    remove(SERVER, name)
    assert index.search(Query("surat", frozenset(["semua"]))).total == 0
    remove(SERVER, name)
    index.write([entry("b", "surat")], [])
    assert index.ids() == {"b": "1"}


def test_a_foreign_index_in_our_place_is_broken_and_a_rebuild_mends_it(name: str) -> None:
    index = ElasticIndex(SERVER, name)
    with Elasticsearch(SERVER) as server:
        mappings = {"properties": {"akses": {"type": "date"}}}
        server.indices.create(index=f"{name}-asing", aliases={alias(name): {}}, mappings=mappings)
    with pytest.raises(IndexBroken, match="Bangun ulang"):
        index.search(Query("", frozenset(["semua"])))
    assert index.rebuild([entry("a", "surat")]) == 1
    assert index.search(Query("surat", frozenset(["semua"]))).total == 1


def test_what_is_written_during_a_rebuild_is_in_the_new_index(name: str) -> None:
    index, other = ElasticIndex(SERVER, name), ElasticIndex(SERVER, name)
    index.write([entry("a", "lama")], [])

    def slowly() -> Iterator[object]:
        other.write([entry("a", "baru", revision="2"), entry("b", "baru")], [])
        yield entry("a", "lama")

    assert index.rebuild(slowly()) == 2  # type: ignore[arg-type] # entries
    assert index.ids() == {"a": "2", "b": "1"}


def test_pages_beyond_the_window_are_walked_to(name: str) -> None:
    index = ElasticIndex(SERVER, name)
    number = MOST_WINDOW + 300
    index.rebuild(entry(f"d{place:05d}", "surat") for place in range(number))
    query = {"text": "surat", "akses": frozenset(["semua"])}
    deep = index.search(Query(**query, offset=MOST_WINDOW + 290))  # type: ignore[arg-type] # test shorthand
    assert [hit.id for hit in deep.hits] == [f"d{place:05d}" for place in range(MOST_WINDOW + 290, number)]
    edge = index.search(Query(**query, offset=MOST_WINDOW - 10))  # type: ignore[arg-type] # test shorthand
    assert [edge.hits[0].id, edge.hits[-1].id] == [f"d{MOST_WINDOW - 10:05d}", f"d{MOST_WINDOW + 9:05d}"]
    past = index.search(Query(**query, offset=number))  # type: ignore[arg-type] # test shorthand
    assert (past.total, past.hits) == (number, [])
    assert len(index.ids()) == number
