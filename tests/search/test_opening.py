"""A server that is silent, and addresses of none."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from search import ElasticIndex, IndexBusy, Query, SearchIndex, TantivyIndex, open_index
from search.errors import UnknownEngine
from tests.search.conftest import entry

CALLS: dict[str, Callable[[SearchIndex], object]] = {
    "write": lambda index: index.write([entry("a")], ["b"]),
    "rebuild": lambda index: index.rebuild([entry("a")]),
    "search": lambda index: index.search(Query("surat", frozenset(["semua"]))),
    "suggest": lambda index: index.suggest("su", ["semua"]),
    "count": lambda index: index.count(),
    "ids": lambda index: index.ids(),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_silent_server_means_come_back_later(call: Callable[[SearchIndex], object]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # taken, but nobody listens
        index = open_index(f"http://127.0.0.1:{free.getsockname()[1]}/arsip")
        with pytest.raises(IndexBusy, match="Coba lagi"):
            call(index)


@pytest.mark.parametrize("url", ["", "tantivy://", "redis://x", "/folder", "https://", "elastic"])
def test_an_address_of_no_engine_is_refused(url: str) -> None:
    with pytest.raises(UnknownEngine, match="tantivy:///folder"):
        open_index(url)


def test_an_address_says_which_engine() -> None:
    assert isinstance(open_index("tantivy:///tmp/indeks"), TantivyIndex)
    assert isinstance(open_index("https://arsip:sandi@cari.contoh.go.id/nama"), ElasticIndex)
