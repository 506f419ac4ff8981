"""The words that a question's clauses are met by, for marking them in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from search.question import Clause
from search.wildcards import expression
from search.words.stem import stem
from search.words.tokens import Token

Words = tuple[str, ...]


class Wanted:
    """``exact`` rows of words as written, ``stems`` rows of stems, ``pattern`` for single words."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
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

    def length_at(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens from *at* on answer something wanted; 0 when none does."""
        word = tokens[at].text
        lengths = [len(row) for row in self._first_words.get(word, ()) if _stands(row, tokens, at, str)]
        if self._first_stems:
            lengths += [len(row) for row in self._first_stems.get(stem(word), ()) if _stands(row, tokens, at, stem)]
        if not lengths and self._pattern is not None and self._pattern.fullmatch(word):
            return 1
        return max(lengths, default=0)


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
