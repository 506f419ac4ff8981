"""Rows of the form ``label : value``, and where the signature part begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.fields.script import Script

_NUMBER = r"(?:[\dIl|]{1,2}[ \t]*[.,:)]?|[a-z][.)])?"
_SPECKS = r"(?:[^\w\s:(][ \t]*){0,3}"
"""Dirt before a row's number or label, or behind the label: no sign of either."""
# A worn colon is read as any mark; the gap before the column stays.
_COLON = r"(?:[:;=][ \t]*|\t)(?:[^\w\s(\"']{1,2}[ \t]*)?"
_CLOSING = re.compile(
    r"^\W*(?:(?:Ditetapkan|Dikeluarkan|Ditandatangani|Dibuat)\s+di\b"
    r"|(?:a\.?n\.?|Plt\.?|Plh\.?|Pj\.?|u\.?b\.?)\s+(?:BUPATI|GUBERNUR|WALI|KEPALA|SEKRETARIS)"
    r"|Tembusan\b)",
    re.IGNORECASE | re.MULTILINE,
)

_STATES = re.compile(r"bertanda\W*ta\w{1,4}n\W+di\W*bawah\W+ini", re.IGNORECASE)
_SUBJECT = re.compile(r"menyatakan|menerangkan|memerintahkan|memberikan", re.IGNORECASE)

# A speck behind a word in small letters before the next capitalised one; abbreviations are shorter, or titles.
_SPECK = re.compile(r"\b((?!Drs|Dra|Prof|Moch|Moh|Muh|Abd)[A-Z][a-z]{2,})\.[ ]?(?=[A-Z][a-z]{2})")
# The same between words in capitals, and before a word.
_SPECK_BETWEEN = re.compile(
    r"(?<=[A-Z]{3})\.[ ]?(?=[A-Z]{3})|(?<=\s)\.(?=[A-Z][A-Za-z]{2})"
    r"|(?<=\d)['’](?=[A-Z][a-z])|(?<=[A-Z\d])-(?=[A-Z][a-z])|(?<=\s)-(?=\d)"
)
# Strokes that hang on the end of a word or stand alone; a dash between two words belongs to the text.
_MARKS = "-'’‘`*~_^"
_DIRT = re.compile(
    rf"(?<=[^\W\d_])(?:[{_MARKS}]+(?=\s|$)|[,;]+(?=\s*$))|(?:(?<=\s)|^)[{_MARKS}#=|•.,;:\"“”—]+(?=\s*$)|^[{_MARKS}#=|•.,;:]+\s*"
    r"|^[\"“”—«»]+\s+"
)

_NO_LETTERS = re.compile(r"[\\{}<>\[\]$%€£§]")
_MARKED = re.compile(r"[^\W\d_][-/:;'’~*=|+^]")
_BEFORE = re.compile(r"(?:\w\s|[a-z])[A-Z]")
"""One sign before the first capital: the colon, or dirt."""
GUESSED = 60.0
"""Confidence of a word that two readers read differently, or nobody well."""


@dataclass(frozen=True)
class Value:
    """What stands behind a label, at ``text[start:end]``."""

    text: str
    start: int
    end: int


def labelled(script: Script, label: str) -> list[Value]:
    """Values behind *label* (a pattern), each to the end of its column, in order.

    Row numbers before the label are passed over, and dirt around it; the colon may be lost when a column gap is there.
    """
    pattern = re.compile(
        rf"(?:^|\t)[ \t:]*{_SPECKS}{_NUMBER}[ \t:]*{_SPECKS}(?:{label})[ ]*{_SPECKS}{_COLON}(?P<value>[^\t\n]+)",
        re.IGNORECASE | re.MULTILINE,
    )
    found = []
    for match in pattern.finditer(script.text):
        text, start = match["value"].rstrip(" ;"), match.start("value")
        found.append(Value(text, start, start + len(text)))
    return found


def continued(script: Script, value: Value) -> Value:
    """*value* with the lines below it that stand in its column and start no row of their own."""
    end = value.end
    while (line := _line_below(script, end)) and _in_column(script, value, line):
        end = line.end()
    return Value(" ".join(script.text[value.start : end].split()), value.start, end)


def without_specks(text: str) -> str:
    """*text* without the full stops that dirt puts behind whole words, and the marks it puts around them."""
    clean = _SPECK.sub(r"\1 ", _DIRT.sub("", text))
    return " ".join(_SPECK_BETWEEN.sub(" ", clean).split())


def is_legible(script: Script, value: Value) -> bool:
    """Not when two of its words were guessed, or one with a mark between or behind its letters, or signs stand in it
    that no name has: a stamp or a pen lies over it, or dirt that may be a part of the next letter."""
    guessed = [mark.word.text for mark in script.between(value.start, value.end) if mark.word.confidence < GUESSED]
    marked = any(_MARKED.search(word) for word in guessed) or bool(guessed and _BEFORE.match(value.text))
    return len(guessed) < 2 and not marked and not _NO_LETTERS.search(value.text)


def about(text: str) -> tuple[int, int]:
    """The part between who states it (letters begin with the signer) and who signs it; nothing where a letter that
    begins with its signer hides the word with which the other one begins."""
    end = closing(text)
    states = _STATES.search(text, 0, end)
    if states is None:
        return 0, end
    subject = _SUBJECT.search(text, states.end(), end)
    return (subject.end() if subject else end), end


def closing(text: str) -> int:
    """Where the signature part begins: names and NIPs below are those of the one who signs."""
    found = _CLOSING.search(text)
    return found.start() if found else len(text)


def _line_below(script: Script, end: int) -> re.Match[str] | None:
    return re.compile(r"[^\n]*\n([^\n]+)").match(script.text, end)


def _in_column(script: Script, value: Value, line: re.Match[str]) -> bool:
    text = line[1]
    if ":" in text or ";" in script.text[value.end : line.start(1)] or "\t" in text:
        return False
    first = script.between(value.start, value.start + 1)
    below = script.between(line.start(1), line.start(1) + 1)
    if not first or not below or first[0].page != below[0].page:
        return False
    left, under = first[0].word.box, below[0].word.box
    near = under[1] - left[1] < 6 * (left[3] - left[1])
    return left[0] > 0 and near and abs(under[0] - left[0]) < 0.02
