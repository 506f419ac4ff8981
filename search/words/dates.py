"""Dates as Indonesian offices write them: digits, month names, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from search.words.numerals import NUMERALS, read_numerals

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari pebruari feb peb",
            "maret mar mrt",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "agustus agu agt agst ags",
            "september sept sep",
            "oktober okt",
            "november nopember nov nop",
            "desember des",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NUMERAL = "|".join(sorted(NUMERALS, key=len, reverse=True))
_WORDS = rf"(?:(?:{_NUMERAL})\s+)*(?:{_NUMERAL})"
# O and l for 0 and 1 are read back because the whole must then be a date that exists.
_DIGIT = r"[0-9OoIl|]"
# What must not stand before is looked at after the first sign: an expression that begins with a few signs is searched
# for many times quicker.
_PATTERNS = [
    re.compile(
        rf"(?P<d>{_DIGIT}(?<![\w.,/-].){_DIGIT}?)\s?(?P<s>[-/.])\s?(?P<m>{_DIGIT}{{1,2}})\s?(?P=s)\s?"
        rf"(?P<y>{_DIGIT}{{4}})(?![\w/-])"
    ),
    re.compile(r"(?P<y>[12](?<![\w.,/-].)\d{3})(?P<s>-)(?P<m>\d\d)-(?P<d>\d\d)(?![\w/-])"),
    re.compile(
        rf"(?<![\w.,/-])(?P<d>{_DIGIT}{{1,2}})(?:\s*\([a-z ]+\))?[\s-]*(?P<m>{_MONTH})\b\.?[\s-]*"
        rf"(?P<y>{_DIGIT}{{4}})(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<d>{_WORDS})\s+(?:bulan\s+)?(?P<m>{_MONTH})\s+(?:tahun\s+)?(?P<y>{_WORDS})\b", re.IGNORECASE),
]
_DIGITS_ONLY, (_MONTH_AND_DIGITS, _ALL_WORDS) = _PATTERNS[:2], _PATTERNS[2:]
_MONTH_STARTS = tuple(sorted({name[:3] for name in MONTHS}))
_WHOLE_MONTH = re.compile(rf"(?:{_MONTH})(?!\w)")
_REACH = 120
"""Letters before and after a month within which its day and year stand, written out in words."""
_BETWEEN_SEPARATORS = re.compile(r"[-/.](?=\s?[0-9OoIl|]{1,2}\s?[-/.])")
"""What every date in digits holds, and hardly anything else."""
_FIRST_PARTS = (4, 3, 2, 1)
"""Letters before its first separator that one may begin at: a year, or a day and perhaps a space."""
_BEFORE_MONTH = tuple({*NUMERALS, "bulan"})
_CONFUSED = str.maketrans("OoIl|", "00111")


@dataclass(frozen=True)
class DateSpan:
    """A date at ``text[start:end]``; ``repaired`` when letters were read as digits."""

    start: int
    end: int
    value: date
    repaired: bool = False

    @property
    def word(self) -> str:
        """The date as one word, however it is written: ``tgl20240701``."""
        return f"tgl{self.value.isoformat().replace('-', '')}"


def find_dates(text: str) -> list[DateSpan]:
    """Every date that exists (years 1900–2099), in order, none overlapping."""
    spans = sorted(_candidates(text), key=lambda span: (span.start, -span.end))
    kept: list[DateSpan] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _candidates(text: str) -> Iterator[DateSpan]:
    for match in _matches(text):
        value = _date(match["d"], match["m"], match["y"])
        if value is not None:
            digits = (match["d"] + match["y"]).replace(" ", "")
            repaired = not digits.isdigit() and digits.translate(_CONFUSED).isdigit()
            yield DateSpan(match.start(), match.end(), value, repaired)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Both kinds of expression are dear, so each is tried only where the signs that it needs stand."""
    starts = {found.start() - back for found in _BETWEEN_SEPARATORS.finditer(text) for back in _FIRST_PARTS}
    for pattern in _DIGITS_ONLY:
        end = 0
        for start in sorted(starts):
            if start >= end and (match := pattern.match(text, start)):
                end = match.end()
                yield match
    for start, end, in_words in _around_months(text):
        yield from _MONTH_AND_DIGITS.finditer(text, start, end)
        if in_words:
            yield from _ALL_WORDS.finditer(text, start, end)


def _around_months(text: str) -> Iterator[tuple[int, int, bool]]:
    """Stretches with months, each with whether one of them has a numeral before it."""
    low = text.lower()
    if len(low) != len(text):
        yield 0, len(text), True
        return
    start = end = -1
    in_words = False
    for at in sorted(_months(low)):
        if end < 0 or at - _REACH > end:
            if end >= 0:
                yield start, end, in_words
            start, in_words = max(0, at - _REACH), False
        in_words = in_words or low[start:at].rstrip().endswith(_BEFORE_MONTH)
        stop = low.find(" ", at + _REACH)
        end = stop if stop >= 0 else len(text)
    if end >= 0:
        yield start, end, in_words


def _months(low: str) -> Iterator[int]:
    """Where the names of months begin: searching for a few letters each is quicker than one expression for all."""
    for letters in _MONTH_STARTS:
        at = low.find(letters)
        while at >= 0:
            if not (at and low[at - 1].isalpha()) and _WHOLE_MONTH.match(low, at):
                yield at
            at = low.find(letters, at + 1)


def _date(day: str, month: str, year: str) -> date | None:
    d, y = _number(day), _number(year)
    m = MONTHS.get(month.lower()) or _number(month)
    if d is None or m is None or y is None or not 1900 <= y < 2100:
        return None
    try:
        return date(y, m, d)
    except ValueError:
        return None


def _number(text: str) -> int | None:
    digits = text.translate(_CONFUSED)
    return int(digits) if digits.isdigit() else read_numerals(text.lower().split())
