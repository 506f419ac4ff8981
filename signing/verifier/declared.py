"""What later revisions say about the file itself: their trailers, and the extensions their catalogue declares.

No signature covers these words, and the library forgives most of what is wrong with them.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pyhanko.pdf_utils import generic

from signing.verifier.report import Finding
from signing.verifier.subject import Document, lookup

_LASTING = {"/Root", "/Info", "/ID", "/Encrypt"}
_OF_TABLES = {*_LASTING, "/Size", "/Prev", "/XRefStm", "/DocChecksum"}
_OF_STREAMS = {*_OF_TABLES, "/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms"}
_OF_EXTENSIONS = {"/Type", "/BaseVersion", "/ExtensionLevel", "/URL", "/ExtensionRevision"}
_VERSIONS = {"/1.0", "/1.1", "/1.2", "/1.3", "/1.4", "/1.5", "/1.6", "/1.7", "/2.0"}
_PREFIXES = {"/ADBE", "/ESIC", "/ETSI", "/ISO_"}
"""Developers whose extensions signatures use; Annex E has the registry."""
_ROOTLESS = Finding.against(
    "Perubahan terakhir tidak menyebut katalog berkas, sehingga tiap pembaca dapat menampilkan isi yang berbeda."
)
_TRAILER = Finding.undecided("Penutup yang ditambahkan setelah penandatanganan tidak lengkap atau tidak dikenal.")
_EXTENSION = Finding.undecided("Pernyataan versi PDF yang ditambahkan setelah penandatanganan tidak dikenal.")


def check_declared(document: Document, covered: int) -> Iterator[Finding]:
    """Findings about the revisions whose cross-references begin at *covered* or later."""
    xrefs = document.reader.xrefs
    sections = [xrefs.get_xref_container_info(number) for number in range(xrefs.total_revisions)]
    trailers = document.reader.trailer._trailer_revisions[::-1]  # oldest first, as the sections are numbered
    if document.hybrid or len(trailers) != len(sections):
        return
    for number, (before, after) in enumerate(pairwise(trailers), start=1):
        section = sections[number]
        if section.start_location >= covered:
            yield from _check_trailer(set(before), set(after), stream=section.stream_ref is not None)
            old, new = (document.reader.get_historical_resolver(n).root for n in (number - 1, number))
            yield from _check_extensions(old, new)


def _check_trailer(before: set[str], after: set[str], *, stream: bool) -> Iterator[Finding]:
    """ISO 32000-1 §7.5.6: an added trailer has every entry of the one before it."""
    if "/Root" not in after:
        yield _ROOTLESS
    elif before & _LASTING - after or after - before - (_OF_STREAMS if stream else _OF_TABLES):
        yield _TRAILER


def _check_extensions(before: Any, after: Any) -> Iterator[Finding]:
    """ISO 32000-1 §7.12: a developer's prefix, and what of theirs is used. §7.7.2: the version of the file."""
    old, new = (lookup(catalogue, "/Extensions") for catalogue in (before, after))
    known = _PREFIXES | set(old if isinstance(old, generic.DictionaryObject) else ())
    good = new is None or (isinstance(new, generic.DictionaryObject) and _all_declare(new, known))
    marks = lookup(before, "/MarkInfo")
    remarked = marks is not None and lookup(after, "/MarkInfo") != marks
    if not good or remarked or lookup(after, "/Version") not in {None, *_VERSIONS}:
        yield _EXTENSION


def _all_declare(extensions: generic.DictionaryObject, known: set[str]) -> bool:
    named = {name for name in extensions if name != "/Type"}
    return (
        lookup(extensions, "/Type") in {None, "/Extensions"}
        and named <= known
        and all(_declares(extensions[name]) for name in named)
    )


def _declares(extension: Any) -> bool:
    if isinstance(extension, generic.ArrayObject):
        return all(_declares(one) for one in extension)
    if not isinstance(extension, generic.DictionaryObject) or set(extension) - _OF_EXTENSIONS:
        return False
    named = lookup(extension, "/Type") in {None, "/DeveloperExtensions"}
    level = lookup(extension, "/ExtensionLevel")
    return named and lookup(extension, "/BaseVersion") in _VERSIONS and isinstance(level, generic.NumberObject)
