"""The words that a question's clauses are met by, for marking them in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from search.question import Clause
from search.wildcards import expression
from search.words.stem import stem, written_parts
from search.words.tokens import Token, canonical, is_plain

Words = tuple[str, ...]
MOST_REACHES = 2_000


class Wanted:
    """``exact`` rows of words as written, ``stems`` rows of stems, ``pattern`` for single words."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self.exact: set[Words] = set()
        self.stems: set[Words] = set()
        patterns = []
        for clause in clauses:
            if clause.pattern or clause.nip_part:
                patterns.append(expression(clause.words[0] if clause.pattern else f"*{clause.words[0]}*"))
            elif clause.stems:
                self.exact |= {(word,) for word in clause.words}
                self.stems |= {(stem(word),) for word in clause.words}
                self.stems |= {tuple(map(stem, words)) for words in clause.others}
            else:
                self.exact.add(clause.words)
        self._pattern = re.compile("|".join(patterns)) if patterns else None
        self._first_words = _by_first(self.exact)
        self._first_stems = _by_first(self.stems)
        self.has_joined = any(_may_be_joined(word) for words in self.exact for word in words)
        self._reaches: dict[str, int] = {}
        self._parts = {row[0] for row in self.exact}
        self._parts |= {_literal(clause) for clause in clauses if clause.pattern or clause.nip_part}
        self._parts |= {part for row in self.stems for part in written_parts(row[0])}
        self._parts = {part for part in self._parts if not any(other in part for other in self._parts - {part})}

    def places(self, text: str) -> list[tuple[int, int]] | None:
        """Words of *text* that a row may begin with; None when every word has to be looked at."""
        if self.has_joined or not is_plain(text):
            return None
        low = text.lower()
        return sorted({place for part in self._parts for place in _words_with(low, part)})

    def reach(self, written: str) -> int:
        """Words of the longest row that may begin with *written*; 0 when none may. Texts say the same words again."""
        if (reach := self._reaches.get(written)) is None:
            if len(self._reaches) >= MOST_REACHES:
                self._reaches.clear()
            reach = self._reaches[written] = self._reach(canonical(written))
        return reach

    def _reach(self, word: str) -> int:
        rows = [*self._first_words.get(word, ()), *(self._first_stems.get(stem(word), ()) if self._first_stems else ())]
        if rows:
            return max(map(len, rows))
        return 1 if self._pattern is not None and self._pattern.fullmatch(word) else 0

    def length_at(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens from *at* on answer something wanted; 0 when none does."""
        word = tokens[at].text
        lengths = [len(row) for row in self._first_words.get(word, ()) if _stands(row, tokens, at, str)]
        if self._first_stems:
            lengths += [len(row) for row in self._first_stems.get(stem(word), ()) if _stands(row, tokens, at, stem)]
        if not lengths and self._pattern is not None and self._pattern.fullmatch(word):
            return 1
        return max(lengths, default=0)


def _literal(clause: Clause) -> str:
    """Letters that every word of a pattern holds."""
    return re.split(r"[*?]", clause.words[0])[0]


def _words_with(low: str, part: str) -> Iterator[tuple[int, int]]:
    """Where the words stand that hold *part*."""
    at = low.find(part)
    while at >= 0:
        start, end = at, at + len(part)
        while start > 0 and low[start - 1].isalnum():
            start -= 1
        while end < len(low) and low[end].isalnum():
            end += 1
        yield start, end
        at = low.find(part, end)


def _stands(row: Words, tokens: Sequence[Token], at: int, form: Callable[[str], str]) -> bool:
    return row == tuple(form(token.text) for token in tokens[at : at + len(row)])


def _by_first(rows: Iterable[Words]) -> dict[str, list[Words]]:
    table: dict[str, list[Words]] = {}
    for row in rows:
        table.setdefault(row[0], []).append(row)
    return table


def _may_be_joined(word: str) -> bool:
    """A NIP, the longer parts of one, or a date."""
    return len(word) >= 6 and word.removeprefix("tgl").isdigit()
