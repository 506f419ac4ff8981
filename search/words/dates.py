"""Dates as Indonesian offices write them: digits, month names, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_DAY_FIRST, _YEAR_FIRST, _MONTH_AND_DIGITS, _ALL_WORDS = _PATTERNS
_SHAPE = bytes(
    ord("0" if sign in "0123456789OoIl|" else "-" if sign in "-/." else " " if sign.isspace() or sign == "?" else "x")
    for sign in map(chr, range(256))
)
"""Digits, separators, blanks (and what has no byte, which may be one) and all the rest."""
_YEAR = re.compile(rb"0000(?:(?<=[- ]0000)|(?=-))")
"""In a shape, what every date in digits holds, and hardly anything else."""
_DAY_AND_MONTH = 10
"""Signs of a day and a month in digits before the year, with blanks around their separators."""
_MONTH_STARTS = tuple(sorted({name[:3] for name in MONTHS}))
_WHOLE_MONTH = re.compile(rf"(?:{_MONTH})(?!\w)")
_MONTH_LETTERS = sorted(set(map(len, MONTHS)))
_MONTH_ENDS = {name[-3:].encode() for name in MONTHS}
_REACH = 120
"""Letters before and after a month within which its day and year stand, written out in words."""
_BEFORE_MONTH = tuple({*NUMERALS, "bulan"})
_IN_EVERY_YEAR = b"ribu"
"""Of those written out in words."""
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
            digits = match["d"] + match["y"]
            repaired = not digits.isdigit() and digits.replace(" ", "").translate(_CONFUSED).isdigit()
            yield DateSpan(match.start(), match.end(), value, repaired)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The expressions are dear, so each is tried only where the signs that it needs stand."""
    signs = text.encode("latin-1", "replace")
    shape, low, year = signs.translate(_SHAPE), signs.lower(), -1
    while found := _YEAR.search(shape, year + 1):  # a bar before it may have been read as its first digit
        year = found.start()
        if shape.startswith(b"-", found.end()) and (match := _YEAR_FIRST.match(text, year)):
            yield match
        if match := _ending_with(year, text, shape, low):
            yield match
    if _IN_EVERY_YEAR in low:
        for start, end in _around_months(text):
            yield from _ALL_WORDS.finditer(text, start, end)


def _ending_with(year: int, text: str, shape: bytes, low: bytes) -> re.Match[str] | None:
    """The date with day and month before the year at *year*."""
    reach = max(0, year - _REACH)
    before = shape[reach:year].rstrip(b" -")
    end = reach + len(before)
    if low[max(0, end - 3) : end] in _MONTH_ENDS and (match := _month_and_digits(text, shape, end)):
        return match
    in_digits = before.endswith(b"0") and b"-" in shape[year - 2 : year]
    return _first(_DAY_FIRST, text, range(max(0, year - _DAY_AND_MONTH), year)) if in_digits else None


def _month_and_digits(text: str, shape: bytes, end: int) -> re.Match[str] | None:
    """The date whose month ends at *end*."""
    letters = text[max(0, end - _MONTH_LETTERS[-1]) : end].lower()
    for size in _MONTH_LETTERS:
        if letters[-size:] in MONTHS:
            return _day_before(end - size, text, shape)
    return None


def _day_before(month: int, text: str, shape: bytes) -> re.Match[str] | None:
    reach = max(0, month - _REACH)
    before = shape[reach:month].rstrip(b" -")
    if before.endswith(b"0"):
        last = reach + len(before)
        return _first(_MONTH_AND_DIGITS, text, range(max(0, last - 2), last))
    in_brackets = text[reach + len(before) - 1 : month].startswith(")")
    return _MONTH_AND_DIGITS.search(text, reach, month + 2 * _REACH) if in_brackets else None


def _first(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> re.Match[str] | None:
    for start in starts:
        if match := pattern.match(text, start):
            return match
    return None


def _around_months(text: str) -> Iterator[tuple[int, int]]:
    """Stretches with months that have a numeral before them."""
    low = text.lower()
    if len(low) != len(text):
        yield 0, len(text)
        return
    start = end = -1
    for at in sorted(_months(low)):
        if not low[max(0, at - _REACH) : at].rstrip().endswith(_BEFORE_MONTH):
            continue
        if end < 0 or at - _REACH > end:
            if end >= 0:
                yield start, end
            start = max(0, at - _REACH)
        stop = low.find(" ", at + _REACH)
        end = stop if stop >= 0 else len(text)
    if end >= 0:
        yield start, end


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
    if text.isdecimal():
        return int(text)
    digits = text.translate(_CONFUSED)
    return int(digits) if digits.isdigit() else read_numerals(text.lower().split())
