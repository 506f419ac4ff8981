"""A text as an index stores it: its words, their stems, what stands side by side, and NIPs and dates as one word each.

Offices write the same words again and again, so each is folded and cut to its stem once, not once for every paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from search.words.neighbours import common, rows
from search.words.synonyms import named, named_stems
from search.words.tokens import canonical, cut

MOST_KNOWN = 50_000
"""Words, and rows of them, kept in memory; numbers and misread words would grow without end."""
BREAK = "\n"


class Analysed(NamedTuple):
    """Terms with spaces between them. ``words`` is in order; ``stems`` has those that differ from their word; ``rows``
    those of common words and, by their stems, the names of several words that have a short form, some of them twice."""

    words: str
    stems: str
    rows: str
    joined: str


class Analyser:
    """Cuts words to what *stem* makes of them."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._words, self._stems, self._links = _Table(canonical), _Table(self._changed), _Table(self._link)
        self._side_by_side = _Table(self._rows_and_names)
        self.title = lru_cache(maxsize=20_000)(self.page)
        """As :meth:`page`, of what many papers share."""

    def page(self, text: str) -> Analysed:
        printed, joined = cut(text)
        words, stems = self._words.of(printed), self._stems.of(printed)
        stretches = set("".join(self._links.of(printed)).split(BREAK))
        return Analysed(" ".join(words), " ".join(stems), " ".join(self._side_by_side.of(stretches)), " ".join(joined))

    def _changed(self, printed: str) -> str:
        """The stem where it differs from the word."""
        word = canonical(printed)
        root = self._stem(word)
        return root if root != word else ""

    def _link(self, printed: str) -> str:
        """The word again where a row may go on with it."""
        word = canonical(printed)
        return f"{word} " if word in common() or self._stem(word) in named_stems() else BREAK

    def _rows_and_names(self, stretch: str) -> str:
        words = stretch.split()
        return " ".join((*rows(words), *named(list(map(self._stem, words)))))


class _Table(dict[str, str]):
    """What *make* makes of a word, made once."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self._make = make

    def of(self, words: Iterable[str]) -> Iterator[str]:
        return map(self.__getitem__, words)

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        made = self[word] = self._make(word)
        return made


@lru_cache(maxsize=20_000)
def figures(text: str) -> Analysed:
    """Of a name or a number: what has no stems."""
    printed, joined = cut(text)
    words = list(map(canonical, printed))
    return Analysed(" ".join(words), "", " ".join(rows(words)), " ".join(joined))
