"""Walking through more hits than one call returns: a point in time, and from each page to the next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elasticsearch import Elasticsearch

PAGE = 5_000
KEPT = "1m"


def walk(client: Elasticsearch, index: str, fields: list[str]) -> Iterator[dict[str, Any]]:
    """*fields* of every document there was when the walk began, whatever is written meanwhile."""
    for page in _pages(client, index, {"sort": [{"id": "asc"}], "size": PAGE, "_source": fields}):
        yield from (hit["_source"] for hit in page)


def last_before(client: Elasticsearch, index: str, body: dict[str, Any], offset: int) -> dict[str, Any]:
    """Where a call has to go on to skip *offset* hits of *body*: its ``search_after``; ``size`` 0 past the end."""
    left = offset
    plain = {key: body[key] for key in ("query", "post_filter", "sort")} | {"_source": False, "size": PAGE}
    for page in _pages(client, index, plain):
        if left <= len(page):
            return {"search_after": page[left - 1]["sort"][: len(body["sort"])]}  # a point in time adds its own
        left -= len(page)
    return {"from": 0, "size": 0}


def _pages(client: Elasticsearch, index: str, body: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
    with _point_in_time(client, index) as pit:
        page = client.search(body={**body, "pit": pit})["hits"]["hits"]
        while page:
            yield page
            page = client.search(body={**body, "pit": pit, "search_after": page[-1]["sort"]})["hits"]["hits"]


@contextmanager
def _point_in_time(client: Elasticsearch, index: str) -> Iterator[dict[str, str]]:
    number = client.open_point_in_time(index=index, keep_alive=KEPT)["id"]
    try:
        yield {"id": number, "keep_alive": KEPT}
    finally:
        client.close_point_in_time(id=number)
