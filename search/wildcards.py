"""``*`` and ``?`` in a word that a person typed: allowed while the work stays small."""

from __future__ import annotations

import re

from search.words.tokens import canonical

MOST = 4
FEWEST_LETTERS = 2
TOO_SHORT = "Tanda * dan ? dipakai setelah sedikitnya dua huruf, misalnya kenaik*. Kami mencari tanpa tanda itu."
TOO_MANY = "Paling banyak empat kata dengan * atau ?, dan tiga tanda sekata. Selebihnya kami cari tanpa tanda itu."
MOST_SIGNS = 3
_SHAPE = re.compile(r"(?:[^\W_]|[*?])+")


def has_signs(value: str) -> bool:
    """Is *value* one word with signs in it? A question mark at the end of a word is only punctuation."""
    return (
        _SHAPE.fullmatch(value) is not None and any(sign in value.rstrip("?") for sign in "*?") and bool(_bare(value))
    )


def refusal(value: str, before: int) -> str:
    """Why the signs of *value* cannot be followed after *before* others; Indonesian, empty when they can."""
    if len(re.split(r"[*?]", value)[0]) < FEWEST_LETTERS:
        return TOO_SHORT
    signs = sum(sign in "*?" for sign in canonical_pattern(value))
    return TOO_MANY if before >= MOST or signs > MOST_SIGNS else ""


def canonical_pattern(value: str) -> str:
    """Letters folded, signs kept; several ``*`` in a row are one."""
    folded = "".join(part if part in "*?" else canonical(part) for part in re.split(r"([*?])", value) if part)
    return re.sub(r"\*+", "*", folded)


def expression(pattern: str) -> str:
    """*pattern* as a regular expression for a whole word."""
    return "".join({"*": ".*", "?": "."}.get(sign) or re.escape(sign) for sign in pattern)


def _bare(value: str) -> str:
    return value.strip("*?")
