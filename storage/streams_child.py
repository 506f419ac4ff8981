"""Decoded streams of a PDF as files for the scanner, written in the limited child.

clamd does not open ordinary compressed attachments, nor object streams, nor a PDF inside a PDF
(Cisco-Talos/clamav#1773), so each decoded stream is shown to it as a file of its own.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

_PLUMBING = frozenset({"/ObjStm", "/XRef"})
_FLATE = frozenset({"/FlateDecode", "/Fl"})
_PIECE = 4096
_PEEK = 64 * 1024
"""Bytes shown of what calls itself a picture: pixels are no malware, but a small picture may be none."""


class Budget:
    """Bytes and depth left; ``exceeded`` means something was not shown, so clean would be a lie."""

    def __init__(self, folder: Path, allowed: int, one: int, depth: int) -> None:
        self.folder, self.left, self.one, self.depth = folder, allowed, one, depth
        self.files = 0
        self.exceeded = False

    @property
    def ceiling(self) -> int:
        """Bytes the next stream may have."""
        return min(self.left, self.one)

    def keep(self, content: bytes) -> None:
        self.files += 1
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
        if not isinstance(thing, Stream) or _is_plumbing(thing):
            continue
        if _is_picture(thing):
            _show(_beginning(thing), budget, depth)
        else:
            _show(_decoded(thing, budget), budget, depth)


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


def _beginning(stream: Stream) -> bytes:
    """The first bytes of a picture whose stored form is small enough to be anything else; nothing of a real page."""
    content = stream.read_raw_bytes()
    if len(content) > _PEEK:
        return b""
    for name in _filters(stream):
        if name not in _FLATE:
            break
        content = _inflate_once(content, _PEEK) or content
    return content[:_PEEK]


def _decoded(stream: Stream, budget: Budget) -> bytes | None:
    """The content after its filters; None when it does not fit. Unknown filters leave it raw."""
    if _plain_flate(stream):
        return _inflate(stream.read_raw_bytes(), budget.ceiling, len(_filters(stream)))
    try:
        return stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


def _inflate(content: bytes, allowed: int, times: int) -> bytes | None:
    """zlib with a ceiling: qpdf has none, and nested deflate makes gigabytes of a kilobyte."""
    for _ in range(times):
        unpacked = _inflate_once(content, allowed)
        if len(unpacked) > allowed:
            return None
        content = unpacked or content
    return content


def _inflate_once(content: bytes, allowed: int) -> bytes:
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


def _is_plumbing(stream: Stream) -> bool:
    return str(stream.get("/Type")) in _PLUMBING
