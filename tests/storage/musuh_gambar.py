"""Hostile pictures nobody has listed for us, and honest ones with the oddities of phones and scanners."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pillow_heif
from PIL import Image

from tests.storage import pdf_buatan as buat
from tests.storage.musuh_alat import parcel
from tests.storage.test_bombs import jpeg_claiming, png_claiming

pillow_heif.register_heif_opener()
Made = tuple[str, bytes]


def picture(kind: str, size: tuple[int, int] = (320, 240), **options: Any) -> bytes:
    made = io.BytesIO()
    Image.effect_noise(size, 40).convert("RGB").save(made, kind, **options)
    return made.getvalue()


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("white", "black", "red")]
    made = io.BytesIO()
    frames[0].save(made, kind, save_all=True, append_images=frames[1:], duration=100)
    return made.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def with_chunk(name: bytes, content: bytes) -> bytes:
    plain = picture("PNG")
    return plain[:33] + chunk(name, content) + plain[33:]


def segment(mark: int, content: bytes) -> bytes:
    return b"\xff" + bytes([mark]) + struct.pack(">H", len(content) + 2) + content


def with_segment(mark: int, content: bytes) -> bytes:
    plain = picture("JPEG")
    return plain[:2] + segment(mark, content) + plain[2:]


def tiff(*entries: tuple[int, int, int, int], following: int = 0, rest: bytes = b"") -> bytes:
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + body + struct.pack("<I", following) + rest


def plain_tiff(width: int = 8, height: int = 8, *, following: int = 0, compression: int = 1, samples: int = 1) -> bytes:
    tags = (
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, compression), (262, 3, 1, 1),
        (273, 4, 1, 140), (277, 3, 1, samples), (278, 4, 1, height), (279, 4, 1, 64),
    )  # fmt: skip
    return tiff(*tags, following=following, rest=bytes(20 + 64))


def behind_a_pdf() -> bytes:
    """The directory of a TIFF may stand anywhere, so a PDF fits in front of it."""
    inner = buat.pdf()
    directory = plain_tiff()[8:]
    return b"II*\0" + struct.pack("<I", 8 + len(inner)) + inner + directory


def overflowing() -> bytes:
    plain = picture("PNG", (8, 8))
    return plain[:33] + chunk(b"IDAT", buat.bomb(1, 1_000_000_000)) + chunk(b"IEND", b"")


def with_riff(name: bytes, content: bytes) -> bytes:
    plain = picture("WEBP")
    body = plain[8:] + name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def with_box(name: bytes, content: bytes) -> bytes:
    return picture("HEIF") + struct.pack(">I4s", 8 + len(content), name) + content


def heic_claiming(width: int, height: int) -> bytes:
    """Every box that says how large the picture is now says something else."""
    content = bytearray(picture("HEIF"))
    at = content.find(b"ispe")
    while at >= 0:
        content[at + 8 : at + 16] = struct.pack(">II", width, height)
        at = content.find(b"ispe", at + 4)
    return bytes(content)


def webp_claiming(width: int, height: int) -> bytes:
    plain = picture("WEBP")
    size = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size + plain[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def twin_photo(content: bytes = b"") -> bytes:
    """Two JPEGs in one file, as cameras with depth write them (CIPA DC-007)."""
    made = io.BytesIO()
    frames = [Image.effect_noise((160, 120), 30).convert("RGB") for _ in range(2)]
    frames[0].save(made, "MPO", save_all=True, append_images=frames[1:])
    return made.getvalue() + content


def pages_tiff(**options: Any) -> bytes:
    made = io.BytesIO()
    frames = [Image.effect_noise((200, 150), 30) for _ in range(2)]
    frames[0].save(made, "TIFF", save_all=True, append_images=frames[1:], **options)
    return made.getvalue()


def fax() -> bytes:
    made = io.BytesIO()
    Image.effect_noise((200, 150), 90).convert("1").save(made, "TIFF", compression="group4")
    return made.getvalue()


EXIF = Image.Exif()
EXIF[0x010F] = "Kamera Kantor"
EXIF.get_ifd(0x8769)[0x9286] = b"catatan" * 20
FILM = struct.pack(">I4s", 24, b"ftyp") + b"mp42\0\0\0\0isommp42" + struct.pack(">I4s", 1008, b"mdat") + bytes(1000)
LONG_FILM = FILM[:24] + struct.pack(">I4s", 300_008, b"mdat") + bytes(300_000)
FOREIGN, BROKEN, LARGE = {"bukan_gambar_murni"}, {"rusak"}, {"gambar_terlalu_besar"}
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

HOSTILE: dict[str, tuple[str, bytes, set[str]]] = {  # an empty code: may be taken in, its bytes do no harm
    # two formats at once
    "jpg and zip": ("a.jpg", picture("JPEG") + parcel(), FOREIGN),
    "jpg and zip in a comment": ("a.jpg", with_segment(0xFE, parcel(bytes(200))), FOREIGN),
    "jpg and zip behind a film": ("a.jpg", picture("JPEG") + FILM + parcel(), FOREIGN),
    "jpg and zip behind a second photo": ("a.jpg", twin_photo(parcel()), FOREIGN),
    "jpg and pdf": ("a.jpg", picture("JPEG") + buat.pdf(), FOREIGN),
    "jpg and pdf in a comment": ("a.jpg", with_segment(0xFE, buat.pdf()), FOREIGN),
    "jpg and html": ("a.jpg", picture("JPEG") + b"<html><script>alert(1)</script>", FOREIGN),
    "jpg and html in a comment": ("a.jpg", with_segment(0xFE, b"<script>alert(1)</script>"), FOREIGN),
    "jpg and php far behind in its notes": (
        "a.jpg",
        with_segment(0xE1, b"Exif\0\0" + bytes(9000) + b"<?php system($_GET[0]); ?>"),
        FOREIGN,
    ),
    "png and html far behind in a text": ("a.png", with_chunk(b"tEXt", b"a\0" + b"a" * 9000 + b"<html >"), FOREIGN),
    "jpg and a description that opens a file": (
        "a.jpg",
        with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"),
        FOREIGN,
    ),
    "jpg and php in a comment": ("a.jpg", with_segment(0xFE, b"<?php system($_GET[0]);"), FOREIGN),
    "jpg and a megabyte of anything": ("a.jpg", picture("JPEG") + b"x" * 1_000_000, FOREIGN),
    "png and zip": ("a.png", picture("PNG") + parcel(), FOREIGN),
    "png and what was cut away": ("a.png", picture("PNG") + picture("PNG")[200:], FOREIGN),
    "png and a program": ("a.png", picture("PNG") + b"MZ" + bytes(300), FOREIGN),
    "png and pdf in a text": ("a.png", with_chunk(b"tEXt", b"a\0" + buat.pdf()), FOREIGN),
    "tiff and zip": ("a.tif", picture("TIFF") + parcel(), FOREIGN),
    "tiff and pdf in front of its directory": ("a.tif", behind_a_pdf(), FOREIGN),
    "tiff and pdf behind": ("a.tif", picture("TIFF") + buat.pdf(), FOREIGN),
    "tiff and a page of the web": ("a.tif", picture("TIFF") + b"<?php system($_GET[0]);", FOREIGN),
    "tiff and a program": ("a.tif", picture("TIFF") + b"MZ" + bytes(300), FOREIGN),
    "tiff and a megabyte of anything": ("a.tif", picture("TIFF") + b"x" * 1_000_000, FOREIGN),
    "tiff of two pages and a parcel": ("a.tif", pages_tiff() + b"Rar!" + bytes(99) + b"x", FOREIGN),
    "jpg and a small program": ("a.jpg", picture("JPEG") + b"MZ" + b"x" * 300, FOREIGN),
    "jpg and a small program of Linux": ("a.jpg", picture("JPEG") + bytes(9) + b"\x7fELF" + b"x" * 300, FOREIGN),
    "jpg and a script": ("a.jpg", picture("JPEG") + b"\n#!/bin/sh\nrm -rf /\n", FOREIGN),
    "jpg and an old letter": ("a.jpg", picture("JPEG") + b"\xd0\xcf\x11\xe0" + b"x" * 300, FOREIGN),
    "jpg and a parcel of another kind": ("a.jpg", picture("JPEG") + b"7z\xbc\xaf\x27\x1c" + b"x" * 300, FOREIGN),
    "jpg, a film and a program": ("a.jpg", picture("JPEG") + LONG_FILM + b"MZ" + b"x" * 100_000, FOREIGN),
    "jpg, a photo and a program": ("a.jpg", twin_photo(b"MZ" + b"x" * 100_000), FOREIGN),
    "jpg and what only begins as a film": ("a.jpg", picture("JPEG") + FILM[:12] + b"x" * 100_000, FOREIGN),
    "heic and a box nobody knows": (
        "a.heic",
        picture("HEIF") + struct.pack(">I4s", 108, b"evil") + bytes(100),
        FOREIGN,
    ),
    "heic and a pdf in spare room": (
        "a.heic",
        picture("HEIF") + struct.pack(">I4s", 8 + len(buat.pdf()), b"free") + buat.pdf(),
        FOREIGN,
    ),
    "webp and zip": ("a.webp", picture("WEBP") + parcel(), FOREIGN),
    "heic and zip": ("a.heic", picture("HEIF") + parcel(), FOREIGN),
    "webp and a chunk nobody knows": ("a.webp", with_riff(b"EXEC", b"MZ" + bytes(300)), FOREIGN),
    "webp and a pdf as a chunk": ("a.webp", with_riff(b"XPDF", buat.pdf()), FOREIGN),
    "heic and a pdf among its pixels": ("a.heic", with_box(b"mdat", buat.pdf()), FOREIGN),
    "heic and a program among its pixels": ("a.heic", with_box(b"mdat", b"MZ" + bytes(300)), FOREIGN),
    "png and a chunk that must be understood": ("a.png", with_chunk(b"EXEC", bytes(300)), FOREIGN),
    "png and a program as a chunk of its own": ("a.png", with_chunk(b"exEc", b"MZ" + bytes(300)), FOREIGN),
    "jpg and a script at once": (
        "a.jpg",
        b"\xff\xd8\xff\xe0/*" + bytes(0x2F2A - 2) + picture("JPEG")[2:] + b"*/=alert(1)/*",
        FOREIGN,
    ),
    "jpg and a picture that acts in a comment": ("a.jpg", with_segment(0xFE, b"<img src=x onerror=alert(1)>"), FOREIGN),
    "svg called png": ("a.png", SVG, {"jenis_tidak_dikenal"}),
    "svg called jpg": ("a.jpg", b"\xef\xbb\xbf" + SVG, {"jenis_tidak_dikenal"}),
    "bitmap called png": ("a.png", picture("BMP"), {"jenis_tidak_dikenal"}),
    "gif called png": ("a.png", picture("GIF"), {"jenis_tidak_dikenal"}),
    "postscript with a preview": ("a.tif", b"\xc5\xd0\xd3\xc6" + bytes(30), {"jenis_tidak_dikenal"}),
    "icon called jpg": ("a.jpg", b"\0\0\1\0\1\0", {"jenis_tidak_dikenal"}),
    "photoshop called tiff": ("a.tif", b"8BPS\0\1", {"jenis_tidak_dikenal"}),
    "big tiff": ("a.tif", b"II+\0\x08\0\0\0" + bytes(40), {"jenis_tidak_dikenal"}),
    # what moves
    "moving png": ("a.png", moving("PNG"), {"foto_heic"}),
    "moving webp": ("a.webp", moving("WEBP"), {"foto_heic"}),
    # what is too much
    "jpg of 65,535 by 65,535": ("a.jpg", jpeg_claiming(65_535, 65_535), LARGE),
    "jpg of one line": ("a.jpg", jpeg_claiming(65_535, 1200), LARGE),
    "png of four billion": ("a.png", png_claiming(2**31 - 1, 2), LARGE | BROKEN),
    "png without width": ("a.png", png_claiming(0, 9), BROKEN),
    "webp of 16,383 by 16,383": ("a.webp", webp_claiming(16_383, 16_383), LARGE | BROKEN),
    "webp of sixteen million": ("a.webp", webp_claiming(1 << 24, 255), LARGE | BROKEN),
    "heic of 65,535 by 65,535": ("a.heic", heic_claiming(65_535, 65_535), LARGE | BROKEN),
    "heic of four billion": ("a.heic", heic_claiming(2**32 - 1, 2**32 - 1), LARGE | BROKEN),
    "tiff of 60,000 by 60,000": ("a.tif", plain_tiff(60_000, 60_000), LARGE),
    "tiff of minus one": ("a.tif", plain_tiff(2**32 - 1, 2**32 - 1), LARGE | BROKEN),
    "tiff of 65,535 samples": ("a.tif", plain_tiff(samples=65_535), BROKEN),
    "tiff that begins again": ("a.tif", plain_tiff(following=8), {"rusak", ""}),
    "tiff whose directory is far away": ("a.tif", b"II*\0\xff\xff\xff\x7f", BROKEN),
    "tiff of 65,535 empty entries": ("a.tif", b"II*\0\x08\0\0\0\xff\xff", BROKEN),
    "tiff of an unknown compression": ("a.tif", plain_tiff(compression=50_002), BROKEN),
    "png text of a gigabyte": ("a.png", with_chunk(b"zTXt", b"a\0\0" + buat.bomb(1, 1_000_000_000)), BROKEN),
    "png international text of a gigabyte": (
        "a.png",
        with_chunk(b"iTXt", b"a\0\1\0\0\0" + buat.bomb(1, 1_000_000_000)),
        BROKEN,
    ),
    "png of a gigabyte in a small frame": ("a.png", overflowing(), {"rusak", ""}),
    "png profile of a gigabyte": ("a.png", with_chunk(b"iCCP", b"a\0\0" + buat.bomb(1, 1_000_000_000)), {"rusak", ""}),
}

HONEST: dict[str, tuple[str, bytes]] = {
    "two photos in one, with depth": ("a.jpg", twin_photo()),
    "two photos of two lenses, padded between": ("a.jpg", picture("JPEG") + bytes(900) + picture("JPEG", (2000, 1500))),
    "photo with a list of a photo program": (
        "a.jpg",
        with_segment(0xED, b'Photoshop 3.0\0<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN">'),
    ),
    "photo of seven points": ("a.jpg", picture("JPEG", (7, 7))),
    "photo with a film behind it": ("a.jpg", picture("JPEG") + FILM),
    "photo with a long film": ("a.jpg", picture("JPEG") + LONG_FILM),
    "photo with a long film and notes": ("a.jpg", picture("JPEG") + LONG_FILM + b"catatan"),
    "two photos, a film": ("a.jpg", twin_photo(LONG_FILM)),
    "tiff of two pages": ("a.tif", pages_tiff()),
    "tiff of two pages, packed": ("a.tif", pages_tiff(compression="tiff_lzw")),
    "tiff of a fax": ("a.tif", fax()),
    "tiff with its camera's notes": ("a.tif", picture("TIFF", exif=EXIF)),
    "tiff padded to a block": ("a.tif", picture("TIFF") + bytes(512)),
    "heic with spare room": ("a.heic", picture("HEIF") + struct.pack(">I4s", 108, b"free") + bytes(100)),
    "photo with a maker's notes": ("a.jpg", picture("JPEG") + b'vivo{"CameraModuleVersion":"1"}' + bytes(40)),
    "photo padded to a block": ("a.jpg", picture("JPEG") + bytes(4096)),
    "photo with a preview inside": ("a.jpg", with_segment(0xE1, b"Exif\0\0" + picture("JPEG", (96, 64)))),
    "photo with a packet of XML": (
        "a.jpg",
        with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<?xpacket?><x:xmpmeta/>"),
    ),
    "progressive photo": ("a.jpg", picture("JPEG", progressive=True)),
    "photo with restarts": ("a.jpg", picture("JPEG", restart_marker_rows=1)),
    "png with text": ("a.png", with_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"halo " * 200))),
    "png with a line break behind it": ("a.png", picture("PNG") + b"\r\n"),
    "tiff with a profile": ("a.tif", picture("TIFF", icc_profile=b"\0" * 200)),
    "png with a chunk of its program": ("a.png", with_chunk(b"vpAg", bytes(9))),
    "webp with notes": ("a.webp", picture("WEBP", exif=EXIF, xmp=b"<x:xmpmeta/>")),
    "heic of two boxes of pixels": ("a.heic", with_box(b"mdat", bytes(99))),
    "heic of a phone": ("a.heic", picture("HEIF")),
    "webp with a profile": ("a.webp", picture("WEBP", icc_profile=b"\0" * 200)),
}
