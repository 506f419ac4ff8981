"""Post and office as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import ne

from search.fields.labels import Value, about, continued, is_legible, labelled, without_specks
from search.fields.script import Script
from search.pages import Field

# The first label that stands on the page wins: what is new before what is.
POSTS = (r"jabatan\s+baru", r"(?:nama\s+)?jabatan(?:\s+sekarang)?")
UNITS = (
    r"unit\s*kerja\s+baru",
    r"unit\s*(?:kerja|organisasi)",
    r"kantor\s*/?\s*tempat\s*(?:kerja|tugas)",
    r"tempat\s+tugas",
    r"satuan\s+kerja",
)
# Where somebody shortens on purpose a full stop is no speck.
_GLUED = re.compile(r"\b([A-Z]{2,5})\.(?=[A-Z][a-z]{2})|\b([A-Z]{3,})(?=[A-Z][a-z]{3})")
_BETWEEN = re.compile(r"(?<=[a-z]{3})[-,](?=[A-Z])|(?<=\s)[-'’~](?=[A-Z])")
"""Dirt between two words, or before one."""
_NO_WORD = re.compile(r"(?:^|\s)[^\w\s&()-]+(?:\s|$)|\s/|[a-z]/[A-Z]|\s[a-z](?:\s|$)")
"""A stroke that stands alone or between two words, or is read as a letter: of a pen that may hide more."""
_SIGN_BEFORE = re.compile(r"^[1t|!][ ]+(?=[A-Z])")
"""A worn colon; no post and no office begins so."""
_LEVEL = re.compile(r"(?<=\bAhli )[^\W\d_]+$")
LEVELS = ("Pertama", "Muda", "Madya", "Utama")
"""PermenPANRB 1/2023 Pasal 6: of a functional post that asks for a degree."""
OFFICES = (
    "Dinas",
    "Badan",
    "Bagian",
    "Bidang",
    "Kantor",
    "Inspektorat",
    "Sekretariat",
    "Kecamatan",
    "Kelurahan",
    "Puskesmas",
)
"""What the name of an office begins with; short ones (SD, SMP) are a letter away from each other."""
_ENDED = re.compile(r"(?<=[a-z]{4})\.$")
# The level belongs to the post: a comma before or in it is dirt.
_COMMA = re.compile(r",[ ]+(?=Ahli\b)|(?<=\bAhli),[ ]+(?=(?:Pertama|Muda|Madya|Utama)\b)")
_SHORTENED = re.compile(r"\b(?:Kec|Kab|Prov|Sub|Kel|Bag|Bid|Dep|Dir|Pemb|Pel|Kep)\.")


def post(script: Script) -> Iterator[Field]:
    """Fields ``jabatan`` and ``unit``."""
    for name, labels in (("jabatan", POSTS), ("unit", UNITS)):
        value = _first(script, labels)
        if value is not None and is_legible(script, value):
            text = _as_written(value.text, doubtful=script.is_doubtful(value.start, value.end))
            known = (_with_office if name == "unit" else _with_level)(text)
            if known:
                strength = 0.9 if known == value.text else 0.7
                yield script.field(name, known, value.start, value.end, strength)


def _as_written(text: str, *, doubtful: bool) -> str:
    """Empty where a *doubtful* one holds what is no word."""
    if not _SHORTENED.search(text):
        text = _GLUED.sub(r"\1\2 ", without_specks(text))
    text = _ENDED.sub("", _COMMA.sub(" ", text))
    if doubtful:
        text = " ".join(_SIGN_BEFORE.sub("", _BETWEEN.sub(" ", text)).split())
    return "" if doubtful and _NO_WORD.search(text) else text


def _with_office(unit: str) -> str:
    """A letter of its first word misread is put right, where only one kind of office is called nearly so."""
    first, _, rest = unit.partition(" ")
    return unit if first in OFFICES else f"{_nearest(first, OFFICES) or first} {rest}".rstrip()


def _with_level(post: str) -> str | None:
    """A letter of its level misread is put right; None where nobody knows which level it was."""
    found = _LEVEL.search(post)
    if found is None or found[0] in LEVELS:
        return post
    level = _nearest(found[0], LEVELS)
    return level and post[: found.start()] + level


def _nearest(read: str, known: tuple[str, ...]) -> str | None:
    """The one word of *known* that differs from *read* in one letter."""
    near = [word for word in known if len(word) == len(read) and sum(map(ne, word, read)) == 1]
    return near[0] if len(near) == 1 else None


def _first(script: Script, labels: tuple[str, ...]) -> Value | None:
    """The value of the first label found above the signature; None when it is given twice differently."""
    start, end = about(script.text)
    for label in labels:
        values = [continued(script, value) for value in labelled(script, label) if start <= value.start < end]
        values = [value for value in values if sum(letter.isalpha() for letter in value.text) >= 3]
        if values:
            return values[0] if len({value.text for value in values}) == 1 else None
    return None
