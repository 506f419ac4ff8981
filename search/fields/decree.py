"""The decree itself: number, date, and from when it takes effect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from search.fields.labels import Value, closing, labelled
from search.fields.rank import VERB, names_old_pay
from search.fields.script import Script
from search.kinds import guess_kind
from search.pages import Field
from search.words.dates import DateSpan, find_dates

_PART = r"[\w.\-]+"
_NUMBER = (
    rf"(?P<number>[A-Za-z0-9]{_PART}(?:[ ]?/[ ]?{_PART})+"
    r"|\d{1,4}[ ]+TAHUN[ ]+(?:19|20)\d\d"
    r"|(?:SK|KEP)[.\-][\w.\-]*\d"
    r"|\d{3}\.\d[\d.]*-\d+"
    r"|[A-Z]\.?[ ]?\d{6,8}(?!\d))"
)
_LABELLED = re.compile(
    rf"(?:^|\t)\W{{0,3}}(?:NOMOR|No\.)(?:[ \t]+(?:Seri[ \t]+)?Ijazah)?[ \t]*[:;.]?[ \t]*{_NUMBER}",
    re.IGNORECASE | re.MULTILINE,
)
_BODY = re.compile(
    r"^\W*(?:Menimbang|Membaca|Mengingat|Memperhatikan|Yth\b|Dengan\s+ini|Yang\s+bertanda)",
    re.IGNORECASE | re.MULTILINE,
)
_SEALED = re.compile(r"pada[\s.]*tanggal\W{0,4}$", re.IGNORECASE)
_PLACE = re.compile(r"(?:^|\t)\W{0,2}[A-Z][\w'’.-]*(?:[ ][A-Z][\w'’.-]*){0,3},[ ]*$")
_BORN = re.compile(r"\blahir\b|\bdob\b|\btempat\W{0,3}(?:tanggal|tgl)\b", re.IGNORECASE)
_EFFECTIVE = re.compile(r"(?:mulai\s+(?:tanggal|tgl\.?|berlaku(?:\s+tanggal)?)|\bT\.?M\.?T\.?)\W{0,4}$", re.IGNORECASE)
_BEGAN = re.compile(r"mulai\s+berlaku\W{0,4}$", re.IGNORECASE)
_UNTIL = re.compile(r"^\W*(?:sampai\s+(?:dengan)?|s\.?\s?d\.?|hingga)\W*(?:tanggal|tgl\.?)?\W*$", re.IGNORECASE)
_GOES_ON = re.compile(r"\W{0,3}(?:sampai\b|s\.?\s?d\b|hingga\b)", re.IGNORECASE)
_ROWS = r"terhitung\s+mulai\s+(?:tanggal|tgl\.?)|(?:pensiun\s+)?t\.?m\.?t\.?(?:\s+(?:pensiun|pns))?|mulai\s+berlaku"
_OLD = r"pangkat\s+lama[^:\t\n]*|(?:pangkat\W+)?gol(?:ongan|\.)?\s*/?\s*ruang\s+lama[^:\t\n]*"
MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTH = re.compile(rf"/({'|'.join(MONTHS)})/((?:19|20)\d\d)$")
_LOST_STROKE = re.compile(r"/(?:I|II|V|X)/")
"""Months that are left of others when a last stroke was worn off."""
_LOST_SLASH = re.compile(r"/[IVX]+(?:19|20)\d\d$")
"""A month and its year are two parts: where they are one, other slashes may be read as something else as well."""
_ENDED = re.compile(r"[.,;:)]*(?:\s|$)")
CUT_OFF = 0.6
"""Strength of a number that runs on in signs nobody can read, or whose month nothing proves: never taken unseen."""
WHOLE = 80.0
"""Confidence below which a number that does not end in digits may have lost its year."""
NEAR = 140
"""Letters between a verb and the date from which it holds."""
LEAVE = "SURAT_CUTI"
LONGEST = timedelta(days=366 * 6)
"""The longest leave, course or contract there is; an end further away is a digit misread."""


def decree(script: Script) -> Iterator[Field]:
    """Fields ``nomor``, ``tanggal``, ``tmt``, ``tmt_lama``, ``mulai``, ``selesai``."""
    dates = find_dates(script.text)
    yield from _number(script, dates)
    yield from _date(script, dates)
    yield from _effective(script, dates)
    yield from _period(script, dates)


def _number(script: Script, dates: list[DateSpan]) -> Iterator[Field]:
    """Only in the head: numbers further down are those of other papers."""
    body = _BODY.search(script.text)
    end = body.start() if body else min(closing(script.text), len(script.text) // 2)
    found = _LABELLED.search(script.text, 0, end)
    if found is not None and re.search(r"\d", found["number"]):
        value = re.sub(r"\s*/\s*", "/", " ".join(found["number"].split())).rstrip(".-")
        ended, proved = _ENDED.match(script.text, found.end("number")), _is_month_proved(value, dates)
        lost = _LOST_SLASH.search(value) or (not proved and _LOST_STROKE.search(value))
        if lost and script.is_doubtful(found.start("number"), found.end("number")):
            return
        strength = 0.95 if ended and proved else CUT_OFF
        read = script.field("nomor", value, found.start("number"), found.end("number"), strength)
        if read.confidence >= WHOLE or value[-1].isdigit():
            yield read


def _is_month_proved(number: str, dates: list[DateSpan]) -> bool:
    """A Roman month loses a stroke unseen: a day in it stands on the page as well, or nobody can be sure."""
    roman = _MONTH.search(number)
    if roman is None:
        return True
    months = {(span.value.year, span.value.month) for span in dates}
    return (int(roman[2]), MONTHS.index(roman[1]) + 1) in months


def _date(script: Script, dates: list[DateSpan]) -> Iterator[Field]:
    """``pada tanggal …`` of the closing, or place and date of a letter; never the date of birth."""
    text = script.text
    sealed = [span for span in dates if _SEALED.search(text, max(0, span.start - 40), span.start)]
    sealed = [span for span in sealed if span.start >= closing(text)] or sealed[-1:]
    placed = [span for span in dates if _is_placed(text, span)]
    for span in (sealed or placed)[:1]:
        yield script.field("tanggal", span.value.isoformat(), span.start, span.end, _trust(span))


def _is_placed(text: str, span: DateSpan) -> bool:
    """A place name alone in its column, comma, date, end of the column."""
    line = text.rfind("\n", 0, span.start) + 1
    if _BORN.search(text, line, span.start):
        return False
    alone = re.match(r"[ .]*(?:[\t\n]|$)", text[span.end :]) is not None
    return alone and _PLACE.search(text[line : span.start]) is not None


def _effective(script: Script, dates: list[DateSpan]) -> Iterator[Field]:
    text = script.text
    # A time that ends is a period, were its end illegible.
    begun = {first.start for first, _ in _periods(text, dates)}
    mentions = [span for span in dates if _EFFECTIVE.search(text[max(0, span.start - 40) : span.start])]
    mentions = [span for span in mentions if span.start not in begun and not _GOES_ON.match(text, span.end)]
    if names_old_pay(text):  # when the old pay began stands there as well
        mentions = [span for span in mentions if not _BEGAN.search(text, max(0, span.start - 40), span.start)]
    if guess_kind(text) == LEAVE:  # its end may be hidden, but it has one
        mentions = []
    rows = labelled(script, _ROWS)
    chosen = _beside_verb(text, mentions) or _from_rows(rows) or (None if _unread(rows) else _only(mentions))
    if chosen is not None:
        yield script.field("tmt", chosen.value.isoformat(), chosen.start, chosen.end, _trust(chosen))
    for value in labelled(script, _OLD)[:1]:
        for span in find_dates(value.text)[-1:]:
            left, right = value.start + span.start, value.start + span.end
            yield script.field("tmt_lama", span.value.isoformat(), left, right, _trust(span))


def _beside_verb(text: str, mentions: list[DateSpan]) -> DateSpan | None:
    """The date nearest to ``dinaikkan pangkatnya`` or ``diangkat``, within the same sentence."""
    verbs = [verb.span() for verb in VERB.finditer(text, 0, closing(text))]
    near = [(max(span.start - end, start - span.end, 0), span.start, span) for start, end in verbs for span in mentions]
    close = [entry for entry in near if entry[0] <= NEAR]
    return min(close)[2] if close else None


def _unread(rows: list[Value]) -> bool:
    """The row that names the day stands there, and its day could not be read: another date is not it."""
    return any(not find_dates(value.text) for value in rows)


def _from_rows(rows: list[Value]) -> DateSpan | None:
    found = [
        DateSpan(value.start + span.start, value.start + span.end, span.value, span.repaired)
        for value in rows
        for span in find_dates(value.text)[:1]
    ]
    return _only(found)


def _only(spans: list[DateSpan]) -> DateSpan | None:
    return spans[0] if len({span.value for span in spans}) == 1 else None


def _period(script: Script, dates: list[DateSpan]) -> Iterator[Field]:
    """``mulai tanggal … sampai dengan …``, when the document names one period only."""
    pairs = _periods(script.text, dates)
    if len({(first.value, last.value) for first, last in pairs}) != 1:
        return
    first, last = pairs[0]
    if first.value <= last.value <= first.value + LONGEST:
        yield script.field("mulai", first.value.isoformat(), first.start, first.end, _trust(first))
        yield script.field("selesai", last.value.isoformat(), last.start, last.end, _trust(last))


def _periods(text: str, dates: list[DateSpan]) -> list[tuple[DateSpan, DateSpan]]:
    return [
        (first, last)
        for first, last in pairwise(dates)
        if last.start - first.end < 60 and _UNTIL.match(text[first.end : last.start])
    ]


def _trust(span: DateSpan) -> float:
    return 0.7 if span.repaired else 1.0
