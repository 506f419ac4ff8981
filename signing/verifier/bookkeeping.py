"""What a later revision says about itself, held against what it is: lengths, places, sizes, identifiers, references.

Readers forgive a wrong number here, each in its own way. An honest program writes the right one.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import re
from collections.abc import Iterator

from pyhanko.pdf_utils import generic

from signing.revision_id import identifier_after
from signing.verifier import packing
from signing.verifier.added import Added, added_behind
from signing.verifier.report import Finding
from signing.verifier.subject import Document, lookup
from signing.verifier.tidy import END, NUMBER, another_hand, one_hand

_HEAD = re.compile(rb"(%b) (%b) obj[ \r\n]?" % (NUMBER, NUMBER))
_STREAM = re.compile(rb"(?P<entries>.*?>>)[ \r\n]{0,2}stream\r?\n", re.DOTALL)
_STARTS = re.compile(rb"(?<![A-Za-z])(?:end)?stream(?![A-Za-z])")
_LENGTH = re.compile(rb"/Length (%b)(?: (%b) R)?(?=[ \r\n/>])" % (NUMBER, NUMBER))
_ENDS = {b"\nendstream", b"\r\nendstream", b"\rendstream"}
_ROW_END = rb"(?: \n| \r|\r\n)"
_ROW = rb"(?:\d{10} \d{5} n%b)" % _ROW_END
_ROW_ENDS = re.compile(rb"(?<=\d [nf])%b" % _ROW_END)
_TABLE = re.compile(
    rb"xref(?P<end>%b)(?:0 [1-9]\d*(?P=end)(?P<free>\d{10} 65535 f)%b%b*)?"
    rb"(?:[1-9]\d* %b(?P=end)%b+)*trailer(?:(?P=end)| )?(?P<entries><<.*>>)"
    rb"(?P=end)(?:%%iText[^\r\n%%]{1,80}(?P=end))?startxref(?P=end)(?P<place>%b)(?P=end)%%%%EOF(?P=end)"
    % (END, _ROW_END, _ROW, NUMBER, _ROW, NUMBER),
    re.DOTALL,
)
_CLOSING = re.compile(
    rb"endobj(?P<space>%b)(?:\n(?=startxref)|%%iText[^\r\n%%]{1,80}(?P=space))?"
    rb"startxref(?P<end>%b)(?P<place>%b)(?P=end)%%%%EOF(?P=end)\Z" % (END, END, NUMBER)
)
_REFERENCE = re.compile(rb"(?<![\d.])(\d+)[ \r\n]+\d+[ \r\n]+R\b")
_ODD = Finding.undecided(
    "Catatan letak, panjang, atau jumlah pada bagian yang ditambahkan setelah penandatanganan "
    "tidak cocok dengan isinya."
)


def check_bookkeeping(document: Document, signed: int, covered: int) -> Iterator[Finding]:
    """Findings about the revisions behind *signed*, the first signature's end.

    Behind *covered*, the last signature's or timestamp's end, every word counts. Before that the words are somebody's
    own, and only what two readers would take for two different objects is looked at.
    """
    if document.hybrid:
        return
    for added in added_behind(document, signed):
        checks = _CHECKS if added.place >= covered else (_objects_are_clear,)
        if not all(fits(added) for fits in checks):
            yield _ODD
            return


def _numbers_fit(added: Added) -> bool:
    """ISO 32000-1 §7.5.5: how many objects there are, where the section before this one is, what is at the top."""
    trailer, before, stream = added.trailer, added.earlier.trailer, added.section.stream_ref
    highest = max([*added.listed, *added.packed, stream.idnum if stream else 0])
    size, info = before.raw_get("/Size"), _reference(trailer, "/Info")
    return (
        trailer.raw_get("/Size") == max(size, highest + 1)
        and trailer.raw_get("/Prev") == added.last_word
        and _reference(trailer, "/Root") == _reference(before, "/Root")
        and (info == _reference(before, "/Info") or (info is not None and info[0] >= size))
    )


def _reference(trailer: generic.DictionaryObject, key: str) -> tuple[int, int] | None:
    value = trailer.raw_get(key) if key in trailer else None
    return (value.idnum, value.generation) if isinstance(value, generic.IndirectObject) else None


def _identifier_fits(added: Added) -> bool:
    """The same as before or the digest of what was there, when our hand wrote this and the one before it.

    Others choose it by chance, as ISO 32000-1 §14.4 lets them: another program shows in how it sets its words.
    """
    mine, theirs = _second_half(added), _second_half(added.earlier)
    data, before = added.document.data, added.earlier.start
    if mine in {theirs, identifier_after(data[: added.start])}:
        return True
    ours = theirs is not None and theirs == identifier_after(data[:before])
    return not ours or (mine is not None and another_hand(_words(added), _words(added.earlier)))


def _second_half(added: Added) -> bytes | None:
    pair = lookup(added.trailer, "/ID")
    if pair is None:
        return None
    _, second = pair
    return bytes(second.original_bytes)


def _objects_fit(added: Added) -> bool:
    """The cross-references come last, and they list themselves when they list themselves at all."""
    named = {place: (number, generation) for number, (generation, place) in added.listed.items()}
    *objects, (place, section) = added.pieces()
    stream = added.section.stream_ref
    own = (stream.idnum, stream.generation) if stream else None
    return (
        place == added.place
        and named.get(place, own) == own
        and all(_object_fits(added, piece, named[at]) for at, piece in objects)
        and _section_fits(added, section)
    )


def _objects_are_clear(added: Added) -> bool:
    """Each object is the one it is listed as, and each stream is as long as it says."""
    named = {place: (number, generation) for number, (generation, place) in added.listed.items()}
    return all(
        _object_fits(added, piece, named[at]) for at, piece in added.pieces() if at in named and at != added.place
    )


def _object_fits(added: Added, piece: bytes, named: tuple[int, int]) -> bool:
    """Its own name is the one it is listed by, and its stream is as long as it says."""
    head = _HEAD.match(piece)
    if head is None or (int(head[1]), int(head[2])) != named:
        return False
    stream = _data(added, piece)
    if stream is None:
        return not _STARTS.search(re.sub(rb"\((?:[^()\\]|\\.)*\)", b"", piece, flags=re.DOTALL))
    entries, (start, stop) = stream
    return piece[stop:].rstrip(b" \r\n").removesuffix(b"endobj").rstrip(b" \r\n") in _ENDS and packing.whole(
        entries, piece[start:stop]
    )


def _data(added: Added, piece: bytes) -> tuple[bytes, tuple[int, int]] | None:
    """A stream's entries, and where its bytes are by the length it says; None when it is no stream or says nothing."""
    found = _STREAM.match(piece)
    size = _length(added, found["entries"]) if found else None
    return (found["entries"], (found.end(), found.end() + size)) if found and size is not None else None


def _length(added: Added, entries: bytes) -> int | None:
    """What ``/Length`` says, here or in an object of its own."""
    found = _LENGTH.search(entries)
    if found is None or found[2] is None:
        return int(found[1]) if found else None
    value = added.resolver.get_object(generic.Reference(int(found[1]), int(found[2]), added.document.reader))
    return int(value) if isinstance(value, generic.NumberObject) else None


def _section_fits(added: Added, piece: bytes) -> bool:
    """The cross-references and what closes the file, to the letter."""
    table, stream = _TABLE.fullmatch(piece), added.section.stream_ref
    if table is not None:
        free = table["free"] or b""
        alike = len(set(_ROW_ENDS.findall(piece))) == 1
        return alike and int(table["place"]) == added.place and free[:10] in {b"", b"0000000000", _free_before(added)}
    closing = _CLOSING.search(piece)
    if closing is None or stream is None or int(closing["place"]) != added.place:
        return False
    whole = piece[: closing.start() + len(b"endobj")]
    rows = _data(added, whole)
    return (
        rows is not None
        and _object_fits(added, whole, (stream.idnum, stream.generation))
        and packing.rows_fit(added, whole[slice(*rows[1])])
    )


def _is_tidy(added: Added) -> bool:
    return one_hand(_words(added))


def _words(added: Added) -> list[bytes]:
    """All objects, and of the cross-references what is words."""
    *objects, (_, section) = added.pieces()
    table, closing = _TABLE.fullmatch(section), _CLOSING.search(section)
    if table is not None:
        words = section[section.index(b"trailer") : table.end("entries")]
    else:
        words = section[: closing.end("space")] if closing else b""
    return [_without_data(added, piece) for piece in (*(piece for _, piece in objects), words)]


def _without_data(added: Added, piece: bytes) -> bytes:
    stream = _data(added, piece)
    if stream is None:
        return piece
    start, stop = stream[1]
    return piece[:start] + b"DATA" + piece[stop:]


def _free_before(added: Added) -> bytes:
    """The head of the list of free objects in the table before."""
    found = re.findall(rb"(\d{10}) 65535 f", added.document.data[: added.start])
    return found[-1] if found else b""


def _all_are_used(added: Added) -> bool:
    """Every object is named by another one of the same revision, by the trailer or by the cross-references."""
    named = {int(n) for _, piece in added.pieces() for n in _REFERENCE.findall(_without_data(added, piece))}
    named |= {int(n) for text in packing.texts(added) for n in _REFERENCE.findall(text)}
    stream = added.section.stream_ref
    own = {stream.idnum} if stream else set()
    own |= {where.obj_stream_id for where in added.packed.values()}
    return set(added.listed) | set(added.packed) <= named | own | _kept(added)


def _kept(added: Added) -> set[int]:
    """Numbers that were there before: what is said of them is compared with what was said."""
    size = added.earlier.trailer.raw_get("/Size")
    return {number for number in {*added.listed, *added.packed} if number < size}


def _evidence_fits(added: Added) -> bool:
    """No proof is listed twice, and none by a signature alone."""
    store = lookup(added.resolver.root, "/DSS")
    if not isinstance(store, generic.DictionaryObject):
        return True
    lists = {key: _listed(store, key) for key in ("/Certs", "/OCSPs", "/CRLs")}
    return all(len(set(found)) == len(found) for found in lists.values())


def _listed(store: generic.DictionaryObject, key: str) -> list[object]:
    entries = lookup(store, key)
    if not isinstance(entries, generic.ArrayObject):
        return []
    return [repr(entries.raw_get(index)) for index in range(len(entries))]


_CHECKS = (_numbers_fit, _identifier_fits, _objects_fit, packing.packs_fit, _all_are_used, _evidence_fits, _is_tidy)
