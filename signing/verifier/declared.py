"""What later revisions say about the file itself: their trailers, and the extensions their catalogue declares.

The first signature does not cover these words, and the library forgives most of what is wrong with them.
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
_ISO = {("/2.0", level) for level in (32001, 32002, 32003, 32004)}
_KNOWN = {
    "/ESIC": {("/1.7", 1), ("/1.7", 2), ("/1.7", 5)},
    "/ADBE": {("/1.7", 3), ("/1.7", 5), ("/1.7", 8)},
    "/ISO_": _ISO,
}
"""What libraries declare with signatures and evidence: developer, version and level; Annex E has the registry."""
_BARE = {2, 3, 5, 8}
"""Levels of libraries that do not say what the entry is."""
_LATER = {"/1.7", "/2.0"}
_ROOTLESS = Finding.against(
    "Perubahan terakhir tidak menyebut katalog berkas, sehingga tiap pembaca dapat menampilkan isi yang berbeda."
)
_TRAILER = Finding.undecided("Penutup yang ditambahkan setelah penandatanganan tidak lengkap atau tidak dikenal.")
_EXTENSION = Finding.undecided("Pernyataan versi PDF yang ditambahkan setelah penandatanganan tidak dikenal.")


def check_declared(document: Document, signed: int) -> Iterator[Finding]:
    """Findings about the revisions whose cross-references begin at *signed*, the first signature's end, or later."""
    xrefs = document.reader.xrefs
    sections = [xrefs.get_xref_container_info(number) for number in range(xrefs.total_revisions)]
    trailers = document.reader.trailer._trailer_revisions[::-1]  # oldest first, as the sections are numbered
    if document.hybrid or len(trailers) != len(sections):
        return
    for number, (before, after) in enumerate(pairwise(trailers), start=1):
        section = sections[number]
        if section.start_location >= signed:
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
    good = new is None or new == old or (isinstance(new, generic.DictionaryObject) and _all_declare(old, new))
    marks, version = lookup(before, "/MarkInfo"), lookup(after, "/Version")
    remarked = marks is not None and lookup(after, "/MarkInfo") != marks
    if not good or remarked or not (version == lookup(before, "/Version") or version in _LATER):
        yield _EXTENSION


def _all_declare(old: Any, new: generic.DictionaryObject) -> bool:
    """As they were before, or one that is known."""
    return lookup(new, "/Type") in {None, "/Extensions"} and all(
        new[name] == lookup(old or {}, name) or _declares(name, new[name]) for name in new if name != "/Type"
    )


def _declares(name: str, extension: Any) -> bool:
    if isinstance(extension, generic.ArrayObject):
        return all(_declares(name, one) for one in extension)
    if not isinstance(extension, generic.DictionaryObject) or set(extension) - _OF_EXTENSIONS:
        return False
    stated = (lookup(extension, "/BaseVersion"), lookup(extension, "/ExtensionLevel"))
    named = lookup(extension, "/Type")
    return stated in _KNOWN.get(name, ()) and (
        named is None or (named == "/DeveloperExtensions" and stated[1] not in _BARE)
    )
