"""A document as one string whose every piece still knows its page and place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from statistics import median

from search.pages import Box, Field, Page, Word, union

Segment = list[Word]
SURE = 80.0
"""Confidence from which a word is believed."""
COLUMN_GAP = 2.5
"""Empty space, in line heights, that separates columns: it becomes a tab."""


@dataclass(frozen=True)
class Mark:
    """A word at ``text[start:end]``; without a place when the page has no words."""

    start: int
    end: int
    page: int
    word: Word


@dataclass
class Script:
    """The text of all pages, one line per printed row, and where its words came from."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)

    def between(self, start: int, end: int) -> list[Mark]:
        """The words that touch ``text[start:end]``."""
        first = bisect_left(self.marks, start, key=lambda mark: mark.end - 1)
        last = bisect_left(self.marks, end, key=lambda mark: mark.start)
        return self.marks[first:last]

    def is_doubtful(self, start: int, end: int) -> bool:
        """Was one of the words there not surely read? On a copy full of specks none is."""
        return any(mark.word.confidence < SURE for mark in self.between(start, end))

    def field(self, name: str, value: str, start: int, end: int, strength: float = 1.0) -> Field:
        """*value* as read at ``text[start:end]``; *strength* 0..1 is that of the pattern."""
        marks = self.between(start, end)
        page = marks[0].page if marks else 1
        boxes = [mark.word.box for mark in marks if mark.page == page]
        sure = min((mark.word.confidence for mark in marks), default=0.0) * strength
        box = union(box for box in boxes if box[2] > box[0])
        return Field(name, value, page, box, round(sure, 1), " ".join(self.text[start:end].split()))


def by_rows(pages: list[Page]) -> Script:
    """Lines put together by place: a label and its value are one row, however far apart they stand."""
    script = Script()
    for page in pages:
        for row in _rows(segments(page)):
            _write(script, page.number, row)
        script.text += "\n"
    return script


def as_read(pages: list[Page]) -> Script:
    """Lines in the order of the page's own text: columns of a two-column decree stay apart."""
    script = Script()
    for page in pages:
        for segment in segments(page):
            _write(script, page.number, [segment])
        script.text += "\n"
    return script


def _write(script: Script, page: int, row: list[Segment]) -> None:
    pieces: list[str] = []
    at = len(script.text)
    before: Word | None = None
    for segment in row:
        for word in segment:
            gap = _gap(before, word)
            pieces += [gap, word.text]
            script.marks.append(Mark(at + len(gap), at + len(gap) + len(word.text), page, word))
            at += len(gap) + len(word.text)
            before = word
    script.text += "".join(pieces) + "\n"


def _gap(before: Word | None, word: Word) -> str:
    if before is None:
        return ""
    height = max(word.box[3] - word.box[1], before.box[3] - before.box[1])
    # Fractions of the height against fractions of the width: a portrait page is 1.4 times as tall.
    wide = word.box[0] - before.box[2] > COLUMN_GAP * 1.4 * height > 0
    return "\t" if wide else " "


def segments(page: Page) -> list[Segment]:
    """The lines of the page as words; without places when the page brought none, or not one for each word it shows."""
    lines = [line for text in page.text.splitlines() if (line := text.split())]
    words = iter(page.words)
    if len(page.words) != sum(map(len, lines)):
        nowhere: Box = (0.0, 0.0, 0.0, 0.0)
        words = (Word(text, nowhere, page.confidence) for line in lines for text in line)
    return [list(islice(words, len(line))) for line in lines]


def _rows(segments: list[Segment]) -> Iterator[list[Segment]]:
    """Segments at the same height side by side are one row; on a turned sheet along its slope."""
    if any(word.box[3] <= word.box[1] for segment in segments for word in segment):
        yield from ([segment] for segment in segments)
        return
    slope = _slope(segments)
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: _middle(segment, slope)):
        row = next((row for row in rows[-4:] if _beside(segment, row, slope)), None)
        if row is None:
            rows.append([segment])
        else:
            row.append(segment)
    yield from (sorted(row, key=lambda segment: segment[0].box[0]) for row in rows)


def _slope(segments: list[Segment]) -> float:
    """How far rows fall per page width."""
    falls = []
    for segment in segments:
        first, last = segment[0].box, segment[-1].box
        if len(segment) >= 4 and last[0] - first[0] > 0.3:
            falls.append(((last[1] + last[3]) - (first[1] + first[3])) / 2 / (last[0] - first[0]))
    return median(falls) if len(falls) >= 3 else 0.0


def _middle(segment: Segment, slope: float) -> float:
    return median((word.box[1] + word.box[3]) / 2 - slope * word.box[0] for word in segment)


def _beside(segment: Segment, row: list[Segment], slope: float) -> bool:
    height = median(word.box[3] - word.box[1] for word in [*segment, *row[0]])
    near = abs(_middle(segment, slope) - _middle(row[0], slope)) < 0.5 * height
    return near and all(_apart(segment, other) for other in row)


def _apart(one: Segment, other: Segment) -> bool:
    return one[-1].box[2] <= other[0].box[0] or other[-1].box[2] <= one[0].box[0]
