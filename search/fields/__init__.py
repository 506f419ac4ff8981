"""Facts out of the text of decrees and letters. Found by pattern, never guessed: weak means absent."""

from __future__ import annotations

from search.fields.decree import decree
from search.fields.person import births, person
from search.fields.post import post
from search.fields.rank import rank
from search.fields.result import result
from search.fields.script import Script, as_read, by_rows
from search.fields.upright import as_shown, upright
from search.pages import Field, Page

WEAKEST = 30.0
"""Confidence below which a value is a guess: it is left to the person."""


def find_fields(pages: list[Page]) -> list[Field]:
    """What the pages say, at most one value per name.

    Names: nama, nip, nik, tanggal_lahir, nomor, tanggal, tmt, golongan, jabatan, unit, gaji, mkg,
    mulai, selesai, predikat, angka_kredit, tanggal_nikah; and tmt_lama, golongan_lama where a decree
    states what was before. A value that contradicts itself on the page is left out, and so is one that
    could hardly be read.
    """
    shown = {page.number: page for page in pages}
    straight = [upright(page) for page in pages]
    rows = by_rows(straight)
    fields = _read(rows)
    names = {field.name for field in fields}
    fields += [field for field in _read(as_read(straight)) if field.name not in names]
    born = births(rows) | {field.value for field in fields if field.name == "tanggal_lahir"}
    fields = [field for field in fields if field.name != "tanggal" or field.value not in born]
    return [as_shown(field, shown[field.page]) if field.page in shown else field for field in fields]


def _read(script: Script) -> list[Field]:
    found = [field for finder in (decree, person, rank, post, result) for field in finder(script)]
    return [field for field in found if field.confidence >= WEAKEST]
