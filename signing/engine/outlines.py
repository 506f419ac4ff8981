"""Words as outlines: a picture that needs no font, so the form it goes into keeps its empty resources.

A later signer may change only the bytes of the prepared picture; a font added to it would be a change of
the page in the eyes of EU DSS, and an earlier signature would suffer.
"""

# mypy: allow-untyped-calls, allow-subclassing-any
# fontTools has no annotations.
from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import reportlab
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

_FILE = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
_LARGEST = 10.0
_LEADING = 1.4


class _Path(BasePen):
    """Draws into PDF path operators; quadratic curves arrive as cubic ones."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.parts: list[str] = []

    def _moveTo(self, p: tuple[float, float]) -> None:
        self.parts.append(f"{p[0]:g} {p[1]:g} m")

    def _lineTo(self, p: tuple[float, float]) -> None:
        self.parts.append(f"{p[0]:g} {p[1]:g} l")

    def _curveToOne(self, a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> None:
        self.parts.append(" ".join(f"{n:.0f}" for point in (a, b, c) for n in point) + " c")

    def _closePath(self) -> None:
        self.parts.append("h")


@lru_cache(maxsize=1)
def _font() -> tuple[TTFont, Any, dict[int, str], float]:
    font = TTFont(_FILE)
    return font, font.getGlyphSet(), font.getBestCmap(), float(font["head"].unitsPerEm)


@lru_cache(maxsize=512)
def _glyph(character: str) -> tuple[str, float]:
    """Path operators and width in font units."""
    _, glyphs, names, _ = _font()
    glyph = glyphs[names.get(ord(character), ".notdef")]
    pen = _Path(glyphs)
    glyph.draw(pen)
    return " ".join([*pen.parts, "f"]) if pen.parts else "", float(glyph.width)


def written(lines: list[str], *, width: float, height: float) -> bytes:
    """A content stream with a frame and *lines* from the top, as large as fits up to ten points."""
    unit = _font()[3]
    widest = max(sum(_glyph(c)[1] for c in line) for line in lines) / unit
    size = min(_LARGEST, height / (len(lines) * _LEADING + 0.6), (width - 8) / max(widest, 0.01))
    parts = [f"q 0.5 w 0.5 0.5 {width - 1:g} {height - 1:g} re S"]
    for number, line in enumerate(lines, start=1):
        parts.append(_line(line, 4, height - number * size * _LEADING, size / unit))
    return "\n".join([*parts, "Q"]).encode("ascii")


def _line(text: str, x: float, y: float, scale: float) -> str:
    parts = [f"q {scale:.6f} 0 0 {scale:.6f} {x:.2f} {y:.2f} cm"]
    for character in text:
        path, width = _glyph(character)
        parts.append(f"{path} 1 0 0 1 {width:g} 0 cm".strip())
    return " ".join([*parts, "Q"])
