"""What a paper of one's service says that no other kind does: rating, credit points, day of the wedding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.fields.labels import closing, labelled
from search.fields.script import Script
from search.pages import Field
from search.words.dates import find_dates

_RATINGS = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Cukup", "Kurang", "Sangat Kurang")
"""PermenPANRB 6/2022 Pasal 40, and the older scale of PP 46/2011."""
_RATING = r"predikat\s+(?:kinerja(?:\s+pegawai)?|skp)|nilai\s+prestasi\s+kerja"
_POINTS = r"(?:jumlah\s+)?angka\s+kredit(?:\s+(?:kumulatif|seluruhnya))?"
_AMOUNT = re.compile(r"(?P<whole>\d{1,4})[.,](?P<part>\d{1,3})(?!\d)")
_WED = re.compile(r"dilangsungkan\s+(?:akad\s+|per)?nikah|telah\s+menikah|telah\s+tercatat\s+perkawinan", re.IGNORECASE)
NEAR = 60
MOST_POINTS = 2_000
"""Nobody has more; another digit before them is a worn colon."""


def result(script: Script) -> Iterator[Field]:
    """Fields ``predikat`` (as the rules write it), ``angka_kredit`` (with a point), ``tanggal_nikah``."""
    yield from _rating(script)
    yield from _points(script)
    yield from _wedding(script)


def _rating(script: Script) -> Iterator[Field]:
    values = [value for value in labelled(script, _RATING) if value.start < closing(script.text)]
    known = {name.lower(): name for name in _RATINGS}
    read = {known.get(" ".join(value.text.lower().strip(" .,;").split())) for value in values}
    if len(read) == 1 and (name := read.pop()) is not None:
        yield script.field("predikat", name, values[0].start, values[0].end, 0.95)


def _points(script: Script) -> Iterator[Field]:
    """Only where one number stands alone behind the label: a table of old, new and sum is nobody's to guess."""
    values = labelled(script, _POINTS)
    found = [(value, match) for value in values if (match := _AMOUNT.fullmatch(value.text.strip(" .,;")))]
    if len(values) == 1 and found and int(found[0][1]["whole"]) <= MOST_POINTS:
        value, match = found[0]
        yield script.field("angka_kredit", f"{match['whole']}.{match['part']}", value.start, value.end, 0.9)


def _wedding(script: Script) -> Iterator[Field]:
    wed = _WED.search(script.text)
    if wed is None:
        return
    for span in find_dates(script.text):
        if 0 <= wed.start() - span.end <= NEAR or 0 <= span.start - wed.end() <= NEAR:
            strength = 0.7 if span.repaired else 0.95
            yield script.field("tanggal_nikah", span.value.isoformat(), span.start, span.end, strength)
            return
