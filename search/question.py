"""What a person typed, understood: words, phrases, numbers, dates, minus words, ``jenis:`` choices."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from search import wildcards
from search.errors import QueryTooLong
from search.index import FACETS
from search.words.dates import find_dates
from search.words.nip import birth_date, find_nips, is_nip
from search.words.synonyms import longest_at, others
from search.words.tokens import WORD, canonical, nip_parts

MAX_LETTERS = 200
OPEN_QUOTE = "Tanda kutip belum ditutup. Kami mencari tanpa tanda kutip."
UNKNOWN_PREFIX = "Saringan “{}:” tidak dikenal. Kami mencarinya sebagai kata biasa."
# Little words are in every decree; asking for them only loses documents that were badly read.
SMALL_WORDS = frozenset(
    ("dan", "atau", "yang", "di", "ke", "dari", "pada", "untuk", "dengan", "oleh", "dalam", "sebagai")
)
_PIECE = re.compile(r'(?P<minus>-)?(?:(?P<prefix>[^\W\d_]+):)?(?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))')
# What kind of number it is, the number itself tells.
_LABEL = re.compile(r"\b(?:nip|nomor|nama|tanggal):\s*", re.IGNORECASE)
_SPACED = r"\d{8} \d{1,6}(?: [12](?: \d{1,3})?)?"
_NIP_PART = re.compile(rf"(?<!\S)(?P<minus>-)?nip:\s*\*?(?P<digits>{_SPACED}|\d+)\*?(?!\S)", re.IGNORECASE)
_SPACED_NIP = re.compile(rf"(?<!\S)(?P<digits>{_SPACED})(?!\S)")


@dataclass(frozen=True)
class Clause:
    """One thing asked for: canonical words that must stand side by side.

    With ``stems`` each word may be anywhere and may also be met by its stem, and all of them
    together by one of ``others`` (what else the office calls it). A ``pattern`` holds ``*`` and
    ``?``; a ``nip_part`` is digits in a row out of a NIP.
    """

    words: tuple[str, ...]
    stems: bool = False
    excluded: bool = False
    pattern: bool = False
    nip_part: bool = False
    others: tuple[tuple[str, ...], ...] = ()


@dataclass
class Question:
    """Every engine's input: all ``clauses`` narrow, the excluded ones exclude."""

    clauses: list[Clause] = field(default_factory=list)
    filters: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


def understand(text: str, *, exact: bool = False) -> Question:
    """Raises :class:`QueryTooLong` above 200 letters; everything shorter has a meaning."""
    if len(text) > MAX_LETTERS:
        raise QueryTooLong(
            f"Kata pencarian terlalu panjang ({len(text)} huruf). Ringkas menjadi paling banyak {MAX_LETTERS} huruf."
        )
    question = Question()
    text = _take_nip_parts(_plain_signs(text), question)
    text = _LABEL.sub("", text)
    if text.count('"') % 2:
        question.note(OPEN_QUOTE)
        text = text.replace('"', " ")
    text = _take_joined(text, question)
    for piece in _PIECE.finditer(text):
        _add(question, piece, exact)
    question.clauses = _without_small_words(question.clauses if exact else _with_others(question.clauses))
    return question


def _plain_signs(text: str) -> str:
    """Straight quotes; no control characters, marks of direction or half characters."""
    text = re.sub("[“”„]", '"', text)
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in text if not _is_mark(sign))


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf"


def _take_nip_parts(text: str, question: Question) -> str:
    """``nip:`` before some of its digits; a whole one is taken as one later."""

    def take(match: re.Match[str]) -> str:
        digits = match["digits"].replace(" ", "")
        if len(digits) < 3 or len(digits) >= 18 or match.string.count('"', 0, match.start()) % 2:
            return match[0]
        question.clauses.append(Clause((digits,), excluded="-" in match[0], nip_part=True))
        return " "

    def take_spaced(match: re.Match[str]) -> str:
        return take(match) if birth_date(match["digits"]) else match[0]

    return _SPACED_NIP.sub(take_spaced, _NIP_PART.sub(take, text))


def _take_joined(text: str, question: Question) -> str:
    """NIPs and dates outside quotes run over spaces: they are taken out first, as one word each."""
    taken = [(span.start, span.end, span.value) for span in find_nips(text)]
    taken += [(span.start, span.end, span.word) for span in find_dates(text)]
    for start, end, word in sorted(taken, reverse=True):
        if text.count('"', 0, start) % 2 == 0:
            minus = text[:start].endswith("-") and (start == 1 or text[start - 2].isspace())
            question.clauses.insert(0, Clause((word,), excluded=minus))
            text = text[: start - minus] + " " + text[end:]
    return text


def _add(question: Question, piece: re.Match[str], exact: bool) -> None:
    quoted, plain, prefix = piece["quoted"], piece["plain"], piece["prefix"]
    value = quoted if quoted is not None else plain
    excluded = piece["minus"] is not None
    if prefix is not None and prefix.lower() in FACETS and not excluded:
        question.filters.setdefault(prefix.lower(), []).append(value)
        return
    if prefix is not None:
        question.note(UNKNOWN_PREFIX.format(prefix))
        value = f"{prefix} {value}"
    if quoted is None and wildcards.has_signs(value):
        refused = wildcards.refusal(value, sum(clause.pattern for clause in question.clauses))
        if not refused:
            question.clauses.append(Clause((wildcards.canonical_pattern(value),), excluded=excluded, pattern=True))
            return
        question.note(refused)
    for words in _groups(value, quoted is not None):
        # Excluding relatives of a word as well would hide more than was asked for.
        stems = not (exact or excluded) and quoted is None and len(words) == 1 and words[0][0].isalpha()
        question.clauses.append(Clause(words, stems, excluded))


def _groups(value: str, quoted: bool) -> Iterator[tuple[str, ...]]:
    """A quoted text, and a number with its separators, are words side by side; a NIP is its printed parts."""
    for part in [value] if quoted else value.split():
        words: list[str] = []
        for word in WORD.findall(part):
            words += nip_parts(word) if is_nip(word) else (canonical(word),)
        if words:
            yield tuple(words)


def _with_others(clauses: list[Clause]) -> list[Clause]:
    """Neighbouring words that together have a short form become one clause; each knows what else it is called."""
    made: list[Clause] = []
    rest = list(clauses)
    while rest:
        row = list(takewhile(lambda clause: clause.stems and not clause.excluded, rest))
        words = [clause.words[0] for clause in row]
        if length := longest_at(words):
            telling = tuple(word for word in words[:length] if word not in SMALL_WORDS)
            made.append(Clause(telling, stems=True, others=others(words[:length])))
        else:
            made.append(replace(rest[0], others=others(rest[0].words) if rest[0].stems else ()))
        rest = rest[length or 1 :]
    return made


def _without_small_words(clauses: list[Clause]) -> list[Clause]:
    telling = [clause for clause in clauses if not _is_small(clause)]
    return telling if any(not clause.excluded for clause in telling) else clauses


def _is_small(clause: Clause) -> bool:
    return clause.stems and len(clause.words) == 1 and clause.words[0] in SMALL_WORDS
