"""Vector pictures: the placeholder emblem, the QR code, the DRAF mark."""

from __future__ import annotations

import math
from typing import Any

import zxingcpp

from templates_sk.engine.faces import face
from templates_sk.engine.sheet import Sheet, n
from templates_sk.engine.text import Line

GOLD, DARK = "0.79 0.62 0.20", "0.20 0.22 0.27"
_MARK_GREY = "0.91 g"
_BITS = bytes(b"0"[0] if value == 0 else b"1"[0] for value in range(256))
"""Dark modules as the bit that paints."""


def emblem(sheet: Sheet, x: float, y: float, height: float) -> None:
    """A shield with a star, lower left corner at (x, y): a stand-in, plainly not the state emblem."""
    scale = height / 100
    sheet.raw(["q", f"{n(scale)} 0 0 {n(scale)} {n(x)} {n(y)} cm"])
    sheet.raw([f"{DARK} rg", *_shield(0), "f", f"{GOLD} RG 2.4 w", *_shield(5), "S"])
    sheet.raw([f"{GOLD} rg", *_star(42, 60, 22), "f"])
    sheet.raw([f"{GOLD} RG 2 w", "24 24 m 34 30 50 30 60 24 c S", "28 17 m 36 22 48 22 56 17 c S", "Q"])


EMBLEM_RATIO = 0.84
"""Width of the emblem in heights."""


def _shield(inset: float) -> list[str]:
    """Outline on an 84 × 100 field, *inset* units inside the edge."""
    left, right, top, tip = inset, 84 - inset, 96 - inset, inset * 1.5
    return [
        f"{n(left)} {n(top)} m",
        f"{n(left + 14)} {n(top - 1)} 30 {n(top + 1)} 42 {n(top + 4 - inset * 0.2)} c",
        f"54 {n(top + 1)} {n(right - 14)} {n(top - 1)} {n(right)} {n(top)} c",
        f"{n(right)} 46 l",
        f"{n(right)} 24 62 10 42 {n(tip)} c",
        f"22 10 {n(left)} 24 {n(left)} 46 c h",
    ]


def _star(cx: float, cy: float, radius: float) -> list[str]:
    ops = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.382
        angle = math.pi / 2 + corner * math.pi / 5
        x, y = cx + reach * math.cos(angle), cy + reach * math.sin(angle)
        ops.append(f"{n(x)} {n(y)} {'l' if corner else 'm'}")
    return [*ops, "h"]


def qr(sheet: Sheet, url: str, x: float, y: float, side: float) -> None:
    """*url* as a black QR code, error correction M, its four modules of quiet zone inside *side*."""
    image: Any = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image()
    pixels = bytes(memoryview(image)).translate(_BITS)
    count = math.isqrt(len(pixels))
    pad = b"0" * (-count % 8)
    rows = pad.join([pixels[at : at + count] for at in range(0, count * count, count)]) + pad
    bits = f"{int(rows, 2):0{len(rows) // 4}X}"
    # A mask of single bits: a sixth of the bytes of drawn squares, and no seams between them.
    sheet.raw([f"q 0 g {n(side)} 0 0 {n(side)} {n(x)} {n(y)} cm BI /IM true /W {count} /H {count} /BPC 1"])
    sheet.raw([f"/F /AHx ID {bits}> EI Q"])


def draft_mark(sheet: Sheet, style: str, word: str = "DRAF") -> None:
    """Large, light and slanting across the middle of the page; draw it first, it lies behind the text."""
    size = 150.0
    width = face(style).width(word, size)
    turn = math.atan2(sheet.height, sheet.width)
    cos, sin = math.cos(turn), math.sin(turn)
    middle = f"{n(cos)} {n(sin)} {n(-sin)} {n(cos)} {n(sheet.width / 2)} {n(sheet.height / 2)} cm"
    sheet.raw(["q", _MARK_GREY, middle])
    sheet.line(-width / 2, -size * 0.35, Line(((style, word),), width), size)
    sheet.raw(["Q"])
