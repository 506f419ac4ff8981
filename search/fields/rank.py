"""Rank, pay and time in rank; of two ranks on a decree the one it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.fields.labels import about, closing, labelled
from search.fields.script import Script
from search.pages import Field
from search.words.numerals import read_numerals

RANKS = {
    "juru muda": "I/a",
    "juru muda tingkat i": "I/b",
    "juru": "I/c",
    "juru tingkat i": "I/d",
    "pengatur muda": "II/a",
    "pengatur muda tingkat i": "II/b",
    "pengatur": "II/c",
    "pengatur tingkat i": "II/d",
    "penata muda": "III/a",
    "penata muda tingkat i": "III/b",
    "penata": "III/c",
    "penata tingkat i": "III/d",
    "pembina": "IV/a",
    "pembina tingkat i": "IV/b",
    "pembina utama muda": "IV/c",
    "pembina utama madya": "IV/d",
    "pembina utama": "IV/e",
}
_LEVEL = r"\s+(?:tingkat|tk\.?)\s*[Il1|](?!\w)"
_RANK = re.compile(rf"\b(juru|pengatur|penata|pembina)(\s+utama)?(\s+muda|\s+madya)?({_LEVEL})?", re.IGNORECASE)
_GOLONGAN = r"(?<![\w/])(?P<gol>[IVl1|!]{1,4}\s?/\s?[a-eA-E])(?![\w/])"
_WORN = r"(?P<gol>[IVHTNUlhinu1|!]{1,5}\s?/?\s?[a-eA-E])(?![\w/])"
"""A golongan whose strokes ran together; only its letter can still be held against the rank."""
VERB = re.compile(r"dinaik\w+\s+pangkat\w*|diangkat\b", re.IGNORECASE)
_GIVEN = re.compile(
    rf"(?:golongan\s*/?\s*ruang|gol\.?\s*/?\s*ruang|golongan)\W{{0,6}}(?:gaji\W+)?{_GOLONGAN}", re.IGNORECASE
)
_GIVEN_WORN = re.compile(rf"(?:golongan|gol\.?)\s*/?\s*ruang\W{{0,3}}{_WORN}", re.IGNORECASE)
_ROW_WORN = re.compile(rf"/\s*{_WORN}")
_NEW = r"dalam\s+golongan\s*/?\s*ruang|(?:pangkat\W+)?gol(?:ongan|\.)?\s*/?\s*ruang\s+baru"
_ANY = r"(?:pangkat\W+)?gol(?:ongan|\.)?\s*/?\s*ruang|pangkat(?:\W+gol(?:ongan|\.)?(?:\s*/?\s*ruang)?)?"
_OLD = r"pangkat\s+lama[^:\t\n]*|(?:pangkat\W+)?gol(?:ongan|\.)?\s*/?\s*ruang\s+lama[^:\t\n]*"
REACH = 260
DOUBTFUL = 0.6
"""Strength of a golongan that only its own strokes speak for: never enough to be taken unseen."""
LEAST_PAY = 10_000
"""Rupiah: less than the first pay table gave; the end of a larger amount is hidden."""
_AMOUNT = (
    r"Rp\.?\s*(?P<amount>\d{1,3}(?:[.,]\s?\d{3})+)(?:[.,]\d\d(?!\d)|[.,]-)?(?=[.,;:]?(?:[\s(]|$))"
    r"(?:\s*\((?P<words>[^)]+)\))?"
)
_PAY = re.compile(rf"gaji[\s'.]+pokok(?!\s+lama)[^\d\n]{{0,40}}(?:\n[^\d\n]{{0,20}})?{_AMOUNT}", re.IGNORECASE)
_OLD_PAY = re.compile(r"gaji\W+pokok\W+lama|kenaikan\W+gaji\W+berkala", re.IGNORECASE)
_NEW_PAY = re.compile(rf"gaji\s+pokok\s+baru\W{{0,8}}{_AMOUNT}", re.IGNORECASE)
_WORDS = r"[\s\"'.]*(?:\([a-z ]+\))?[\s\"'.]*"
_COUNT = "[0-9OIl|]{1,2}"
"""A single stroke is read as a letter, and so is a nought."""
_TIME = rf"(?P<years>{_COUNT})(?<![OIl|](?=t)){_WORDS}tahun[\s,.]+(?:dan\s+)?(?P<months>{_COUNT}){_WORDS}bulan"
_CONFUSED = str.maketrans("OoIiLl|", "0011111")
_SERVICE = re.compile(rf"masa\s+kerja(?:\s+golongan)?\W{{0,6}}{_TIME}", re.IGNORECASE)
_NAMES_NEW = re.compile(r"berdasarkan\s+masa\s+kerja", re.IGNORECASE)
_NEW_SERVICE = re.compile(rf"berdasarkan\s+masa\s+kerja(?:\s+golongan)?\W{{0,6}}{_TIME}", re.IGNORECASE)


@dataclass(frozen=True)
class Grade:
    """A golongan read at ``text[start:end]``."""

    value: str
    start: int
    end: int
    strength: float


def rank(script: Script) -> Iterator[Field]:
    """Fields ``golongan`` (the one given), ``golongan_lama``, ``gaji``, ``mkg``."""
    given = _given(script.text) or _from_rows(script, _NEW) or _from_rows(script, _ANY)
    if given is not None:
        yield script.field("golongan", given.value, given.start, given.end, given.strength)
    old = _from_rows(script, _OLD)
    if old is not None:
        yield script.field("golongan_lama", old.value, old.start, old.end, old.strength)
    yield from _pay(script)
    yield from _service(script)


def _given(text: str) -> Grade | None:
    """The golongan of the sentence ``dinaikkan pangkatnya menjadi …`` or ``diangkat …``."""
    for verb in VERB.finditer(text, 0, closing(text)):
        reach = verb.end() + REACH
        found = _GIVEN.search(text, verb.end(), reach) or _GIVEN_WORN.search(text, verb.end(), reach)
        if found is not None:
            return grade(text, verb.end(), found.start("gol"), found.end("gol"))
    return None


def _from_rows(script: Script, label: str) -> Grade | None:
    """The one golongan that rows with *label* name; None when they differ."""
    found: dict[str, Grade] = {}
    start, end = about(script.text)
    for value in labelled(script, label):
        match = re.search(_GOLONGAN, value.text) or _ROW_WORN.search(value.text)
        if match is not None and start <= value.start < end:
            at = value.start
            read = grade(script.text, at, at + match.start("gol"), at + match.end("gol"))
            if read is not None:
                found[read.value] = read
    return next(iter(found.values())) if len(found) == 1 else None


def grade(text: str, since: int, start: int, end: int) -> Grade | None:
    """The golongan at ``text[start:end]``, held against the rank named since *since*.

    One missing stroke makes another valid golongan, so a rank that contradicts it makes it worth
    nothing. A worn c is an e, and the highest rank of all is named where it is meant. Read as
    ``Ill/a`` the strokes are all there: without a rank it is offered, but to be looked at. So is
    the golongan of a rank whose letter alone can still be read.
    """
    while start > 0 and text[start - 1] in "|!":  # a stroke taken for the mark before the value
        start -= 1
    value, repaired = _normal(text[start:end])
    named = rank_before(text, since, start)
    if value is None and named is not None and named[-1] == text[end - 1].lower():
        return Grade(named, start, end, DOUBTFUL)
    if value is None or (named is not None and named != value) or (value == "IV/e" and named is None):
        return None
    return Grade(value, start, end, 1.0 if named else DOUBTFUL if repaired else 0.85)


def _normal(raw: str) -> tuple[str | None, bool]:
    printed = re.sub(r"\s", "", raw)
    roman, _, letter = printed.partition("/")
    repaired = re.sub(r"[l1|!]", "I", roman)
    valid = repaired in ("I", "II", "III", "IV") and (letter.lower() != "e" or repaired == "IV")
    return (f"{repaired}/{letter.lower()}" if valid else None), repaired != roman


def rank_before(text: str, since: int, start: int) -> str | None:
    """The golongan that belongs to the last pangkat named in ``text[since:start]``."""
    names = list(_RANK.finditer(text, since, start))
    if not names:
        return None
    parts = [part for part in names[-1].groups()[:3] if part]
    level = " tingkat i" if names[-1][4] else ""
    return RANKS.get(" ".join("".join(parts).lower().split()) + level)


def _pay(script: Script) -> Iterator[Field]:
    text = script.text
    found = _NEW_PAY.search(text) or _after_verb(_PAY, text) or _only(_PAY, text, "amount")
    if found is None:
        return
    amount = re.sub(r"\D", "", found["amount"])
    spoken = _spoken(found["words"])
    if int(amount) >= LEAST_PAY and (spoken is None or spoken == int(amount)):
        strength = 1.0 if spoken else 0.9
        yield script.field("gaji", amount, found.start("amount"), found.end("amount"), strength)


def names_old_pay(text: str) -> bool:
    """Is it about a rise in pay, so that what was before stands beside what is from now on?"""
    return _OLD_PAY.search(text) is not None


def _spoken(words: str | None) -> int | None:
    """The amount in words, None when there are none or they cannot be read."""
    plain = re.sub(r"[^a-z ]", " ", (words or "").lower().replace("\n", " ")).split()
    return read_numerals([word for word in plain if word != "rupiah"])


def _service(script: Script) -> Iterator[Field]:
    text = script.text
    found = _NEW_SERVICE.search(text)
    if found is None and not _NAMES_NEW.search(text):  # one that cannot be read leaves the old one alone on the page
        found = _after_verb(_SERVICE, text) or (None if names_old_pay(text) else _only(_SERVICE, text, "years"))
    if found is None:
        return
    read = [found[part] for part in ("years", "months")]
    years, months = (int(part.translate(_CONFUSED)) for part in read)
    if years <= 50 and months <= 11:
        strength = 1.0 if "".join(read).isdigit() else 0.8
        yield script.field("mkg", f"{years:02d}-{months:02d}", found.start("years"), found.end(), strength)


def _after_verb(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    for verb in VERB.finditer(text, 0, closing(text)):
        found = pattern.search(text, verb.end(), verb.end() + 3 * REACH)
        if found is not None:
            return found
    return None


def _only(pattern: re.Pattern[str], text: str, group: str) -> re.Match[str] | None:
    """The single match, or the first when all say the same."""
    found = list(pattern.finditer(text))
    return found[0] if len({match[group] for match in found}) == 1 else None
