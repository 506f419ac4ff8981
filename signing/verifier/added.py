"""One revision that was appended later: where its bytes lie, and what its cross-references and its trailer say."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver

from signing.verifier.subject import Document

_STARTXREF = re.compile(rb"startxref[ \t\r\n]+(\d+)")


@dataclass(frozen=True)
class Added:
    """Revision *number*, counted from the oldest."""

    document: Document
    number: int

    @cached_property
    def section(self) -> Any:
        """Where its cross-references are, as pyHanko found them."""
        return self.document.reader.xrefs.get_xref_container_info(self.number)

    @cached_property
    def listed(self) -> dict[int, tuple[int, int]]:
        """Generation and place of each object by number."""
        found: dict[int, tuple[int, int]] = self.document.reader.xrefs.get_xref_data(self.number).standard_xrefs
        return found

    @cached_property
    def packed(self) -> dict[int, Any]:
        """Objects in object streams, by number."""
        found: dict[int, Any] = self.document.reader.xrefs.get_xref_data(self.number).xrefs_in_objstm
        return found

    @property
    def place(self) -> int:
        """Where ``startxref`` says that its cross-references are."""
        return int(self.section.declared_startxref)

    @cached_property
    def start(self) -> int:
        """Its first byte."""
        return min([place for _, place in self.listed.values()], default=self.place)

    @cached_property
    def stop(self) -> int:
        """The first byte behind it."""
        following = Added(self.document, self.number + 1)
        last = self.number + 1 == self.document.reader.xrefs.total_revisions
        return len(self.document.data) if last else following.start

    @cached_property
    def trailer(self) -> generic.DictionaryObject:
        revisions = self.document.reader.trailer._trailer_revisions
        found: generic.DictionaryObject = revisions[len(revisions) - 1 - self.number]
        return found

    @cached_property
    def resolver(self) -> HistoricalResolver:
        return self.document.reader.get_historical_resolver(self.number)

    @property
    def earlier(self) -> Added:
        return Added(self.document, self.number - 1)

    @property
    def last_word(self) -> int:
        """The last ``startxref`` before it."""
        found = _STARTXREF.findall(self.document.data, max(0, self.start - 200), self.start)
        return int(found[-1]) if found else -1

    def pieces(self) -> list[tuple[int, bytes]]:
        """Each object and the cross-reference section, with where they begin."""
        starts = sorted({place for _, place in self.listed.values()} | {self.place})
        stops = [*starts[1:], self.stop]
        return [(start, self.document.data[start:stop]) for start, stop in zip(starts, stops, strict=True)]


def added_behind(document: Document, covered: int) -> list[Added]:
    """The revisions whose cross-references begin at *covered* or later."""
    every = (Added(document, number) for number in range(1, document.reader.xrefs.total_revisions))
    return [one for one in every if one.place >= covered]
