"""From a sentence with ``**bold**`` words to lines that fit a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise, takewhile

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

    @property
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


SEAMS = frozenset("/-._@")
"""Behind these a word too wide for its line is broken first, so that the parts of a number stay whole."""


def _broken(word: Word, width: float, size: float) -> Iterator[tuple[Word, float]]:
    """Pieces of the word that fit."""
    letters = [(style, letter) for style, text in word for letter in text]
    while letters:
        room = list(takewhile(lambda used: used <= width, accumulate(_ems(*one) * size for one in letters)))
        fit = max(len(room), 1)
        if fit < len(letters):
            fit = next((here for here in range(fit, fit // 2, -1) if letters[here - 1][1] in SEAMS), fit)
        piece: Word = []
        for one in letters[:fit]:
            _join(piece, one)
        yield piece, sum(_ems(*one) for one in letters[:fit]) * size
        letters = letters[fit:]


MOST_WORDS = 40
"""A heading of more words is not balanced: it is no heading."""


@lru_cache(maxsize=1_024)
def pyramid(text: str, width: float, size: float, style: str) -> tuple[Line, ...]:
    """A centred heading, no line wider than the one above it and none left with a word alone.

    As :func:`wrap` breaks it where that is so already, or cannot be on as many lines or two more.
    """
    plain = wrap(text, width, size, style, True)
    wide = [line.width for line in plain]
    if wide == sorted(wide, reverse=True) and wide[-1] * 3 >= wide[0]:
        return plain
    words = list(_words(text, width, size, style))
    wide, space = [needed for _, needed in words], _ems(style, " ") * size
    counts = range(len(plain), len(plain) + 3)
    ends = next(filter(None, (_steps(wide, space, width, count) for count in counts)), ())
    if not ends:
        return plain
    lines = []
    for first, last in pairwise((0, *ends)):
        used = sum(wide[first:last]) + (last - first - 1) * space
        lines.append(spaced(Line(_runs([word for word, _ in words[first:last]], style), used), style))
    return tuple(lines)


def _steps(wide: list[float], space: float, width: float, count: int) -> tuple[int, ...]:
    """Where each of *count* lines ends so that they never grow and the last is as wide as can be; () if nowhere."""
    if len(wide) > MOST_WORDS:
        return ()
    upto = list(accumulate(wide, initial=0.0))

    def span(first: int, last: int) -> float:
        return upto[last] - upto[first] + space * (last - first - 1)

    @cache
    def below(above: int, first: int, left: int) -> tuple[float, tuple[int, ...]]:
        """(width of the last line, ends) of *left* lines from *first* on, under the line from *above*."""
        limit = (width if first == above else span(above, first)) + 0.01
        if left == 1:
            last = span(first, len(wide))
            return (last, (len(wide),)) if last <= limit else (0.0, ())
        found: tuple[float, tuple[int, ...]] = (0.0, ())
        for end in range(first + 1, len(wide)):
            if span(first, end) > limit:
                break
            last, ends = below(first, end, left - 1)
            found = max(found, (last, (end, *ends)) if ends else found)
        return found

    return below(0, 0, count)[1]


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
