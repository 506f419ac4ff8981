"""Tantivy without us: its own tokenizer, its own query parser, one search and one aggregation."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

from search import FACETS, Entry
from search.question import understand
from search.tantivy_document import SCHEMA
from search.tantivy_index import REBUILD_HEAP_BYTES
from search.tantivy_queries import build

HEAP = 50_000_000


def indeks_polos(folder: Path, isi: Iterable[Entry]) -> Any:
    """Text and facets only, as the engine cuts them."""
    rangka = tantivy.SchemaBuilder()
    rangka.add_text_field("teks", stored=True)
    for nama in FACETS:
        rangka.add_text_field(nama, fast=True, tokenizer_name="raw")
    folder.mkdir()
    indeks = tantivy.Index(rangka.build(), str(folder))
    penulis = indeks.writer(HEAP, 1)
    for satu in isi:
        dokumen = tantivy.Document(teks=satu.text)
        for nama, nilai in satu.facets.items():
            dokumen.add_text(nama, nilai)
        penulis.add_document(dokumen)
    penulis.commit()
    penulis.wait_merging_threads()
    return indeks


def indeks_siap(folder: Path, siap: Iterable[Any]) -> None:
    """The very documents of our index, made before: what the engine alone needs to take them in."""
    folder.mkdir()
    indeks = tantivy.Index(SCHEMA, str(folder))
    penulis = indeks.writer(REBUILD_HEAP_BYTES, 1)
    for satu in siap:
        penulis.add_document(satu)
    penulis.commit()
    penulis.wait_merging_threads()


def tanya_polos(pencari: Any, teks: str, akses: Iterable[str]) -> int:
    """What any program must do for the page: the same query, twenty hits with their text, six facets."""
    tanya = build(understand(teks), akses, {})
    hasil = pencari.search(tanya, 20)
    for _, alamat in hasil.hits:
        pencari.doc(alamat)["teks"]
    pencari.aggregate(tanya, {nama: {"terms": {"field": nama, "size": 200}} for nama in FACETS})
    return int(hasil.count)
