"""NIP: found with or without spaces, believed only when its parts make sense.

The number has no check digit (PerKa BKN 22/2007): birth date, month of appointment (for PPPK year
and contract code from 21), sex, serial. These are the checks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_LIKE = r"[0-9OoIl|]"
_GAP = r"[ .\u00a0]{0,2}"
_RUN = re.compile(rf"{_LIKE}(?<![\w/-].)(?:{_GAP}{_LIKE}){{17}}(?![\w/-])")
_CONFUSED = str.maketrans("OoIl|", "00111")
_SHAPE = bytes(
    ord("0" if sign in "0123456789OoIl|" else " " if sign in " .\u00a0" else "x") for sign in map(chr, range(256))
)
_NO_GAPS = str.maketrans("", "", " .\u00a0")
_DIGITS = b"0" * 18
"""In a shape without its gaps: most texts hold hardly anything else of that length."""
_FEWEST_DIGITS = 13
YOUNGEST, OLDEST = 15, 66
"""Years of age at appointment outside of which the number was misread or mistyped."""


@dataclass(frozen=True)
class NipSpan:
    """18 digits found at ``text[start:end]``; ``repaired`` when letters were read as digits."""

    start: int
    end: int
    value: str
    repaired: bool


def find_nips(text: str) -> list[NipSpan]:
    """Every number of the right shape whose parts make sense, in order."""
    if len(text) < len(_DIGITS):
        return []
    shape = text.encode("latin-1", "replace").translate(_SHAPE)
    packed, spans = shape.replace(b" ", b""), []
    place = after = 0
    while (place := packed.find(_DIGITS, place)) >= 0:  # nothing stands before its place among the rest
        if not (match := _RUN.search(text, max(place, after))):
            break
        letters = match[0].translate(_NO_GAPS)
        digits = letters.translate(_CONFUSED)
        found = sum(map(str.isdigit, letters)) >= _FEWEST_DIGITS and is_nip(digits)
        if found:
            spans.append(NipSpan(match.start(), match.end(), digits, digits != letters))
        # A worn colon before the number is read as a digit: the next start may be the true one.
        after = match.end() if found else match.start() + 1
        place = after - shape.count(b" ", 0, after)
    return spans


def is_nip(digits: str) -> bool:
    """Do the parts of *digits* (NIP PNS or NI PPPK) make sense?"""
    if not re.fullmatch(r"[0-9]{18}", digits):
        return False
    born = birth_date(digits)
    year, month = int(digits[8:12]), int(digits[12:14])
    return (
        born is not None
        and YOUNGEST <= year - born.year <= OLDEST
        and 1945 <= year < 2100
        and (1 <= month <= 12 or month >= 21)
        and digits[14] in "12"
        and digits[15:] != "000"
    )


def birth_date(digits: str) -> date | None:
    """The first eight digits as a date."""
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
