"""Is the file something else as well? Rules about bytes outside the format's own structure; nothing is parsed.

A file of two formats shows one face to the scanner or the clerk, and another to whoever opens it differently.
"""

from __future__ import annotations

import mmap
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SPACE = b"\x00\t\n\x0c\r "
_LINE = rb"%(?!PDF-|%EOF)(?:(?:[\t -;=-~]|<(?![A-Za-z!?])){0,1000}|[^\r\n<]{0,64})[\r\n]"
"""A comment: print (Ghostscript writes its whole command there) or a few high bytes that say *binary*; no mark-up."""
_GAP = rb"(?>[\x00\t\n\x0c\r ]|" + _LINE + rb")*+"
"""Never read in a second way: forty comments that can be read in two would be hours."""
_OBJECT = rb"\d{1,10}\s+\d{1,5}\s+obj"
_BEGINNING = re.compile(rb"%PDF-\d\.\d[^\r\n<\0]{0,60}\0?[\r\n]" + _GAP + rb"(?:" + _OBJECT + rb"|xref)")
_UPDATE = re.compile(_GAP + rb"(?:" + _OBJECT + rb"|xref|startxref|endstream|%%EOF)")
_BETWEEN = re.compile(
    rb"endobj" + _GAP + rb"[^<]{0,16}?(?:" + _OBJECT + rb"|xref|trailer|startxref|%%EOF|endobj|endstream|\Z)"
)
"""What stands behind an object; a few bytes that went astray are forgiven."""
_MARKUP = re.compile(rb"<(?:!doctype\s+(?:html|svg)|\?php|html|head|body|script|iframe|svg)\b", re.IGNORECASE)
"""Not every ``<!DOCTYPE``: cameras and image programs write property lists."""
_ANYWHERE = re.compile(rb"<(?i:!doctype\s+html|!entity|\?php|html|script|iframe)[\s>]|<(?i:svg\s+on|img\s+src)")
"""Long enough that a picture's own bytes do not spell it by chance."""
_SCRIPT = b"\xff\xd8\xff\xe0/*"
"""A JPEG whose first segment is as long as a script's comment begins: to a browser one is the other."""
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xd0\xcf\x11\xe0", b"dex\n")
_PACKED = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF", b"\x28\xb5\x2f\xfd", b"ITSF")
_NEAR, _FAR = 8192, 66_000
_SNIFFED = 1024
"""Bytes by which browsers guess what a file is."""
_ZIP_END, _ZIP_ENTRY, _ZIP64 = b"PK\x05\x06", b"PK\x01\x02", b"PK\x06\x07"
_ELSEWHERE = ((257, b"ustar"), (0x8001, b"CD001"))
"""Formats whose mark is not at the beginning: a tape archive and a disc image fit around anything."""


def pdf_ending(path: Path) -> str:
    """``murni``, ``sisipan`` (bytes around the PDF's own) or ``terpotong`` (no ``%%EOF``).

    Between header and first object stand comments, after an end an update or nothing. Holds for 99.9 % of honest
    PDFs and stops most files that are two formats at once.
    """
    with _mapped(path) as content:
        last = content.rfind(b"%%EOF")
        if last < 0:
            return "terpotong"
        if content[last + 5 :].strip(_SPACE) or not _BEGINNING.match(content, 0, _NEAR):
            return "sisipan"
        if _MARKUP.search(content, 0, _SNIFFED):  # in a stream that is not packed
            return "sisipan"
        plain = all(_UPDATE.match(content, end, end + _NEAR) for end in _ends_before(content, last))
        return "murni" if plain and not _elsewhere(content) else "sisipan"


def _ends_before(content: mmap.mmap, last: int) -> Iterator[int]:
    at = content.find(b"%%EOF")
    while at < last:
        yield at + 5
        at = content.find(b"%%EOF", at + 5)


def strays(outside: bytes) -> bool:
    """Is there anything behind an object but the next one? *outside*: a piece of a PDF without its streams."""
    at = outside.find(b"endobj")
    while at >= 0:
        if not _BETWEEN.match(outside, at):
            return True
        at = outside.find(b"endobj", at + 6)
    return False


def image_holds_more(path: Path) -> bool:
    """Whether what begins as a picture is a ZIP, a PDF, a page of the web, a tape archive or a disc image too."""
    with _mapped(path) as content:
        first = content[:4096]
        marked = _MARKUP.search(first) is not None or _ANYWHERE.search(content) is not None
        return marked or b"%PDF-" in first or first.startswith(_SCRIPT) or _elsewhere(content)


def is_foreign(rest: bytes) -> bool:
    """For what stands behind the end of a picture: a document, mark-up, a parcel, a program."""
    return (
        begins_foreign(rest.lstrip(_SPACE))
        or b"%PDF-" in rest
        or b"PK\x03\x04" in rest
        or _ZIP_END in rest
        or _MARKUP.search(rest) is not None
    )


def begins_foreign(content: bytes) -> bool:
    """A program, a parcel or a document by its first bytes."""
    return content.startswith((*_PROGRAMS, *_PACKED, b"%PDF-", b"PK\x03\x04"))


def _elsewhere(content: mmap.mmap) -> bool:
    return _is_parcel(content) or any(content[at : at + len(mark)] == mark for at, mark in _ELSEWHERE)


def _is_parcel(content: mmap.mmap) -> bool:
    """A ZIP is read from its end, whatever stands before it: any end whose directory is where it says, counts."""
    at = content.rfind(_ZIP_END, max(0, len(content) - _FAR))
    while at >= 0:
        end = content[at : at + 22]
        if len(end) == 22:
            size, start = struct.unpack("<II", end[12:20])
            places = (max(at - size, 0), start)
            if any(content[place : place + 4] == _ZIP_ENTRY for place in places):
                return True
            if content[max(at - 20, 0) : max(at - 16, 0)] == _ZIP64:
                return True
        at = content.rfind(_ZIP_END, max(0, len(content) - _FAR), at)
    return False


@contextmanager
def _mapped(path: Path) -> Iterator[mmap.mmap]:
    with path.open("rb") as source, mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ) as content:
        yield content
