"""Active content that the last table of objects does not lead to. Runs in the limited child only.

What an update replaced, the first of two keys of one name, an object no table lists: another reader repairs a file
differently, and a signed earlier version can be opened again (ISO 32000-1, 12.8.1). So the text of the file itself is
searched, outside of streams, strings and comments, with the escapes of names resolved; and every stream that says it
holds objects, listed or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pikepdf import Name, Object, Pdf, PdfError, Stream

from storage.foreign import strays
from storage.streams_child import PACKING, unpacked

NAMES = frozenset({"JavaScript", "JS", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "RichMediaExecute"})
NAMES |= {"GoTo3DView", "RichMedia", "RichMediaContent", "XFA", "EmbeddedFiles", "EmbeddedFile", "FileAttachment"}
NAMES |= {"Encrypt"}
"""Words with no second meaning in an honest file. An encrypted file is known before its text is searched: here the word
is left over from another version of it."""
STRAY = "Stray"
"""Something between two objects that is neither a comment nor white space: a page of the web, a program, anything."""
_KEYS, _LARGEST = 1000, 16_000_000
"""Bytes of the keys in front of a stream, and of the objects in it."""
_END = rb"(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|$)"
_WANTED = re.compile(rb"/(" + b"|".join(name.encode() for name in sorted(NAMES)) + rb")" + _END)
_STREAM = re.compile(rb"stream\r?\n")
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")
_NUMBERS = frozenset(b"0123456789 \t\n\r\x0b\x0c")
"""All that stands in front of the word in that pattern."""
_ASIDE = re.compile(rb"\((?:[^()\\]|\\.)*\)|%[^\r\n]*", re.DOTALL)
_FILTER = re.compile(rb"/(?:" + b"|".join(name[1:].encode() for name in sorted(PACKING)) + rb")" + _END)
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")


def find(content: bytes, pdf: Pdf) -> set[str]:
    """Names as in :func:`storage.active_content.find`, in the bytes of a file and in its object streams; ``STRAY``."""
    begins = [found for found in _STREAM.finditer(content) if not content[found.start() - 1 : found.start()].isalnum()]
    outside = list(_outside_streams(content, begins))
    texts = (*outside, *_packed(content, begins), *_object_streams(pdf.objects))
    stray = any(strays(text) for text in outside)
    return {name for text in texts for name in _named(text)} | ({STRAY} if stray else set())


def _outside_streams(content: bytes, begins: Sequence[re.Match[bytes]]) -> Iterator[bytes]:
    """Also what lies between the words for a stream, when it holds an object: then they stood in a comment."""
    at = 0
    for begin in begins:
        if begin.start() < at:
            continue
        yield content[at : begin.start()]
        end = content.find(b"endstream", begin.end())
        end = len(content) if end < 0 else end
        if _holds_object(content, begin.end(), end):
            yield content[begin.end() : end]
        at = end
    yield content[at:]


def _holds_object(content: bytes, start: int, end: int) -> bool:
    """Read backwards from each word that would begin one: packed pixels spell it now and then, hardly ever with the
    numbers before it, and all their digits need not be tried."""
    at = content.find(b"obj", start, end)
    while at >= 0:
        before = at
        while before > start and content[before - 1] in _NUMBERS:
            before -= 1
        if _OBJECT.search(content, before, min(at + 4, end)):
            return True
        at = content.find(b"obj", at + 3, end)
    return False


def _packed(content: bytes, begins: Sequence[re.Match[bytes]]) -> Iterator[bytes]:
    """Objects in streams an update has taken out of the table."""
    for begin in begins:
        keys = content[max(0, begin.start() - _KEYS) : begin.start()].rpartition(b"obj")[2]
        if b"ObjStm" in _unescaped(keys):
            end = content.find(b"endstream", begin.end())
            packed = content[begin.end() : end if end >= 0 else None]
            yield unpacked(packed, [name.decode() for name in _FILTER.findall(_unescaped(keys))], _LARGEST)[0]


def _object_streams(objects: Iterable[Object]) -> Iterator[bytes]:
    for thing in objects:
        if isinstance(thing, Stream) and thing.get("/Type") == Name.ObjStm:
            try:
                yield thing.read_bytes()
            except PdfError:  # nobody reads objects out of it
                continue


def _named(text: bytes) -> Iterator[str]:
    yield from (match[1].decode() for match in _WANTED.finditer(_unescaped(_ASIDE.sub(b" ", text))))


def _unescaped(text: bytes) -> bytes:
    return _ESCAPE.sub(lambda escape: bytes.fromhex(escape[1].decode()), text) if b"#" in text else text
