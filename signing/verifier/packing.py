"""Compressed streams, object streams and cross-reference streams: nothing beside what they say they hold."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic

from signing.verifier.added import Added
from signing.verifier.subject import lookup

_MOST = 50_000_000
_FLATE = "/FlateDecode"
_DEFLATED = re.compile(rb"/Filter[ \r\n]*\[?[ \r\n]*/FlateDecode")
_OF_PACKS = {"/Type", "/N", "/First", "/Length", "/Filter", "/DecodeParms"}
_SPACE = b" \r\n"


def whole(entries: bytes, data: bytes) -> bool:
    """A compressed stream ends where its bytes do; one that is wrapped in another way first is not looked into."""
    if not _DEFLATED.search(entries):
        return True
    machine = zlib.decompressobj()
    try:
        machine.decompress(data, _MOST)
    except zlib.error:
        return False
    return machine.eof and not machine.unused_data


def packs_fit(added: Added) -> bool:
    """Every object stream holds the objects that are listed for it, all of them and in that order."""
    return all(_pack_fits(added, number, _pack(added, number)) for number in _packs(added))


def texts(added: Added) -> Iterator[bytes]:
    """What the object streams of this revision hold."""
    for number in _packs(added):
        yield _pack(added, number).data


def rows_fit(added: Added, encoded: bytes) -> bool:
    """The cross-reference stream: as many rows as it says, and only the first object is free."""
    trailer = added.trailer
    packed = {generic.pdf_name(key): trailer[key] for key in ("/Filter", "/DecodeParms") if key in trailer}
    widths = [int(width) for width in trailer["/W"]]
    index = [int(number) for number in lookup(trailer, "/Index") or (0, trailer["/Size"])]
    count, data = sum(index[1::2]), generic.StreamObject(packed, encoded_data=encoded).data
    starts = range(0, len(data), sum(widths))
    numbers = [n for first, size in zip(index[::2], index[1::2], strict=True) for n in range(first, first + size)]
    kinds = [int.from_bytes(data[at : at + widths[0]]) if widths[0] else 1 for at in starts]
    known = len({*added.listed, *added.packed}) + kinds.count(0)
    return (
        lookup(trailer, "/Type") == "/XRef"
        and len(widths) == 3
        and len(data) == sum(widths) * count
        and numbers == sorted(set(numbers))
        and known == count
        and all(number == 0 for number, kind in zip(numbers, kinds, strict=True) if kind == 0)
        and _packed_as_usual(trailer, sum(widths))
    )


def _packs(added: Added) -> set[int]:
    return {where.obj_stream_id for where in added.packed.values()}


def _pack(added: Added, number: int) -> Any:
    return _stream(added, generic.Reference(number, 0, added.document.reader))


def _stream(added: Added, reference: generic.Reference) -> Any:
    return added.resolver.get_object(reference)


def _pack_fits(added: Added, number: int, pack: Any) -> bool:
    first, count, data = int(pack["/First"]), int(pack["/N"]), pack.data
    pairs = [int(word) for word in data[:first].split()]
    listed = sorted((w.ix_in_stream, n) for n, w in added.packed.items() if w.obj_stream_id == number)
    places = [first + offset for offset in pairs[1::2]]
    return (
        number in added.listed
        and lookup(pack, "/Type") == "/ObjStm"
        and set(pack) <= _OF_PACKS
        and _packed_as_usual(pack, None)
        and listed == list(enumerate(pairs[::2]))
        and len(pairs) == 2 * count
        and places == sorted(set(places))
        and places[:1] == [first]
        and all(data[at - 1 : at] in {b" ", b"\n", b"\r"} and data[at : at + 1].strip(_SPACE) for at in places)
    )


def _packed_as_usual(entries: Any, width: int | None) -> bool:
    """Not at all or by deflate; of predictors the one that everybody writes, over whole rows."""
    filters, settings = lookup(entries, "/Filter"), lookup(entries, "/DecodeParms")
    if isinstance(filters, generic.ArrayObject):
        filters = filters[0] if len(filters) == 1 else ""
    if isinstance(settings, generic.ArrayObject):
        settings = settings[0] if len(settings) == 1 else ""
    usual = settings is None or (width is not None and dict(settings) == {"/Predictor": 12, "/Columns": width})
    return filters in {None, _FLATE} and usual
