"""Active content that the last table of objects does not lead to. Runs in the limited child only.

What an update replaced, the first of two keys of one name, an object no table lists: another reader repairs a file
differently, and a signed earlier version can be opened again (ISO 32000-1, 12.8.1). So the text of the file itself is
searched, outside of streams, strings and comments, with the escapes of names resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pikepdf import Name, Object, Pdf, PdfError, Stream

NAMES = frozenset({"JavaScript", "JS", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "RichMediaExecute"})
NAMES |= {"GoTo3DView", "RichMedia", "RichMediaContent", "XFA", "EmbeddedFiles", "EmbeddedFile", "FileAttachment"}
"""Words with no second meaning in an honest file."""
_END = rb"(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|$)"
_WANTED = re.compile(rb"/(" + b"|".join(name.encode() for name in sorted(NAMES)) + rb")" + _END)
_STREAM = re.compile(rb"\bstream\r?\n")
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")
_ASIDE = re.compile(rb"\((?:[^()\\]|\\.)*\)|%[^\r\n]*", re.DOTALL)
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")


def find(content: bytes, pdf: Pdf) -> set[str]:
    """Names as in :func:`storage.active_content.find`, in the bytes of a file and in its object streams."""
    return {name for text in (*_outside_streams(content), *_object_streams(pdf.objects)) for name in _named(text)}


def _outside_streams(content: bytes) -> Iterator[bytes]:
    """Also what lies between the words for a stream, when it holds an object: then they stood in a comment."""
    at = 0
    while begin := _STREAM.search(content, at):
        yield content[at : begin.start()]
        end = content.find(b"endstream", begin.end())
        end = len(content) if end < 0 else end
        if _OBJECT.search(content, begin.end(), end):
            yield content[begin.end() : end]
        at = end
    yield content[at:]


def _object_streams(objects: Iterable[Object]) -> Iterator[bytes]:
    for thing in objects:
        if isinstance(thing, Stream) and thing.get("/Type") == Name.ObjStm:
            try:
                yield thing.read_bytes()
            except PdfError:  # nobody reads objects out of it
                continue


def _named(text: bytes) -> Iterator[str]:
    plain = _ASIDE.sub(b" ", text)
    if b"#" in plain:
        plain = _ESCAPE.sub(lambda escape: bytes.fromhex(escape[1].decode()), plain)
    yield from (match[1].decode() for match in _WANTED.finditer(plain))
