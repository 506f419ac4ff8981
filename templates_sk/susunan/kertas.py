"""Paper, margins, type and the horizontal grids, in points (naskah dinas, Permendagri 1/2023 family)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from templates_sk.engine.blocks import Frame
from templates_sk.susunan.gaya import Gaya

CM = 72 / 2.54


@dataclass(frozen=True)
class Paper:
    """A sheet and its margins. The e-signature footer stands inside the bottom margin, below 1.85 cm."""

    name: str
    width: float
    height: float
    left: float = 3 * CM
    right: float = 2 * CM
    top_first: float = 1.5 * CM
    top: float = 2.5 * CM
    bottom: float = 2.5 * CM
    catatan_kaki: bool = True

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def frame(self) -> Frame:
        return Frame(self.width, self.height, self.left, self.right, self.height - self.top, self.bottom)

    def rebah(self) -> Paper:
        """The same sheet on its long side, its margins as narrow as tables want them."""
        return replace(self, name=f"{self.name} rebah", width=self.height, height=self.width, left=2 * CM, right=2 * CM)


F4 = Paper("F4", 609.45, 935.43)
A4 = Paper("A4", 595.28, 841.89)
A4_LANDSCAPE = Paper("A4 rebah", 841.89, 595.28, left=2 * CM)
F4_NARROW = replace(F4, name="F4 21 cm", width=595.28)
CARD = Paper("Kartu", 242.65, 153.01, 11, 11, 8, 8, 8, catatan_kaki=False)
"""ID-1, 85.60 × 53.98 mm."""
PAPERS = {paper.name: paper for paper in (F4, F4_NARROW, A4, A4_LANDSCAPE, CARD)}


def kertas(nama: str, gaya: Gaya) -> Paper:
    """The paper a kind asks for, as the region sets it; landscape sheets and cards are the same everywhere."""
    chosen = {"F4": gaya.kertas_keputusan, "A4": gaya.kertas_surat}.get(nama)
    if chosen is None:
        return PAPERS[nama]
    return replace(PAPERS[chosen], left=gaya.tepi_kiri * CM, right=gaya.tepi_kanan * CM)


@dataclass(frozen=True)
class Typeface:
    """Size and line distance in points, the style of running text, and every face the file embeds."""

    size: float
    spacing: float
    style: str
    bold: str
    faces: tuple[str, ...]


DECREE = Typeface(12.0, 14.1, "regular", "bold", ("regular", "bold", "sans"))
"""Bookman Old Style 12, single spacing (1.174 of its size)."""
CARD_TYPE = Typeface(6.5, 7.5, "sans", "sans-bold", ("sans", "sans-bold"))
"""On a card."""
LETTER = Typeface(11.0, 12.65, "sans", "sans-bold", ("sans", "sans-bold"))
"""Arial 11, single spacing (1.15 of its size): 12 is usual, 11 is allowed so that a letter keeps to its page."""


@dataclass(frozen=True)
class Grid:
    """Distances from the left margin. One grid serves the whole decree."""

    colon: float = 3.5 * CM
    marker: float = 3.9 * CM
    text: float = 4.72 * CM
    signature: float = 8.25 * CM


GRID = Grid()
