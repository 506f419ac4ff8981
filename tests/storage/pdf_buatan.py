"""PDF files made by hand, byte by byte, so that a test decides how a thing is written."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from typing import Literal

import pikepdf

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%b>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R%b>>"


def pdf(
    objects: Mapping[int, bytes] = {},
    *,
    catalog: bytes = b"",
    page: bytes = b"",
    trailer: bytes = b"",
    hooked: bool = True,
) -> bytes:
    """A one-page PDF; *objects* from number 4 on, and extra keys of catalog, page and trailer.

    *hooked*: the catalog refers to every object, or qpdf drops it on rewriting.
    """
    hooks = b"".join(b" %d 0 R" % number for number in objects) if hooked else b""
    whole = {
        1: CATALOG % (catalog + b"/Uji[%b]" % hooks),
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: PAGE % page,
        **objects,
    }
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + body(whole, len(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), trailer)


def body(objects: Mapping[int, bytes], start: int, trailer: bytes = b"") -> bytes:
    """Objects, their cross-reference table and a trailer, written from offset *start* on."""
    content, offsets = b"", {}
    for number, text in objects.items():
        offsets[number] = start + len(content)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    table = b"xref\n0 1\n0000000000 65535 f \n"
    for number, offset in sorted(offsets.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, offset)
    size = max(offsets) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n"
    return content + table + end % (size, trailer, start + len(content))


def updated(original: bytes, objects: Mapping[int, bytes]) -> bytes:
    """An incremental update: *objects* replace or join those of *original*."""
    previous = original.rindex(b"startxref\n") + len(b"startxref\n")
    offset = int(original[previous:].split()[0])
    return original + body(objects, len(original), b"/Prev %d" % offset)


def stream(content: bytes, keys: bytes = b"", *, flate: int = 0) -> bytes:
    """A stream object, deflated *flate* times."""
    for _ in range(flate):
        content = zlib.compress(content, 9)
    filters = b"/Filter[" + b"/FlateDecode" * flate + b"]" if flate else b""
    return b"<</Length %d%b%b>>stream\n%b\nendstream" % (len(content), filters, keys, content)


def in_object_streams(original: bytes) -> bytes:
    """The same file rewritten with its objects packed into compressed object streams."""
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(original)) as document:
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return packed.getvalue()


def encrypted(original: bytes, *, user: str = "", revision: Literal[2, 3, 4, 6] = 6) -> bytes:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(original)) as document:
        key = pikepdf.Encryption(owner="pemilik", user=user, R=revision, aes=revision >= 4, metadata=revision >= 4)
        document.save(locked, encryption=key)
    return locked.getvalue()


def pages(count: int) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as document:
        for _ in range(count):
            document.add_blank_page(page_size=(595, 842))
        document.save(made)
    return made.getvalue()


def bomb(levels: int, size: int = 10_000_000_000) -> bytes:
    """About *size* zero bytes deflated *levels* times, made without ever holding them.

    After a full flush the same input packs to the same bytes, so one block is packed and repeated.
    """
    block = 10_000_000
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = engine.compress(bytes(block)) + engine.flush(zlib.Z_FULL_FLUSH)
    times = size // block
    adler = ((times * block % 65521) << 16) | 1
    content = b"\x78\xda" + packed * times + b"\x03\x00" + adler.to_bytes(4, "big")
    for _ in range(levels - 1):
        content = zlib.compress(content, 9)
    return content
