"""Words in quotes are met where they stand side by side, whichever of them the index keeps rows of."""

from __future__ import annotations

import random

import pytest

from search import SearchIndex
from search.words.neighbours import common
from tests.search.conftest import asker, entry, found

LISTED = ("pegawai", "negeri", "800", "1")
"""Common words the index knows: side by side they are terms of their own."""
FREQUENT = ("terima", "kasih")
"""On every page as well, yet on no list."""
RARE = ("wulung",)


@pytest.mark.dua_ukuran
def test_a_phrase_of_any_words_finds_just_the_papers_that_say_it(index: SearchIndex) -> None:
    chance = random.Random(800_1)
    texts = {str(n): chance.choices([*LISTED * 2, *FREQUENT * 3, *RARE], k=12) for n in range(60)}
    index.write([entry(name, " ".join(words)) for name, words in texts.items()], [])
    ask = asker(index)
    assert common().issuperset(LISTED)
    assert not common().intersection(FREQUENT + RARE)
    for words in _rows(chance, list(texts.values())):
        said = {name for name, text in texts.items() if f" {words} " in f" {' '.join(text)} "}
        assert found(ask(f'"{words}"', limit=200)) == said, words


def _rows(chance: random.Random, texts: list[list[str]]) -> set[str]:
    """Two to five words as some text has them, and as perhaps none does."""
    there = [" ".join(text[at : at + size]) for text in texts for at in range(8) for size in (2, 3, 4, 5)]
    made = [" ".join(chance.choices([*LISTED, *FREQUENT, *RARE], k=size)) for size in (2, 3, 4, 5) for _ in range(20)]
    return {*chance.sample(there, 60), *made}
