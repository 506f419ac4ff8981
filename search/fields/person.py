"""Who the document is about: name, NIP, NIK, birth date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from search.fields.labels import GUESSED, Value, about, is_legible, labelled, without_specks
from search.fields.script import Script
from search.pages import Field
from search.words.dates import find_dates
from search.words.nip import NipSpan, birth_date, find_nips
from search.words.titles import titles

_NAME = r"n\s?a\s?m\s?a(?:\s+(?:lengkap|pegawai|pns))?(?:\s*(?:/|dan)\s*nip\.?)?"
_NIP = r"n\s?i\s?p\.?(?:\s+(?:baru|lama))?"
_BIRTH = r"(?:tempat\s*(?:/|,|dan|,?\s*/)?\s*)?(?:tanggal|tgl\.?)\s*lahir(?:\s*/\s*nip\.?)?"
_COUPLE = re.compile(r"\b(?:suami|is?te?ri|mempelai)\b", re.IGNORECASE)
"""A paper about two: where only one of them could be read it is still not about that one."""
_TITLE_DOT = re.compile(r"(?<=[a-z]{3})\.\s+(?=(?:[A-Z][A-Za-z]{0,3}\.)+)")
_QUOTE_BEFORE = re.compile(r"^[^\W\d_]?[“”\"'‘’]+")
_DASH = re.compile(r"(?<=[a-z]{3})-(?=[A-Z])|(?<=[A-Z]{3})-(?=[A-Z]{3})|\s+[|¦~*]\s+")
"""Dirt between two names; a dash that is printed there is seldom, and where the page is clean it stays."""
_NO_NAME = re.compile(r"[&!?@]")
_BEGINS_LATE = re.compile(r"(?!dr|apt|ns)[a-z]+[^\W.]*\s|[a-z]+[A-Z]")
"""A small letter first, and no title: the capital behind it or hidden under something is where the name begins."""
_CUT_OFF = re.compile(r"\b[A-Z]{2,}[a-z]")
"""Capitals that go over into small letters: of two words, or no letters of a name at all."""
_CUT_OFF_ALONE = re.compile(rf"{_CUT_OFF.pattern}|\s[^\W\d_]$|^\S*$")
"""And without a title behind it: a stroke of a pen, or the beginning of a name under it."""
_ENDS_IN_IY = re.compile(r"(?<=[a-z])iy\b")
"""Hardly a name ends so; many end in *ly*, and l is read as i."""
_NIK = re.compile(r"\bNIK\b\W{0,6}((?:\d ?){15}\d)(?!\d)", re.IGNORECASE)


def person(script: Script) -> Iterator[Field]:
    """Fields ``nip``, ``nama``, ``tanggal_lahir``, ``nik`` of the one person the document is about."""
    start, end = about(script.text)
    nip = _one_nip(script, start, end)
    if nip is not None:
        yield from _surely(script.field("nip", nip.value, nip.start, nip.end, 0.8 if nip.repaired else 1.0))
    if nip is not None or not _COUPLE.search(script.text, start, end):
        yield from _name(script, start, end)
        yield from _birth(script, start, end, nip)
    yield from _nik(script)


def _one_nip(script: Script, start: int, end: int) -> NipSpan | None:
    """None when there are several: a list of people is about nobody in particular. None as well where the row that
    names it stands there unread: then another is somebody else's."""
    spans = [span for span in find_nips(script.text) if start <= span.start < end]
    rows = [row for row in labelled(script, _NIP) if start <= row.start < end]
    hidden = rows and not any(row.start <= span.start < row.end for row in rows for span in spans)
    return spans[0] if len({span.value for span in spans}) == 1 and not hidden else None


def _surely(nip: Field) -> Iterator[Field]:
    """A NIP that two readers read differently is somebody else's as likely as not: its last digits prove nothing."""
    if nip.confidence >= GUESSED:
        yield nip


def _name(script: Script, start: int, end: int) -> Iterator[Field]:
    found = [value for value in labelled(script, _NAME) if start <= value.start < end]
    names = [named for value in found if (named := _clean(value)) is not None]
    if len({name.text for name in names}) != 1 or not is_legible(script, names[0]):
        return
    text = _as_written(without_specks(names[0].text), doubtful=script.is_doubtful(names[0].start, names[0].end))
    if text and not _BEGINS_LATE.match(text) and not _NO_NAME.search(text):
        strength = 0.95 if text == names[0].text and not _ENDS_IN_IY.search(text) else 0.75
        yield script.field("nama", text, names[0].start, names[0].end, strength)


def _clean(value: Value) -> Value | None:
    """Name as printed, titles too; without what other cells of the row brought along."""
    text = re.split(r"\s*(?:/\s*)?(?:\bNIP\b|[0-9OIl|]{6,})", value.text)[0].strip(" :;/-.,*#\"'“”")
    at = value.text.find(text)
    after = value.text[at + len(text) :]
    if re.match(r"\.(?!\S)", after) and re.search(r"\.[A-Za-z]+$|\b[A-Z][a-z]{0,3}$", text):
        text += "."  # the full stop belongs to a title: S.Kom.
    if len(re.findall(r"[^\W\d_]", text)) < 3 or re.search(r"\d", text):
        return None
    return Value(text, value.start + at, value.start + at + len(text))


def _as_written(text: str, *, doubtful: bool) -> str | None:
    """What dirt did in a name and around its titles undone: ``Rerung. S.T.``, ``Raharjo,-S.Kom.``, ``Steniy``.

    None where a *doubtful* one has a title that there is not.
    """
    text = re.sub(r",\s*[-'’*~.]+\s*", ", ", re.sub(r"(?<=[A-Za-z]\.)[a-z]$", "", text))
    name, *parts = [part for part in re.split(r"\s*,\s*", _TITLE_DOT.sub(", ", text)) if part]
    if doubtful:
        name = _DASH.sub(" ", _QUOTE_BEFORE.sub("", _ENDS_IN_IY.sub("ly", name)))
    if doubtful and (_CUT_OFF.search(name) if parts else _CUT_OFF_ALONE.search(name)):
        return None
    if parts and doubtful and titles(parts[0]) is None and re.fullmatch(r"[^\W\d_]{4,}", parts[0]):
        name, parts = f"{name} {parts[0]}", parts[1:]
    known = [titles(part) for part in parts]
    if doubtful and None in known:
        return None
    return ", ".join([name, *(one for part, read in zip(parts, known, strict=True) for one in read or [part])])


def _birth(script: Script, start: int, end: int, nip: NipSpan | None) -> Iterator[Field]:
    """The NIP begins with the birth date: agreement is proof, contradiction makes it doubtful."""
    known = birth_date(nip.value) if nip else None
    found: dict[date | None, tuple[int, int, bool]] = {}
    for value in labelled(script, _BIRTH):
        if start <= value.start < end:
            span = next(iter(find_dates(value.text)), None)
            at = (value.start + span.start, value.start + span.end, span.repaired) if span else (0, 0, False)
            found[span.value if span else None] = at
    if len(found) != 1 or None in found:
        return
    ((born, (left, right, repaired)),) = found.items()
    assert born is not None
    strength = 1.0 if born == known else 0.5 if known or repaired else 0.9
    yield script.field("tanggal_lahir", born.isoformat(), left, right, strength)


def births(script: Script) -> set[str]:
    """Every day of birth that stands in a row of its own, whose ever it is, or that a NIP or a NIK holds."""
    rows = labelled(script, _BIRTH)
    told = {span.value.isoformat() for row in rows for span in find_dates(row.text)}
    told |= {f"{nip.value[:4]}-{nip.value[4:6]}-{nip.value[6:8]}" for nip in find_nips(script.text)}
    for match in _NIK.finditer(script.text):
        day, month, year = (int(part) for part in re.findall("..", match[1].replace(" ", "")[6:12]))
        told |= {f"{century}{year:02d}-{month:02d}-{day % 40:02d}" for century in (19, 20)}
    return told


def _nik(script: Script) -> Iterator[Field]:
    """Region, birth date as DDMMYY (women: day + 40), serial."""
    found = {match[1].replace(" ", ""): match for match in _NIK.finditer(script.text)}
    if len(found) != 1:
        return
    ((digits, match),) = found.items()
    day, month = int(digits[6:8]), int(digits[8:10])
    if (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12 and digits[12:] != "0000":
        yield script.field("nik", digits, match.start(1), match.end(1), 0.95)
