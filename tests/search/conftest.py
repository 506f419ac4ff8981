from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from search import ElasticIndex, Entry, Field, Page, Query, Results, SearchIndex, TantivyIndex, find_fields

collect_ignore = [] if "UJI_ELASTICSEARCH" in os.environ else ["test_elastic_server.py"]
Ask = Callable[..., Results]
Open = Callable[[], SearchIndex]


@pytest.fixture
def open_again(tmp_path: Path) -> Iterator[Open]:
    """The test's own index, as every further process would open it."""
    yield from opener(tmp_path / "indeks")


@pytest.fixture
def index(open_again: Open) -> SearchIndex:
    return open_again()


@pytest.fixture
def ask(index: SearchIndex) -> Ask:
    return asker(index)


def opener(folder: Path) -> Iterator[Open]:
    """An index of the size that is being tested: Tantivy in *folder*, in a cluster Elasticsearch."""
    server = os.environ.get("UJI_ELASTICSEARCH")
    if server is None:
        yield lambda: TantivyIndex(folder)
        return
    name = f"uji-{uuid4().hex[:12]}"
    yield lambda: ElasticIndex(server, name)
    remove(server, name)


def remove(server: str, name: str) -> None:
    """Whatever a test has left on the server under *name*."""
    from elasticsearch import Elasticsearch

    with Elasticsearch(server) as client:
        for made in client.indices.get(index=f"{name}-*"):
            client.indices.delete(index=made)
        client.indices.delete_index_template(name=f"{name}-*")


def asker(index: SearchIndex) -> Ask:
    """Asks as somebody who holds the token ``semua``, which every :func:`entry` carries."""

    def asked(text: str = "", akses: tuple[str, ...] = ("semua",), **options: object) -> Results:
        return index.search(Query(text, frozenset(akses), **options))  # type: ignore[arg-type] # test shorthand

    return asked


def entry(id_: str, text: str = "", **more: object) -> Entry:
    given = {"revision": "1", "title": "", "akses": ["semua"], **more}
    return Entry(id=id_, text=text, **given)  # type: ignore[arg-type] # test shorthand


def found(results: Results) -> set[str]:
    return {hit.id for hit in results.hits}


def facts(*texts: str) -> dict[str, str]:
    """What is found on pages of plain text, one for each of *texts*."""
    return {name: field.value for name, field in fields(*texts).items()}


def fields(*texts: str) -> dict[str, Field]:
    pages = [Page(number, "layer", text, 99.0, 0, 0) for number, text in enumerate(texts, start=1)]
    return {field.name: field for field in find_fields(pages)}
