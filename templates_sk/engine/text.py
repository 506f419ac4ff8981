"""From a sentence with ``**bold**`` words to lines that fit a width."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from templates_sk.engine.faces import BOLD, face, normal

Run = tuple[str, str]
"""(style, text) as drawn without a break."""


class Line(NamedTuple):
    """Runs on one baseline; ``width`` in points, trailing space included in the runs but not in the width."""

    runs: tuple[Run, ...]
    width: float

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.runs)


def wrap(text: str, width: float, size: float, style: str = "regular") -> list[Line]:
    """Lines of at most *width* points. A word wider than the line is broken between letters.

    Every line but the last ends with a space, so that words stay apart for every reader.
    """
    return list(_wrapped(text, width, size, style))


@lru_cache(maxsize=4_096)
def _wrapped(text: str, width: float, size: float, style: str) -> tuple[Line, ...]:
    """Most of a naskah is the same for everybody. Bounded: names of people pass through here too."""
    lines: list[Line] = []
    runs: list[Run] = []
    used, space = 0.0, _ems(style, " ") * size
    for word, needed in _words(text, width, size, style):
        if runs and used + space + needed > width + 0.01:
            lines.append(Line((*runs, (style, " ")), used))
            runs, used = [], 0.0
        if runs:
            runs = _joined(runs, (style, " "))
            used += space
        for run in word:
            runs = _joined(runs, run)
        used += needed
    return (*lines, Line(tuple(runs), used))


Word = tuple[list[Run], float]
"""Runs without a break between them, and their width in points."""


def _words(text: str, width: float, size: float, style: str) -> Iterator[Word]:
    """``**III/b**,`` is one word of a bold and a plain run."""
    word: list[Run] = []
    for number, stretch in enumerate(normal(text).split("**")):
        now = BOLD.get(style, style) if number % 2 else style
        for position, piece in enumerate(stretch.split(" ")):
            if position and word:
                yield from _broken(word, width, size)
                word = []
            if piece:
                word.append((now, piece))
    if word:
        yield from _broken(word, width, size)


def _broken(word: list[Run], width: float, size: float) -> Iterator[Word]:
    """The word itself, or pieces of it that fit."""
    needed = sum(_ems(style, text) for style, text in word) * size
    if needed <= width:
        yield word, needed
        return
    piece: list[Run] = []
    used = 0.0
    for style, letter in ((style, letter) for style, text in word for letter in text):
        wide = _ems(style, letter) * size
        if piece and used + wide > width:
            yield piece, used
            piece, used = [], 0.0
        piece = _joined(piece, (style, letter))
        used += wide
    yield piece, used


def _joined(runs: list[Run], run: Run) -> list[Run]:
    """*runs* with one more; neighbours of one style become one."""
    if runs and runs[-1][0] == run[0]:
        runs[-1] = (run[0], runs[-1][1] + run[1])
    else:
        runs.append(run)
    return runs


@lru_cache(maxsize=16_384)
def _ems(style: str, text: str) -> float:
    """Width in type sizes; bounded for the same reason."""
    return face(style).width(text, 1)
