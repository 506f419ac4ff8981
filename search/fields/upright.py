"""Turned pages are brought upright before their rows are put together."""

from __future__ import annotations

from dataclasses import replace

from search.fields.script import segments
from search.pages import Field, Page
from search.turning import direction, turned_back


def turn_of(page: Page) -> int:
    """Degrees clockwise that bring *page* upright."""
    return direction(segments(page)) if page.words else 0


def upright(page: Page) -> Page:
    """*page* with the places its words would have after turning it."""
    turn = turn_of(page)
    if turn == 0:
        return page
    words = [replace(word, box=turned_back(word.box, 360 - turn)) for word in page.words]
    return replace(page, words=words)


def as_shown(field: Field, turn: int) -> Field:
    """*field* found on the upright page, placed on the page as it is."""
    return replace(field, box=turned_back(field.box, turn)) if field.box and turn else field
