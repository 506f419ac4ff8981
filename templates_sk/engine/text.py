"""From a sentence with ``**bold**`` words to lines that fit a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from templates_sk.engine.faces import BOLD, face, normal

Run = tuple[str, str]
"""(style, text) as drawn without a break."""


@dataclass(eq=False)
class Line:
    """Runs on one baseline; ``width`` in points, trailing space included in the runs but not in the width.

    The same text in the same column gives the same object, so that what is worked out for a line is found by it.
    """

    runs: tuple[Run, ...]
    width: float

    @cached_property
    def text(self) -> str:
        return "".join(text for _, text in self.runs)


@lru_cache(maxsize=4_096)
def wrap(text: str, width: float, size: float, style: str = "regular", follows: bool = False) -> tuple[Line, ...]:
    """Lines of at most *width* points. A word wider than the line is broken between letters.

    Every line but the last ends with a space, so that words stay apart for every reader; the last too, when something
    *follows* in the same element. Kept, for most of a naskah is the same for everybody; bounded, for names of people
    pass through here too.
    """
    lines: list[Line] = []
    words: list[Word] = []
    used, space = 0.0, _ems(style, " ") * size
    for word, needed in _words(text, width, size, style):
        if words and used + space + needed > width + 0.01:
            lines.append(spaced(Line(_runs(words, style), used), style))
            words = []
        used = used + space + needed if words else needed
        words.append(word)
    last = Line(_runs(words, style), used)
    return (*lines, spaced(last) if follows else last)


def spaced(line: Line, style: str = "") -> Line:
    """The line with a space behind it, of *style* or as its last word is set."""
    style = style or (line.runs[-1][0] if line.runs else "sans")
    return Line((*line.runs, (style, " ")), line.width)


Word = list[Run]
"""Runs without a break between them."""


def _words(text: str, width: float, size: float, style: str) -> Iterator[tuple[Word, float]]:
    """Each word with its width in points. ``**III/b**,`` is one word of a bold and a plain run."""
    for word in _parted(normal(text), style):
        needed = sum([_ems(now, piece) for now, piece in word]) * size
        if needed <= width:
            yield word, needed
        else:
            yield from _broken(word, width, size)


def _parted(text: str, style: str) -> Iterable[Word]:
    if "**" not in text:
        return [[(style, piece)] for piece in text.split(" ") if piece]
    words: list[Word] = [[]]
    for number, stretch in enumerate(text.split("**")):
        now = BOLD.get(style, style) if number % 2 else style
        for position, piece in enumerate(stretch.split(" ")):
            if position:
                words.append([])
            if piece:
                words[-1].append((now, piece))
    return filter(None, words)


def _broken(word: Word, width: float, size: float) -> Iterator[tuple[Word, float]]:
    """Pieces of the word that fit."""
    piece: Word = []
    used = 0.0
    for style, letter in ((style, letter) for style, text in word for letter in text):
        wide = _ems(style, letter) * size
        if piece and used + wide > width:
            yield piece, used
            piece, used = [], 0.0
        _join(piece, (style, letter))
        used += wide
    yield piece, used


def _runs(words: list[Word], style: str) -> tuple[Run, ...]:
    """The words of a line, a space of *style* between them."""
    runs: list[Run] = []
    for word in words:
        if runs:
            _join(runs, (style, " "))
        for run in word:
            _join(runs, run)
    return tuple(runs)


def _join(runs: list[Run], run: Run) -> None:
    """One more run; neighbours of one style become one."""
    if runs and runs[-1][0] == run[0]:
        runs[-1] = (run[0], runs[-1][1] + run[1])
    else:
        runs.append(run)


@lru_cache(maxsize=16_384)
def _ems(style: str, text: str) -> float:
    """Width in type sizes; bounded for the same reason."""
    return face(style).width(text, 1)
