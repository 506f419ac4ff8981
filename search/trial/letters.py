"""How many letters of a reading are wrong: the edit distance, by bits (Hyyrö 2003)."""

from __future__ import annotations

from search.fields.script import by_rows
from search.pages import Page


def wrong_letters(meant: str, read: str) -> int:
    """Letters to add, take away or change until *read* is *meant*."""
    if not meant:
        return len(read)
    places: dict[str, int] = {}
    for at, letter in enumerate(meant):
        places[letter] = places.get(letter, 0) | 1 << at
    last, whole = 1 << len(meant) - 1, (1 << len(meant)) - 1
    more, less, distance = whole, 0, len(meant)
    for letter in read:
        same = places.get(letter, 0)
        across = (((same & more) + more) ^ more) | same | less
        up, down = less | ~(across | more), more & across
        distance += bool(up & last) - bool(down & last)
        up, down = up << 1 | 1, down << 1
        more, less = (down | ~(same | less | up)) & whole, up & (same | less) & whole
    return distance


def by_place(page: Page) -> str:
    """The words of *page* row by row, so that the order of reading does not count."""
    return " ".join(by_rows([page]).text.split())
