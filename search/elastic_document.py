"""How an entry lies in Elasticsearch: the same words as in Tantivy, cut by us."""

from __future__ import annotations

from typing import Any

from search.analysis import GAP, KEYS, ROWS, STEMS, STREAMS, VERSION, day, keys, storable, streams
from search.index import FACETS, Entry

MOST_WINDOW = 10_000
"""Hits that one plain call may skip and return; further ones are walked to (``elastic_walk.py``)."""


def template(name: str) -> dict[str, Any]:
    """Index template of every index behind the alias *name*.

    ``whitespace`` is part of every server, so none needs an analysis module. One shard: scores and
    counts are exact, and a million documents fit.
    """
    keyword = {"type": "keyword"}
    cut = {"type": "text", "analyzer": "whitespace"}
    in_order = {**cut, "position_increment_gap": GAP}
    shown = {"type": "keyword", "index": False, "doc_values": False}
    properties = {
        "id": keyword,
        "revisi": keyword,
        "tanggal": {"type": "integer"},
        **dict.fromkeys(("judul", "teks"), shown),
        **dict.fromkeys((*KEYS, *FACETS), keyword),
        **dict.fromkeys(STREAMS, in_order),
        STEMS: {**cut, "index_options": "freqs"},
        ROWS: {**cut, "index_options": "docs"},
    }
    settings = {"number_of_shards": 1, "auto_expand_replicas": "0-1", "max_result_window": MOST_WINDOW}
    mappings = {
        "dynamic": "strict",
        "_source": {"includes": ["id", "revisi", "judul", "teks"]},
        "properties": properties,
    }
    return {"index_patterns": [f"{name}-*"], "template": {"settings": settings, "mappings": mappings}}


def alias(name: str) -> str:
    """What is read and written: of another version, another index beside it."""
    return f"{name}-{VERSION}"


def document(entry: Entry) -> dict[str, Any]:
    """*entry* as Elasticsearch stores it; texts without half characters."""
    stored: dict[str, Any] = {"id": entry.id, "revisi": entry.revision, "judul": entry.title, "teks": entry.text}
    made = {name: storable(value) for name, value in stored.items()}
    words = {name: list(filter(None, texts)) for name, texts in streams(entry).items()}
    return {**made, "tanggal": day(entry), **keys(entry), **words}
