"""Where a picture ends, and whether what stands behind is a phone's own or a stranger. In the limited child only.

Phones write more behind a JPEG: a second picture (depth, brightness), the film of a moving photo, notes of the
maker. A document, a parcel or a page of the web has no business there.
"""

from __future__ import annotations

import re

from storage import tiff_end
from storage.foreign import begins_foreign, is_foreign

_PADDING = b"\x00\xff\t\n\r "
NOTES = 65_536
"""Bytes of a maker's notes; a film or a second picture may be longer."""
_BOXES = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"idat", b"free", b"skip", b"wide", b"uuid", b"mpvd", b"sefd"})
_LOOSE = frozenset({b"free", b"skip", b"wide", b"uuid"})
"""Boxes of any content."""
_CRITICAL = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"ICCP", b"EXIF", b"XMP "})
_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")


def holds_more(content: bytes, kind: str) -> bool:
    """Is there anything behind the picture that no phone writes there? False where the end cannot be told."""
    ends = {"jpeg": _jpeg_end, "png": _png_end, "webp": _webp_end, "heic": _boxes_end, "tiff": tiff_end.find}
    end = ends[kind](content)
    if end is None:
        return False
    rest = _without_padding(content[end:])
    if not rest:
        return False
    return kind not in ("jpeg", "tiff") or not _of_a_maker(rest)


def _without_padding(rest: bytes) -> bytes:
    """The length in front of a film begins with zeros of its own."""
    plain, film = rest.strip(_PADDING), rest.find(b"ftyp")
    if plain.startswith(b"\xd8\xff"):  # the first byte of another picture is one of those it is padded with
        return b"\xff" + plain
    return rest[film - 4 :] if film >= 4 and b"ftyp" in plain[:8] else plain


def _of_a_maker(rest: bytes) -> bool:
    """One picture or film behind another; what stands last may be notes, when it is nothing else as well."""
    while len(rest) > NOTES and not rest.endswith(b"SEFT"):
        if rest.startswith(b"\xff\xd8\xff"):
            end = _jpeg_end(rest)
        else:
            end = _boxes_end(rest) if rest[4:8] == b"ftyp" else None
        if not end:
            return False
        rest = _without_padding(rest[end:])
    return not is_foreign(rest[-NOTES:])


def _jpeg_end(content: bytes) -> int | None:
    """Behind the first end-of-image mark that is no part of a segment (a preview has marks of its own)."""
    at = 2
    while marker := _MARKER.search(content, at):
        kind, at = content[marker.end() - 1], marker.end()
        if kind == 0xD9:
            return at
        if kind not in (0x01, 0xD8):
            if len(content) < at + 2:
                return None
            at += int.from_bytes(content[at : at + 2], "big")
    return None


def _png_end(content: bytes) -> int | None:
    """ISO 15948, 5.4: what begins with a capital must be understood; what is no picture may begin as nothing else."""
    at = 8
    while at + 12 <= len(content):
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if name[:1].isupper() and name not in _CRITICAL:
            return at
        if name != b"IDAT" and begins_foreign(content[at + 8 : at + 8 + length]):
            return at
        at += 12 + length
        if name == b"IEND":
            return at
    return None


def _webp_end(content: bytes) -> int | None:
    """RFC 9649, 2.3: one chunk behind another, each with a name, its length and an even number of bytes."""
    at, end = 12, min(8 + int.from_bytes(content[4:8], "little"), len(content))
    while at + 8 <= end and content[at : at + 4] in _CHUNKS:
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    return None if at > len(content) + 1 else min(at, end)


def _boxes_end(content: bytes) -> int | None:
    """ISO 14496-12: one box behind another, each with its length and a name of four letters."""
    at = 0
    while at + 8 <= len(content):
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(content[at + 8 : at + 16], "big")
        if length == 0:
            return len(content)
        if length < 8 or name not in _BOXES:
            return at
        inside = content[at + 8 : at + length]
        if is_foreign(inside) if name in _LOOSE else begins_foreign(inside):
            return at
        at += length
    return min(at, len(content))
