"""Post and office as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_GLUED = re.compile(r"\b([A-Z]{2,5})\.(?=[A-Z][a-z]{2})")
_ENDED = re.compile(r"(?<=[a-z]{4})\.$")
# The level belongs to the post: a comma before or in it is dirt.
_COMMA = re.compile(r",[ ]+(?=Ahli\b)|(?<=\bAhli),[ ]+(?=(?:Pertama|Muda|Madya|Utama)\b)")
_SHORTENED = re.compile(r"\b(?:Kec|Kab|Prov|Sub|Kel|Bag|Bid|Dep|Dir|Pemb|Pel|Kep)\.")


def post(script: Script) -> Iterator[Field]:
    """Fields ``jabatan`` and ``unit``."""
    for name, labels in (("jabatan", POSTS), ("unit", UNITS)):
        value = _first(script, labels)
        if value is not None and is_legible(script, value):
            text = value.text if _SHORTENED.search(value.text) else _GLUED.sub(r"\1 ", without_specks(value.text))
            text = _ENDED.sub("", _COMMA.sub(" ", text))
            strength = 0.9 if text == value.text else 0.7
            yield script.field(name, text, value.start, value.end, strength)


def _first(script: Script, labels: tuple[str, ...]) -> Value | None:
    """The value of the first label found above the signature; None when it is given twice differently."""
    start, end = about(script.text)
    for label in labels:
        values = [continued(script, value) for value in labelled(script, label) if start <= value.start < end]
        values = [value for value in values if sum(letter.isalpha() for letter in value.text) >= 3]
        if values:
            return values[0] if len({value.text for value in values}) == 1 else None
    return None
