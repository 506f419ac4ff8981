"""Numbers that are read on a page but kept nowhere to be read again: NIK, family card, NPWP.

NIK and family card: region, day (women + 40) and month, year, serial; since 2024 the NIK is the NPWP too.
"""

from __future__ import annotations

import re

_LIKE = r"[0-9OoIl|]"
_SIXTEEN = re.compile(rf"{_LIKE}(?<![\w/-].)(?<!\d[ ].)(?:[ .]?{_LIKE}){{15}}(?![\w/-])(?!\s?\d)")
_NPWP = re.compile(r"\d(?<![\w/-].)\d[. ]?\d{3}[. ]?\d{3}[. ]?\d[-. ]\d{3}[. ]?\d{3}(?![\w/-])")
_NAMED = re.compile(
    r"(?:\bN\.?[Il1]\.?K\b|\bkartu\s+keluarga\b|\bN\.?P\.?W\.?P\b)[^\w\n]*(?:nomor|no)?[^\w\n]*$", re.IGNORECASE
)
_CONFUSED = str.maketrans("OoIl|", "00111")
FEWEST_DIGITS = 12
SHOWN = 4
"""Last digits that stay: enough to recognise one's own."""
SIGN = "•"


def hidden(text: str) -> str:
    """*text*, as long as it was, with a sign in place of each digit of such a number but its last four."""
    text = _SIXTEEN.sub(lambda found: _covered(found[0]) if _is_personal(found) else found[0], text)
    return _NPWP.sub(lambda found: _covered(found[0]), text)


def _is_personal(found: re.Match[str]) -> bool:
    """By its day and month, or by the word in front of it."""
    signs = re.sub(r"[ .]", "", found[0])
    if sum(sign.isdigit() for sign in signs) < FEWEST_DIGITS:
        return False
    digits = signs.translate(_CONFUSED)
    day, month = int(digits[6:8]), int(digits[8:10])
    dated = (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12
    return dated or _NAMED.search(found.string, max(0, found.start() - 40), found.start()) is not None


def _covered(number: str) -> str:
    places = [at for at, sign in enumerate(number) if sign.isalnum() or sign == "|"][:-SHOWN]
    return "".join(SIGN if at in places else sign for at, sign in enumerate(number))
