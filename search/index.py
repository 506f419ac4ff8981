"""The search index as the rest of the house sees it, whatever engine stands behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

FACETS = ("jenis", "unit", "tahun", "golongan", "status", "kelas")
ORDERS = ("sesuai", "baru", "lama")
"""Best first; by the entry's date, the newest or the oldest first."""
PAGE_BREAK = "\f"
"""Between the pages of an entry's text."""


@dataclass(frozen=True)
class Entry:
    """One document as it is to be found.

    ``akses`` are raw tokens compared letter by letter with those of the asker; an entry without any
    is found by nobody. ``facets`` has keys out of :data:`FACETS`. ``date`` is ISO. Pages of ``text``
    are divided by :data:`PAGE_BREAK`.
    """

    id: str
    revision: str
    title: str
    text: str
    numbers: list[str] = field(default_factory=list)
    nip: str = ""
    nama: str = ""
    akses: list[str] = field(default_factory=list)
    facets: dict[str, str] = field(default_factory=dict)
    date: str | None = None


@dataclass(frozen=True)
class Query:
    """A person's question. An empty ``akses`` finds nothing.

    Choices inside one facet widen, different facets narrow. ``exact`` leaves word stems and similar
    names out. ``order`` is one of :data:`ORDERS`.
    """

    text: str
    akses: frozenset[str]
    filters: dict[str, list[str]] = field(default_factory=dict)
    exact: bool = False
    offset: int = 0
    limit: int = 20
    order: str = "sesuai"


@dataclass(frozen=True)
class Hit:
    """``snippet`` is text in pieces, each marked or not, never HTML.

    ``page`` is where it stands and ``more`` on how many other pages something asked for was met; None and 0
    when nothing was met in the text.
    """

    id: str
    score: float
    snippet: list[tuple[str, bool]]
    page: int | None = None
    more: int = 0


@dataclass(frozen=True)
class Results:
    """``facets`` counts only what the asker may see; ``notes`` are Indonesian, fit to show.

    ``also`` are the other names that were looked for, ``instead`` a better spelling when nothing was found.
    """

    total: int = 0
    hits: list[Hit] = field(default_factory=list)
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    instead: str = ""


class SearchIndex(Protocol):
    """Port with one implementation for one machine (Tantivy) and one for a cluster (Elasticsearch).

    Every call raises IndexBusy when the engine cannot answer now (try again later) and IndexBroken
    when it never will as it is; nothing else of the engine's comes through.
    """

    def write(self, entries: Iterable[Entry], deletes: Iterable[str]) -> None:
        """Replace *entries* by id, remove *deletes*, visible to every reader on return.

        Writing the same twice changes nothing; a batch that raised is written again.
        """

    def rebuild(self, entries: Iterable[Entry], *, resume: bool = False) -> int:
        """Let *entries* be all there is, and return how many. Readers see what was there before
        until all is written, and go on seeing it when *entries* or the engine fails. With *resume*
        they come on top of what an interrupted rebuild has written (:meth:`unfinished`).

        What is written meanwhile may be missing in the new one: compare :meth:`ids` afterwards."""

    def unfinished(self) -> dict[str, str]:
        """Ids and revisions that an interrupted rebuild has written so far; empty when there was none."""

    def search(self, query: Query) -> Results:
        """Raises QueryTooLong as well."""

    def suggest(self, text: str, akses: Iterable[str], limit: int = 8) -> list[str]:
        """Titles, names and numbers that go on as *text* begins (two letters or more), the most
        frequent first, out of documents that the holder of *akses* may see."""

    def count(self) -> int:
        """How many entries there are, whoever may see them."""

    def ids(self) -> dict[str, str]:
        """Every id with its revision, for the nightly comparison with the database."""

    def drop(self) -> None:
        """Empty the index for a rebuild."""
