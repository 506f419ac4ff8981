"""The vendored faces: widths, glyph codes, and which characters they can draw.

A face is always embedded whole (it holds Latin only). Two renderings of the same text therefore have the same
bytes in their content streams, which is what comparing a draft with its final version rests on.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent.parent / "fonts"
FILES = {
    "regular": "SKBonum-Regular.ttf",
    "bold": "SKBonum-Bold.ttf",
    "sans": "Arimo-Regular.ttf",
    "sans-bold": "Arimo-Bold.ttf",
}
RESOURCES = {"regular": "F1", "bold": "F2", "sans": "F3", "sans-bold": "F4"}
BOLD = {"regular": "bold", "sans": "sans-bold"}
"""The bold partner of a face; a bold face is its own."""


@dataclass(frozen=True)
class Metrics:
    """In thousandths of the type size."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


class Face:
    """One embedded TrueType face, addressed by glyph number (two bytes a glyph)."""

    def __init__(self, file: str) -> None:
        from fontTools.ttLib import TTFont  # the catalogue and the language need no fonts, and it is slow to load

        self.program = (FOLDER / file).read_bytes()
        with TTFont(FOLDER / file) as font:
            order = font.getReverseGlyphMap()
            self.name: str = font["name"].getDebugName(6)
            self._glyphs = {code: order[name] for code, name in font.getBestCmap().items()}
            scale = 1000 / font["head"].unitsPerEm
            advances = [font["hmtx"][name][0] for name in font.getGlyphOrder()]
            self.metrics = _metrics(font, scale)
        self.advances = [round(a * scale, 3) for a in advances]
        self._width = {chr(code): self.advances[glyph] for code, glyph in self._glyphs.items()}
        self.drawable = frozenset(self._width)
        self._hex = {chr(code): f"{glyph:04X}" for code, glyph in self._glyphs.items()}

    def missing(self, text: str) -> list[str]:
        """Characters this face cannot draw, in order of appearance, once each."""
        if self.drawable.issuperset(text):
            return []
        return list(dict.fromkeys(c for c in text if c not in self.drawable))

    def width(self, text: str, size: float) -> float:
        """Points. The text must be drawable."""
        units: float = sum(map(self._width.__getitem__, text))
        return units * size / 1000

    def hex(self, text: str) -> str:
        """The glyphs of the text as hexadecimal digits. The text must be drawable."""
        return "".join(map(self._hex.__getitem__, text))

    def unicode_of_glyphs(self) -> dict[int, int]:
        """Glyph → character; where two share a glyph, the lower one (space, not no-break space)."""
        return {glyph: code for code, glyph in sorted(self._glyphs.items(), reverse=True)}


@cache
def face(style: str) -> Face:
    """``regular``, ``bold`` (Bookman-like), ``sans`` or ``sans-bold`` (Arial-like); loaded once per process."""
    return Face(FILES[style])


def normal(text: str) -> str:
    """One form for each accented letter, so that a composed name finds its glyph."""
    return unicodedata.normalize("NFC", text)


def capitals(text: str) -> str:
    """*text* in capitals; a letter whose capital no face has (µ, ŉ …) stays as it is."""
    if text.isascii():
        return text.upper()
    return "".join(letter.upper() if drawable_everywhere(letter.upper()) else letter for letter in normal(text))


def drawable_everywhere(text: str) -> bool:
    return all(face(style).drawable.issuperset(normal(text)) for style in FILES)


def _metrics(font: TTFont, scale: float) -> Metrics:
    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    cap = getattr(os2, "sCapHeight", 0) or os2.sTypoAscender
    box = tuple(round(v * scale) for v in (head.xMin, head.yMin, head.xMax, head.yMax))
    return Metrics(
        round(hhea.ascent * scale),
        round(hhea.descent * scale),
        round(cap * scale),
        (box[0], box[1], box[2], box[3]),
    )
