"""Two readings of one page: the better one, each word as sure as both are together."""

from __future__ import annotations

from search.pages import Word
from search.quick.opinion import agreed
from search.reading.types import Line, Reading, better


def together(one: Reading, other: Reading) -> Reading:
    """The reading that makes more sense, held against the other where that saw something too."""
    if not one.words or not other.words:
        return one if one.words else other
    best = better(one, other)
    rest = other if best is one else one
    if best.turn or rest.turn:
        return best
    return best.with_lines([[_held(line, rest.words) for line in lines] for lines in best.paragraphs])


def _held(line: Line, words: list[Word]) -> Line:
    near = [word for word in words if any(_level(word, mine) for mine in line)]
    return agreed(line, near)


def _level(word: Word, mine: Word) -> bool:
    middle, height = (mine.box[1] + mine.box[3]) / 2, mine.box[3] - mine.box[1]
    return abs((word.box[1] + word.box[3]) / 2 - middle) < height / 2
