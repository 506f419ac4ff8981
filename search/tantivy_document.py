"""How an entry lies in the Tantivy index."""

from __future__ import annotations

import tantivy

from search.analysis import KEYS, ROWS, STREAMS, day, keys, storable, streams
from search.index import FACETS, Entry


def _schema() -> tantivy.Schema:
    """Words come cut by us; Tantivy only takes them apart at the spaces."""
    builder = tantivy.SchemaBuilder()
    for name in ("id", "revisi"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("kunci", *KEYS):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("tanggal", fast=True)
    for name in ("judul", "teks"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in STREAMS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field(ROWS, tokenizer_name="whitespace", index_option="basic")
    return builder.build()


SCHEMA = _schema()


def document(entry: Entry) -> tantivy.Document:
    """*entry* as Tantivy stores it."""
    made = tantivy.Document()
    stored = {"id": entry.id, "revisi": entry.revision, "judul": entry.title, "teks": entry.text}
    for name, value in stored.items():
        made.add_text(name, storable(value))
    made.add_text("kunci", f"{entry.id}\0{entry.revision}")
    made.add_unsigned("tanggal", day(entry))
    for name, values in keys(entry).items():
        for value in values:
            made.add_text(name, storable(value))
    for name, texts in streams(entry).items():
        for words in texts:  # the engine leaves a gap between them, so that no phrase runs from one into the next
            made.add_text(name, storable(" ".join(words)))
    return made
