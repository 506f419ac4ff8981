"""The kind of a file by its first bytes, and the cheap rules that need no parser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

_HEAD = 1024


@dataclass(frozen=True)
class Kind:
    """A kind the archive keeps: its name, media type, word for people and extensions."""

    name: str
    mime: str
    word: str
    extensions: frozenset[str]


PDF = Kind("pdf", "application/pdf", "PDF", frozenset({".pdf"}))
JPEG = Kind("jpeg", "image/jpeg", "foto JPG", frozenset({".jpg", ".jpeg", ".jpe", ".jfif"}))
PNG = Kind("png", "image/png", "gambar PNG", frozenset({".png"}))
TIFF = Kind("tiff", "image/tiff", "gambar TIFF", frozenset({".tif", ".tiff"}))
HEIC = Kind("heic", "image/heic", "foto HEIC", frozenset({".heic", ".heif", ".hif"}))
WEBP = Kind("webp", "image/webp", "gambar WebP", frozenset({".webp"}))

_MAGIC = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
)
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OFFICE = (b"[Content_Types].xml", b"_rels/.rels", b"mimetypeapplication/vnd.oasis", b"docProps/")
"""How the ZIP of an office program begins."""
_STILL = frozenset({b"heic", b"heix", b"mif1", b"heim", b"heis"})
_MOVING = frozenset({b"hevc", b"hevx", b"msf1", b"avif", b"avis"})


def head(path: Path) -> bytes:
    with path.open("rb") as source:
        return source.read(_HEAD)


def kind_of(first: bytes) -> Kind | None:
    """Only offset 0 counts: what begins otherwise is something else as well."""
    if first[4:8] == b"ftyp" and first[8:12] in _STILL:
        return HEIC
    if first.startswith(b"RIFF") and first[8:12] == b"WEBP":
        return WEBP
    return next((kind for magic, kind in _MAGIC if first.startswith(magic)), None)


def is_other_heif(first: bytes) -> bool:
    """Image sequences and AV1: relatives of HEIC that we cannot read deserve their own advice."""
    return first[4:8] == b"ftyp" and first[8:12] in _MOVING


def hides_pdf(first: bytes) -> bool:
    """A PDF header after other bytes: lenient readers open it, strict ones see another format."""
    return b"%PDF-" in first and not first.startswith(b"%PDF-")


def why_unknown(first: bytes) -> str:
    """The reason code of what is none of our kinds."""
    if hides_pdf(first):
        return "bukan_pdf_murni"
    if first.startswith(_OLD_OFFICE) or (first.startswith(_ZIP) and any(mark in first for mark in _OFFICE)):
        return "dokumen_kantor"
    if first.startswith(_ZIP):
        return "zip_bukan_dokumen"
    return "foto_heic" if is_other_heif(first) else "jenis_tidak_dikenal"


def extension_fits(filename: str, kind: Kind) -> bool:
    return PurePath(filename).suffix.lower() in kind.extensions
