"""How an entry lies in the Tantivy index."""

from __future__ import annotations

from itertools import chain

import tantivy

from search.analysis import KEYS, ROWS, STEMS, STREAMS, day, keys, storable, streams
from search.index import FACETS, Entry

SHOWN = ("judul", "teks")
"""What is given back with a hit: bytes, because the engine would index a text, however it is cut, as one long word."""


def _schema() -> tantivy.Schema:
    """Words come cut by us; Tantivy only takes them apart at the spaces."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in SHOWN:
        builder.add_bytes_field(name, stored=True)
    for name in ("kunci", *KEYS):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("tanggal", fast=True)
    for name, option in {**dict.fromkeys(STREAMS, "position"), STEMS: "freq", ROWS: "basic"}.items():
        builder.add_text_field(name, tokenizer_name="whitespace", index_option=option)
    return builder.build()


SCHEMA = _schema()


def document(entry: Entry) -> tantivy.Document:
    """*entry* as Tantivy stores it."""
    made = tantivy.Document()
    made.add_text("id", storable(entry.id))
    made.add_text("kunci", storable(f"{entry.id}\0{entry.revision}"))
    for name, value in zip(SHOWN, (entry.title, entry.text), strict=True):
        made.add_bytes(name, storable(value).encode())
    made.add_unsigned("tanggal", day(entry))
    # The engine leaves a gap between the texts of a field, so that no phrase runs from one into the next.
    for name, values in chain(keys(entry).items(), streams(entry).items()):
        for value in values:
            made.add_text(name, value)
    return made
