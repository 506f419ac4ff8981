"""PDF words read and written in one go where pyHanko goes letter by letter; anything unusual is left to it."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from pyhanko.pdf_utils import generic, xref
from pyhanko.pdf_utils.xref import XRefType

_theirs: Any = generic
_decoded, _by_letters = _theirs._decode_name, _theirs.read_hex_string_from_stream
_until, _rows_one_by_one = _theirs.read_until_delimiter, xref.parse_xref_table
_written = generic.NameObject.write_to_stream
_text_written, _letter_by_letter = generic.TextStringObject.write_to_stream, _theirs._read_string_literal_bytes
_HEX = re.compile(rb"<((?:[0-9A-Fa-f]{2})*)>")
_WORD = re.compile(rb"[^\0\t\n\f\r ()<>\[\]{}/%]*")
_PLAIN = re.compile(r"/[0-9A-Za-z._+-]*")
_SUBSECTION = re.compile(rb"(\d{1,10}) (\d{1,7})(?: ?\r\n| ?\n| ?\r)")
_ROW = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)")
_TRAILER = re.compile(rb"trailer[ \t\r\n]*(?=<<)")
_LITERAL = re.compile(rb"\(([^()\\]*)\)")
_ESCAPED = re.compile(rb"[^0-9A-Za-z ]")
_SHORT, _LONG = 128, 200_000


class _Entry(NamedTuple):
    """As pyHanko's own, without its price."""

    xref_type: XRefType
    location: int | None
    idnum: int
    generation: int


def read_and_write_quickly() -> None:
    """From now on, in this process; doing it twice changes nothing."""
    theirs: Any = generic.NameObject
    theirs.write_to_stream = _write_name
    _theirs._decode_name = _name
    _theirs.read_until_delimiter = _until_delimiter
    _theirs.read_hex_string_from_stream = _hex_string
    _theirs._read_string_literal_bytes = _literal
    text: Any = generic.TextStringObject
    text.write_to_stream = _write_text
    xref.parse_xref_table = _table


def _write_name(self: Any, stream: Any, handler: Any = None, container_ref: Any = None) -> None:
    text = str(self)
    if _PLAIN.fullmatch(text):
        stream.write(text.encode())
    else:
        _written(self, stream, handler, container_ref)


def _write_text(self: Any, stream: Any, handler: Any = None, container_ref: Any = None) -> None:
    if handler is None and self.force_output_encoding is None and self.isascii() and self.isprintable():
        stream.write(b"(%b)" % _ESCAPED.sub(lambda found: b"\\%03o" % found[0][0], self.encode()))
    else:
        _text_written(self, stream, handler, container_ref)


def _literal(stream: Any) -> bytes:
    """A string without parentheses or escapes in it, if it is short."""
    start = stream.tell()
    found = _LITERAL.match(stream.read(_SHORT))
    stream.seek(start + (found.end() if found else 0))
    letters: bytes = found[1] if found else _letter_by_letter(stream)
    return letters


def _name(letters: bytes) -> Any:
    """Each a new object: they know where they stand."""
    return generic.NameObject(_text_of(letters))


@lru_cache(maxsize=4096)
def _text_of(letters: bytes) -> str:
    return str(_decoded(letters))


def _until_delimiter(stream: Any) -> bytes:
    start = stream.tell()
    chunk = stream.read(_SHORT)
    found = _WORD.match(chunk)
    if found is None or found.end() == len(chunk):
        stream.seek(start)
        word: bytes = _until(stream)
        return word
    stream.seek(start + found.end())
    return found[0]


def _hex_string(stream: Any) -> Any:
    start = stream.tell()
    found = _HEX.match(stream.read(_LONG))
    stream.seek(start + (found.end() if found else 0))
    return generic.pdf_string(bytes.fromhex(found[1].decode())) if found else _by_letters(stream)


def _table(stream: Any, strict: bool) -> Iterator[Any]:
    """A table written as ISO 32000-1 §7.5.4 has it, twenty bytes to a row."""
    start = stream.tell()
    entries = _canonical(stream)
    if entries is None:
        stream.seek(start)
        return iter(_rows_one_by_one(stream, strict))
    return iter(entries)


def _canonical(stream: Any) -> list[_Entry] | None:
    """None for any other table."""
    entries: list[_Entry] = []
    while True:
        at = stream.tell()
        head = stream.read(40)
        trailer = _TRAILER.match(head)
        if trailer and entries:
            stream.seek(at + trailer.end())
            return entries
        section = _SUBSECTION.match(head)
        if section is None:
            return None
        stream.seek(at + section.end())
        first, size = int(section[1]), int(section[2])
        data = stream.read(20 * size)
        rows = _ROW.findall(data)
        if len(rows) != size or len(data) != 20 * size:
            return None
        entries += [_entry(number, row) for number, row in enumerate(rows, first)]


def _entry(number: int, row: tuple[bytes, bytes, bytes]) -> _Entry:
    if row[2] == b"n":
        return _Entry(XRefType.STANDARD, int(row[0]), number, int(row[1]))
    return _Entry(XRefType.FREE, None, number, int(row[1]))
