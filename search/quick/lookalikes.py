"""Signs that look alike to the network, told apart by the company they keep.

Only where the other reading cannot be meant: a golongan, a month in Roman numbers, a number of months.
"""

from __future__ import annotations

import re

_GRADE = re.compile(r"^(\(?)([Il1|!]{1,3}|[Il1|!]V)(/[a-eA-E]\W{0,2})$")
_ROMAN_PART = re.compile(r"(?<=/)(?=[IVXl1|]*[IVX])[IVXl1|]{1,4}(?=/)")
_BEFORE_CAPITALS = re.compile(r"(?<![\w.])1(?=[A-Z]{2})")
_STROKES = str.maketrans("l1|!", "IIII")


def told_apart(word: str) -> str:
    """*word* with strokes as the one sign they can be."""
    grade = _GRADE.match(word)
    if grade:
        return grade[1] + grade[2].translate(_STROKES) + grade[3]
    word = _ROMAN_PART.sub(lambda part: part[0].translate(_STROKES), word)
    return _BEFORE_CAPITALS.sub("I", word)
