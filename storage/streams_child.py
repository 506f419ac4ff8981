"""Decoded streams of a PDF as files for the scanner, written in the limited child.

clamd does not open ordinary compressed attachments, nor object streams, nor a PDF inside a PDF
(Cisco-Talos/clamav#1773), so each decoded stream is shown to it as a file of its own.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

_FLATE = frozenset({"/FlateDecode", "/Fl"})
_PIECE = 4096
PACKING = frozenset({"/LZWDecode", "/LZW", "/RunLengthDecode", "/RL", "/ASCII85Decode", "/A85"})
PACKING |= _FLATE | {"/ASCIIHexDecode", "/AHx"}
_PEEK = 64 * 1024
"""Bytes shown of a picture's pixels: they are no malware, but what has more bytes than its measures is no picture."""
_DEEPEST, _LARGEST = 8, 32_000_000
"""Bytes of one pixel, four colours of 16 bits; and of the pixels that are unpacked to be counted."""


_MOST = 30_000
"""Pieces of one file: each is a question of a millisecond, and a hundred thousand of them would be minutes."""


class Budget:
    """Bytes and depth left; ``exceeded`` means something was not shown, so clean would be a lie."""

    def __init__(self, folder: Path, allowed: int, one: int, depth: int) -> None:
        self.folder, self.left, self.one, self.depth = folder, allowed, one, depth
        self.files, self.seen = 0, set[bytes]()
        self.exceeded = False

    @property
    def ceiling(self) -> int:
        """Bytes the next stream may have."""
        return min(self.left, self.one)

    def keep(self, content: bytes) -> None:
        """What was shown once is not shown again: a scanner's parts of a page are mostly the same white."""
        if (digest := sha256(content).digest()) in self.seen:
            return
        self.seen.add(digest)
        self.files += 1
        self.exceeded |= self.files > _MOST
        self.left -= len(content)
        (self.folder / f"{self.files:06d}").write_bytes(content)


def write(path: str, folder: str, allowed: int, one: int, depth: int) -> dict[str, Any]:
    """Write every decoded stream of the PDF at *path* into *folder*: *allowed* bytes in all, *one* each."""
    with pikepdf.open(path) as pdf:
        return shown(pdf, folder, allowed, one, depth)


def shown(pdf: pikepdf.Pdf, folder: str, allowed: int, one: int, depth: int) -> dict[str, Any]:
    """The same of an open PDF."""
    budget = Budget(Path(folder), allowed, one, depth)
    _walk(pdf, budget, 1)
    return {"files": budget.files, "exceeded": budget.exceeded}


def _walk(pdf: pikepdf.Pdf, budget: Budget, depth: int) -> None:
    for thing in pdf.objects:
        if not isinstance(thing, Stream) or budget.files > _MOST:
            continue
        if not _is_picture(thing):
            _show(_decoded(thing, budget), budget, depth)
        elif PACKING.intersection(_filters(thing)):
            _show(_pixels(thing, budget), budget, depth)


def _show(content: bytes | None, budget: Budget, depth: int) -> None:
    if content is None or len(content) > budget.ceiling:
        budget.exceeded = True
        return
    if content:
        budget.keep(content)
        _unpack(content, budget, depth)


def _unpack(content: bytes, budget: Budget, depth: int) -> None:
    """What looks like a container is opened as well; one that does not open was shown as it is."""
    if not content.startswith((b"%PDF", b"PK")):
        return
    if depth >= budget.depth:
        budget.exceeded = True
    elif content.startswith(b"PK"):
        _walk_zip(content, budget, depth + 1)
    else:
        _walk_inner(content, budget, depth + 1)


def _walk_inner(content: bytes, budget: Budget, depth: int) -> None:
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            _walk(pdf, budget, depth)
    except pikepdf.PasswordError:
        budget.exceeded = True
    except pikepdf.PdfError:
        return


def _walk_zip(content: bytes, budget: Budget, depth: int) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                with archive.open(member) as source:
                    _show(source.read(budget.ceiling + 1), budget, depth)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return
    except (RuntimeError, NotImplementedError):  # a password, or a method we do not have
        budget.exceeded = True


def _pixels(stream: Stream, budget: Budget) -> bytes | None:
    """The first bytes of a packed picture; what has more than its measures explain is none, and shown whole.

    One that is stored as it is lies open to the scanner in the file itself.
    """
    explained = int(stream["/Height"]) * (int(stream["/Width"]) * _DEEPEST + 1)
    content, fits = _unpacked(stream, min(explained, _LARGEST))
    return content[:_PEEK] if fits or explained > _LARGEST else _whole(stream, budget)


def _decoded(stream: Stream, budget: Budget) -> bytes | None:
    """The content after its filters; None when it does not fit. What stands behind an unknown one is left."""
    if not _plain_flate(stream):  # zlib has a ceiling here, qpdf has none
        with suppress(pikepdf.PdfError):
            return stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)
    return _whole(stream, budget)


def _whole(stream: Stream, budget: Budget) -> bytes | None:
    content, fits = _unpacked(stream, budget.ceiling)
    return content if fits else None


def _unpacked(stream: Stream, allowed: int) -> tuple[bytes, bool]:
    return unpacked(stream.read_raw_bytes(), _filters(stream), allowed)


def unpacked(content: bytes, filters: Sequence[str], allowed: int) -> tuple[bytes, bool]:
    """*content* without the packing in front of what only a picture has; whether *allowed* bytes were enough."""
    fits = True
    for name in filters:
        if name not in PACKING:
            break
        inner = inflate_once(content, allowed) if name in _FLATE else _by_qpdf(content, name)
        content, fits = inner or content, fits and len(inner) <= allowed
    return content, fits


def _by_qpdf(content: bytes, name: str) -> bytes:
    with pikepdf.new() as scratch:
        try:
            return Stream(scratch, content, Filter=Name(name)).read_bytes(pikepdf.StreamDecodeLevel.specialized)
        except pikepdf.PdfError:
            return b""


def inflate_once(content: bytes, allowed: int) -> bytes:
    """Everything up to the first fault. The checksum is not asked: readers do not ask it either."""
    engine, unpacked = zlib.decompressobj(-zlib.MAX_WBITS), bytearray()
    for start in range(2, len(content), _PIECE):
        try:
            unpacked += engine.decompress(content[start : start + _PIECE], allowed + 1 - len(unpacked))
        except zlib.error:
            break
        if len(unpacked) > allowed or engine.eof:
            break
    return bytes(unpacked)


def _plain_flate(stream: Stream) -> bool:
    filters = _filters(stream)
    return bool(filters) and _FLATE.issuperset(filters) and "/DecodeParms" not in stream


def _filters(stream: Object) -> list[str]:
    value = stream.get("/Filter")
    if isinstance(value, Array):
        return [str(entry) for entry in value]
    return [] if value is None else [str(value)]


def _is_picture(stream: Stream) -> bool:
    """Says it is an image and has the measures of one; an attachment may call itself anything."""
    sides = [stream.get("/Width"), stream.get("/Height")]
    measured = all(isinstance(side, int) for side in sides)
    return stream.get("/Subtype") == Name.Image and measured and not isinstance(stream.get("/Params"), Dictionary)
