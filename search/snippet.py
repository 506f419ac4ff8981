"""The piece of a document's text that shows why it was found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from search.index import PAGE_BREAK
from search.question import Clause, understand
from search.wanted import Wanted
from search.words.tokens import WORD, Token, canonical, tokenise

LETTERS = 200
SEARCHED = 60_000
"""Letters looked through per hit; a page has about 2,500."""
_SPACES = re.compile(r"\s{2,}|[^\S ]")
"""Blanks that are not one space already."""

Span = tuple[int, int]


class Excerpt(NamedTuple):
    """About 200 letters in pieces, each with whether it is one of the words asked for; see ``Hit``."""

    pieces: list[tuple[str, bool]]
    page: int | None
    more: int


def excerpt(text: str, clauses: Iterable[Clause]) -> Excerpt:
    """The stretch of *text* that answers *clauses* best, and the page it stands on."""
    text = text[:SEARCHED]
    spans = _matches(text, [clause for clause in clauses if not clause.excluded])
    start, end = _window(text, spans)
    breaks = [found.start() for found in re.finditer(PAGE_BREAK, text)] if PAGE_BREAK in text else []
    pages = {1 + bisect_left(breaks, span[0]) for span in spans}
    first = next((span[0] for span in spans if start <= span[0]), None)
    page = None if first is None else 1 + bisect_left(breaks, first)
    return Excerpt(_cut(text, spans, start, end), page, len(pages - {page}))


def words_met(words: Sequence[str], question: str) -> list[int]:
    """Places in *words* (a page as it was read) of those that *question* asks for. Raises QueryTooLong."""
    clauses = [clause for clause in understand(question).clauses if not clause.excluded]
    spans = _matches(" ".join(words), clauses)
    places, start = [], 0
    for place, word in enumerate(words):
        end = start + len(word)
        if any(left < end and right > start for left, right in spans):
            places.append(place)
        start = end + 1
    return places


def _cut(text: str, spans: list[Span], start: int, end: int) -> list[tuple[str, bool]]:
    inside = [span for span in spans if start <= span[0] and span[1] <= end]
    pieces = _pieces(text, inside, start, end)
    before, after = ("… " if start > 0 else ""), (" …" if end < len(text) else "")
    return [piece for piece in [(before, False), *pieces, (after, False)] if piece[0]]


def _matches(text: str, clauses: list[Clause]) -> list[Span]:
    """Where a clause is met, words side by side as one stretch."""
    if not clauses:
        return []
    wanted = _wanted(tuple(clauses))
    if (places := wanted.places(text)) is not None:
        return _matches_at(text, wanted, places)
    tokens = _tokens(text, wanted)
    plain = [token for token in tokens if not token.joined]
    found = [(token.start, token.end) for token in tokens if token.joined and (token.text,) in wanted.exact]
    for at, token in enumerate(plain):
        length = wanted.length_at(plain, at)
        if length:
            found.append((token.start, plain[at + length - 1].end))
    return sorted(found)


@lru_cache(maxsize=256)
def _wanted(clauses: tuple[Clause, ...]) -> Wanted:
    """Once for a question, not once for each of its hits."""
    return Wanted(clauses)


def _matches_at(text: str, wanted: Wanted, places: Iterable[Span]) -> list[Span]:
    """Looked at only where a wanted word may begin: most of a page need not be cut into words."""
    found = []
    for start, end in places:
        written = text[start:end]
        reach = wanted.reach(written)
        if reach == 1:
            found.append((start, end))
        elif reach:
            row = islice(WORD.finditer(text, end), reach - 1)
            tokens = [Token(canonical(written), 0, start, end)]
            tokens += [Token(canonical(match[0]), 0, match.start(), match.end()) for match in row]
            if length := wanted.length_at(tokens, 0):
                found.append((start, tokens[length - 1].end))
    return found


def _tokens(text: str, wanted: Wanted) -> list[Token]:
    """Joined tokens cost a pass for NIPs and dates; most questions need none."""
    if wanted.has_joined:
        return tokenise(text)
    return [Token(canonical(match[0]), 0, match.start(), match.end()) for match in WORD.finditer(text)]


def _window(text: str, spans: list[Span]) -> Span:
    """The stretch with the most marks, begun a little before the first of them, cut at spaces."""
    if not spans:
        return 0, _space_before(text, LETTERS)
    best, most, ahead = spans[0], 0, 0
    for at, span in enumerate(spans):
        while ahead < len(spans) and spans[ahead][0] < span[0] + LETTERS - 60:
            ahead += 1
        if ahead - at > most:
            best, most = span, ahead - at
    start = max(0, best[0] - 50)
    if start:
        start = text.find(" ", start, best[0]) + 1 or best[0]
    return start, max(_space_before(text, start + LETTERS), best[1])


def _space_before(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    found = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end))
    return found if found > 0 else end


def _pieces(text: str, spans: list[Span], start: int, end: int) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    at = start
    for left, right in spans:
        if left >= at:
            pieces += [(_squeezed(text[at:left]), False), (_squeezed(text[left:right]), True)]
            at = right
    pieces.append((_squeezed(text[at:end]), False))
    return pieces


def _squeezed(text: str) -> str:
    return _SPACES.sub(" ", text)
