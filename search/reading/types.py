"""A page while it is being read: lines of words, before it becomes JSON."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from search.pages import Box, Source, Word
from search.quick.blots import Blots
from search.sheet import Sheet
from search.spots import box_of, spot
from search.turning import direction, turned_back

Line = list[Word]


@dataclass(frozen=True)
class Reading:
    """What one attempt at one page gave. ``paragraphs`` hold lines, lines hold words."""

    source: Source
    paragraphs: list[list[Line]]
    width: int
    height: int
    findings: dict[str, str] = field(default_factory=dict)
    """Codes of :mod:`search.findings` with the part of the page they lie in."""
    sheet: Sheet | None = None
    """Where the paper lies on the photo it was read from."""
    blots: Blots | None = None
    """What was seen to lie over its print."""

    @property
    def lines(self) -> list[Line]:
        return [line for paragraph in self.paragraphs for line in paragraph]

    @property
    def words(self) -> list[Word]:
        return [word for line in self.lines for word in line]

    @property
    def text(self) -> str:
        return "\n\n".join(
            "\n".join(" ".join(word.text for word in line) for line in lines) for lines in self.paragraphs
        )

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word in self.words)

    @property
    def confidence(self) -> float:
        """Mean over the letters, so that specks read as short words weigh little."""
        if not self.letters:
            return 0.0
        return sum(word.confidence * len(word.text) for word in self.words) / self.letters

    @property
    def turn(self) -> int:
        """Degrees clockwise that bring the page upright: Tesseract reads some turned pages silently."""
        return direction(self.lines)

    @property
    def heights(self) -> list[float]:
        """Of the words in pixels; on a page that lies on its side their widths."""
        if self.turn in (90, 270):
            return [(word.box[2] - word.box[0]) * self.width for word in self.words]
        return [(word.box[3] - word.box[1]) * self.height for word in self.words]

    def with_findings(self, codes: dict[str, str]) -> Reading:
        return replace(self, findings=self.findings | codes)

    def on_photo(self, sheet: Sheet, width: int, height: int) -> Reading:
        """What was read on the straightened *sheet*, where it lies on its photo of so many pixels."""
        placed = [
            [[replace(word, box=_rounded(sheet.on_photo(word.box))) for word in line] for line in lines]
            for lines in self.paragraphs
        ]
        findings = {
            code: spot(sheet.on_photo(box)) if (box := box_of(place)) else place
            for code, place in self.findings.items()
        }
        return replace(self, paragraphs=placed, width=width, height=height, sheet=sheet, findings=findings)

    def doubted(self) -> Reading:
        """With the words under its blots worth little, however surely they were read and by however many."""
        if (blots := self.blots) is None:
            return self
        return self.with_lines([[[blots.doubted(word) for word in line] for line in p] for p in self.paragraphs])

    def with_lines(self, paragraphs: list[list[Line]]) -> Reading:
        return replace(self, paragraphs=paragraphs)


def better(one: Reading, other: Reading) -> Reading:
    """Which of two attempts at a page made more sense."""
    return one if one.confidence * one.letters > other.confidence * other.letters else other


def turned_line(line: Line, turn: int) -> Line:
    """*line*, read after turning its page clockwise by *turn*, where it lies on the page as shown."""
    return [Word(word.text, _rounded(turned_back(word.box, turn)), word.confidence) for word in line]


def _rounded(box: Box) -> Box:
    left, top, right, bottom = (round(min(max(edge, 0.0), 1.0), 4) for edge in box)
    return (left, top, right, bottom)
