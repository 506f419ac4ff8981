"""A region's emblem as an image XObject, its compressed bytes taken over as they are; nothing is decoded here.

PNG and PDF share their compression and predictors (ISO 32000-1, 7.4.4), JPEG goes in whole, so no parser of pictures
runs in this process. What PDF/A-2 or this short way cannot carry is refused with the way out.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from templates_sk.errors import TemplateError

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
MOST_BYTES = 2_000_000
_SAVE_AS = "Simpan ulang sebagai PNG 8 bit tanpa transparansi (latar putih) atau JPEG biasa."
_FRAMES = {0xC0, 0xC1, 0xC2}
_BARE = {0x01, *range(0xD0, 0xDA)}


class PictureError(TemplateError):
    """The file cannot serve as an emblem."""


@dataclass(frozen=True)
class Picture:
    """Pixels, and the entries and bytes of the stream that holds them."""

    width: int
    height: int
    entries: str
    data: bytes = field(repr=False)
    alt: str = ""

    @property
    def name(self) -> str:
        """Its name in the resources of a page: the same picture has the same everywhere."""
        return "Im" + hashlib.sha256(self.entries.encode() + self.data).hexdigest()[:12]


def read_picture(data: bytes, *, alt: str) -> Picture:
    """PNG or JPEG. Raises :class:`PictureError` for anything else, and for what an archive file may not carry."""
    if len(data) > MOST_BYTES:
        raise PictureError(f"Berkas lambang terlalu besar, paling banyak {MOST_BYTES // 1_000_000} MB.")
    try:
        if data.startswith(PNG):
            return _png(data, alt)
        if data.startswith(JPEG):
            return _jpeg(data, alt)
    except (struct.error, IndexError, ValueError) as error:
        raise PictureError(f"Berkas lambang rusak. {_SAVE_AS}") from error
    raise PictureError(f"Lambang harus berupa gambar PNG atau JPEG. {_SAVE_AS}")


def _png(data: bytes, alt: str) -> Picture:
    chunks = list(_chunks(data))
    width, height, bits, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    palette = next((body for name, body in chunks if name == b"PLTE"), b"")
    clear = kind in (4, 6) or any(name == b"tRNS" for name, _ in chunks)
    if clear or interlaced or bits == 16:
        raise PictureError(f"Lambang PNG ini transparan, bersela, atau 16 bit. {_SAVE_AS}")
    spaces = {0: "/DeviceGray", 2: "/DeviceRGB", 3: f"[/Indexed /DeviceRGB {len(palette) // 3 - 1} <{palette.hex()}>]"}
    colours = 3 if kind == 2 else 1
    predictor = f"<</Predictor 15 /Colors {colours} /BitsPerComponent {bits} /Columns {width}>>"
    pixels = b"".join(body for name, body in chunks if name == b"IDAT")
    filters = f"/Filter /FlateDecode /DecodeParms {predictor}"
    return Picture(width, height, f"{_head(width, height, spaces[kind], bits)} {filters}", pixels, alt)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    here = len(PNG)
    while here < len(data):
        (length,) = struct.unpack_from(">I", data, here)
        name, body = data[here + 4 : here + 8], data[here + 8 : here + 8 + length]
        if len(body) != length:
            raise ValueError(name)
        yield name, body
        if name == b"IEND":
            return
        here += 12 + length
    raise ValueError("IEND")


def _jpeg(data: bytes, alt: str) -> Picture:
    here = 2
    while True:
        marker = data[here + 1]
        if data[here] != 0xFF:
            raise ValueError(marker)
        if marker in _BARE or marker == 0xFF:
            here += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES:
            bits, height, width, colours = struct.unpack_from(">BHHB", data, here + 4)
            break
        here += 2 + int(struct.unpack_from(">H", data, here + 2)[0])
    if colours not in (1, 3):
        raise PictureError(f"Lambang JPEG ini memakai warna cetak (CMYK). {_SAVE_AS}")
    space = "/DeviceGray" if colours == 1 else "/DeviceRGB"
    return Picture(width, height, f"{_head(width, height, space, bits)} /Filter /DCTDecode", data, alt)


def _head(width: int, height: int, space: str, bits: int) -> str:
    if not 0 < width <= 4000 or not 0 < height <= 4000:
        raise PictureError("Ukuran gambar lambang harus antara 1 dan 4000 titik.")
    return (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace {space} /BitsPerComponent {bits}"
    )
