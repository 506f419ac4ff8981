"""What was appended after the first signature: every byte of it must belong to a listed object.

A reader that repairs files may find objects that the cross-references do not list; EU DSS passes such files. Here
everything behind the first signed revision is accounted for byte by byte. Where a later signature or timestamp covers
a loose part, somebody vouched for it without having seen it: that is for a person to judge.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import re
from collections.abc import Iterator

from signing.verifier.grammar import SPACE, known_words, well_formed
from signing.verifier.report import Finding
from signing.verifier.subject import Document

_HEADER = re.compile(rb"\d+[ \t\r\n]+\d+[ \t\r\n]+obj\b")
_S = rb"[ \t\r\n]"
_TABLE = rb"xref ?[\r\n]+[\d \r\nnf]*trailer" + _S + rb"*(?P<entries><<.*>>)" + _S + rb"*"
_END = rb"(?:%iText[^\r\n%]{1,80}[\r\n]+)?startxref" + _S + rb"+\d+" + _S + rb"+%%EOF[ \r\n]*"
_TRAILER = re.compile(_S + rb"*(?:" + _TABLE + rb")?" + _END, re.DOTALL)
_LOOSE = "Ada bagian berkas yang ditambahkan setelah penandatanganan dan tidak tercatat di daftar isinya."
_VOUCHED = "Di antara dua tanda tangan ada bagian berkas yang tidak tercatat di daftar isinya."


def check_tail(document: Document, signed: int, covered: int) -> Iterator[Finding]:
    """Findings about ``data[signed:]``: behind the first signed revision, and (worse) behind the last byte covered."""
    starts = sorted(offset for offset in _offsets(document) if offset >= signed)
    if signed >= len(document.data):
        return
    if not starts or document.data[signed : starts[0]].strip(SPACE):
        yield _loose(signed, covered)
        return
    pieces = zip(starts, [*starts[1:], len(document.data)], strict=True)
    bad = [start for start, stop in pieces if not _one_thing(document.data[start:stop])]
    if bad:
        yield _loose(max(bad), covered)


def _loose(start: int, covered: int) -> Finding:
    return Finding.against(_LOOSE) if start >= covered else Finding.undecided(_VOUCHED)


def _offsets(document: Document) -> set[int]:
    """Where each revision says its objects and its own cross-reference section begin."""
    xrefs = document.reader.xrefs
    found = set()
    for revision in range(xrefs.total_revisions):
        data = xrefs.get_xref_data(revision)
        found |= {offset for _generation, offset in data.standard_xrefs.values()}
        found.add(xrefs.get_xref_container_info(revision).declared_startxref)
    return found


def _one_thing(piece: bytes) -> bool:
    """One object, or one cross-reference section with its trailer, and nothing else."""
    if not _HEADER.match(piece):
        return _is_trailer(piece) and piece.count(b"%%EOF") == 1
    if piece.count(b"endobj") != 1:
        return False
    thing, word, rest = piece.partition(b"endobj")
    return well_formed(thing + word) and (not rest.strip(SPACE) or _is_trailer(rest))


def _is_trailer(piece: bytes) -> bool:
    found = _TRAILER.fullmatch(piece)
    return found is not None and known_words(found["entries"] or b"")
