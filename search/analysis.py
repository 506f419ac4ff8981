"""An entry cut into the terms both engines store: our own words, stems and keys, so that neither cuts for itself."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from search.index import FACETS, Entry
from search.words.analyser import Analyser, figures
from search.words.stem import stem
from search.words.tokens import LONGEST, WORD, canonical, canonical_words, fold

VERSION = "v5"
"""Raised with every change of fields or of tokens: the new index starts empty beside the old one."""
GAP = 50
"""Positions between title, text and numbers, so that no phrase runs from one into the next."""
STREAMS = ("tepat", "nama")
"""Fields of words in order: as written, the person's name."""
STEMS = "dasar"
"""Field of the stems of what is written, without their places; a word that is its own stem stands in ``tepat`` only."""
ROWS = "deret"
"""Field of what stands side by side, as one term each: rows of common words as they are written (see
:mod:`search.words.neighbours`) and, by their stems, the names of several words that have a short form."""
KEYS = ("akses", "saring", "nip", "usul")
"""Fields of whole values: access tokens, facet choices, ends of the NIP, what can be suggested."""
FEWEST_NIP_DIGITS = 3
SHOWN = "\0"
"""Between the key by which a suggestion is found and its text."""
_PART = re.compile(r"(?<=[/ ])[A-Za-z.]*\d[^/ ]*(?=[/ ])")
"""What people begin a number with beside its beginning: a part that holds digits and has another one behind it."""


def streams(entry: Entry) -> dict[str, list[str]]:
    """Texts of :data:`STREAMS`, :data:`STEMS` and :data:`ROWS`, their terms with spaces between them. Names, NIP and
    numbers have no stems.

    Joined words (a whole NIP, a date) stand apart at the end: a phrase runs over what is printed.
    """
    analyser = _analyser(stem)
    title, page, name = analyser.title(entry.title), analyser.page(entry.text), figures(entry.nama)
    numbers = list(map(figures, _figures(entry)))
    every = [title, page, name, *numbers]
    exact = [*(one.words for one in every), " ".join([one.joined for one in every])]
    stems, rows = (" ".join(terms) for terms in ((title.stems, page.stems), [one.rows for one in every]))
    return {"tepat": exact, "nama": [name.words], STEMS: [stems], ROWS: [rows]}


def keys(entry: Entry) -> dict[str, list[str]]:
    """Values of each field of :data:`KEYS` and of every facet."""
    facets = {facet: storable(entry.facets[facet]) for facet in FACETS if entry.facets.get(facet)}
    return {
        "akses": [token for token in entry.akses if storable(token) == token],
        "saring": [word for facet, value in facets.items() for word in _choices(facet, value)],
        "nip": _endings(entry.nip),
        "usul": _suggestions(entry),
        **{facet: [value] for facet, value in facets.items()},
    }


def day(entry: Entry) -> int:
    """The entry's date as days since the year 1, for sorting; 0 without one."""
    return date.fromisoformat(entry.date).toordinal() if entry.date else 0


def choice(facet: str, value: str) -> str:
    """A facet's value as it is compared: however a person types it."""
    return storable(f"{facet}={fold(value)}")


def word_choice(facet: str, word: str) -> str:
    """One canonical word of a facet's value: typed choices may be a part of it."""
    return f"{facet}~{word}"


def suggestion_key(text: str) -> str:
    """What a suggestion and the beginning that a person typed are compared by."""
    return " ".join(canonical_words(text))[:LONGEST]


def storable(text: str) -> str:
    """Without half characters, which no engine stores."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


_analyser = lru_cache(maxsize=2)(Analyser)


@lru_cache(maxsize=20_000)
def _choices(facet: str, value: str) -> list[str]:
    return [choice(facet, value), *(word_choice(facet, canonical(word)) for word in WORD.findall(value))]


def _figures(entry: Entry) -> list[str]:
    """With the words that people type before them."""
    numbers = [f"nomor {number}" for number in entry.numbers]
    return [f"nip {entry.nip}" if entry.nip else "", *numbers, entry.date or ""]


@lru_cache(maxsize=20_000)
def _endings(nip: str) -> list[str]:
    """Every end of the number, so that any part of it is the beginning of one."""
    digits = "".join(letter for letter in nip if letter.isdigit())[:18]
    return [digits[start:] for start in range(len(digits) - FEWEST_NIP_DIGITS + 1)]


def _suggestions(entry: Entry) -> list[str]:
    """Title, name from each of its words on, numbers from each of their parts on, and the NIP."""
    parts = [*_of_title(entry.title), *_of_name(entry.nama)]
    for number in entry.numbers:
        starts = (0, *(part.start() for part in _PART.finditer(number, 1)))
        parts += [f"{suggestion_key(number[start:])}{SHOWN}{number[:LONGEST]}" for start in starts]
    if entry.nip:
        parts.append(f"{entry.nip}{SHOWN}{entry.nip}")
    return list(map(storable, dict.fromkeys(parts)))


@lru_cache(maxsize=20_000)
def _of_title(title: str) -> list[str]:
    return [f"{suggestion_key(title)}{SHOWN}{title[:LONGEST]}"]


@lru_cache(maxsize=20_000)
def _of_name(nama: str) -> list[str]:
    words = suggestion_key(nama).split(" ")
    return [f"{' '.join(words[start:])}{SHOWN}{nama[:LONGEST]}" for start in range(len(words))]
