"""Text as the index sees it: folded tokens with positions, and joined tokens for NIPs and dates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from search.words.dates import find_dates
from search.words.nip import NipSpan, find_nips

WORD = re.compile(r"[^\W_]+")
_LOWER_OR_SPACE = bytes(ord(sign.lower()) if sign.isalnum() and sign.isascii() else 32 for sign in map(chr, range(256)))
LONGEST = 200
"""Letters of a token; what is longer is no word, and one engine would cut it where the other does not."""


class Token(NamedTuple):
    """A canonical word of ``text[start:end]``; ``joined`` ones share a position with their first part."""

    text: str
    position: int
    start: int
    end: int
    joined: bool = False


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    # Decomposing can bring a capital to light (ℐ), and lower case a letter with an accent: twice.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=200_000)
def canonical(word: str) -> str:
    """*word* as it is compared: folded, a number without the zeros before it (``0142`` is ``142``)."""
    folded = fold(word)[:LONGEST]
    return folded.lstrip("0") or "0" if folded.isdigit() else folded


def tokenise(text: str) -> list[Token]:
    """Words, numbers and the segments of decree numbers, in order.

    A NIP becomes its four parts and the joined 18 digits however it is printed; a date also becomes
    ``tgl20240701``, so that ``1 Juli 2024`` and ``01-07-2024`` meet.
    """
    nips = {span.start: (span.end, span.value) for span in find_nips(text)}
    dates = {span.start: (span.end, span.word) for span in find_dates(text)}
    tokens: list[Token] = []
    position = done = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        if start in nips:
            done, value = nips[start]
            tokens.append(Token(value, position, start, done, joined=True))
            parts = nip_parts(value)
            tokens.extend(Token(part, position + step, start, done) for step, part in enumerate(parts))
            position += len(parts)
            continue
        if start in dates:
            tokens.append(Token(dates[start][1], position, start, dates[start][0], joined=True))
        tokens.append(Token(canonical(match[0]), position, start, end))
        position += 1
    return tokens


def cut(text: str) -> tuple[list[str], list[str]]:
    """The words of :func:`tokenise` before they are made canonical, and the joined ones: all that an index stores, in a
    tenth of the time."""
    nips = _nips(text)
    return _words(text, nips), [span.word for span in find_dates(text)] + [span.value for span in nips]


def canonical_words(text: str) -> list[str]:
    """Those of :func:`tokenise` that are not joined."""
    return list(map(canonical, _words(text, _nips(text))))


def _nips(text: str) -> list[NipSpan]:
    """Those that are not glued to the word before them."""
    return [span for span in find_nips(text) if not (span.start and text[span.start - 1].isalnum())]


def _words(text: str, nips: Iterable[NipSpan]) -> list[str]:
    """In order as they are printed, the parts of a NIP apart. Plain letters are cut in a fifth of the time."""
    for span in sorted(nips, key=lambda span: -span.start):
        text = f"{text[: span.start]} {' '.join(nip_parts(span.value))} {text[span.end :]}"
    if not is_plain(text):
        return WORD.findall(text)
    return text.encode("ascii", "replace").translate(_LOWER_OR_SPACE).decode().split()


def is_plain(text: str) -> bool:
    """Are all its letters those of ASCII, so that lower case is all the folding there is?"""
    return text.isascii() or not any(sign.isalnum() for sign in set(text) if sign > "\x7f")


def nip_parts(digits: str) -> tuple[str, str, str, str]:
    """As printed with spaces: birth date, appointment, sex, serial."""
    return digits[:8], digits[8:14], digits[14], canonical(digits[15:])
