"""Turned pages and sheets on photos are brought upright before their rows are put together."""

from __future__ import annotations

from dataclasses import replace

from search.fields.script import segments
from search.pages import Box, Field, Page
from search.sheet import Sheet
from search.turning import direction, turned_back


def upright(page: Page) -> Page:
    """*page* with the places its words would have on the sheet alone, turned until it reads from left to right."""
    flat = _on_sheet(page)
    turn = _turn_of(flat)
    return _with_places(flat, [turned_back(word.box, 360 - turn) for word in flat.words]) if turn else flat


def as_shown(field: Field, page: Page) -> Field:
    """*field* found on the upright page, placed on *page* as it is."""
    if field.box is None:
        return field
    box = turned_back(field.box, _turn_of(_on_sheet(page)))
    return replace(field, box=Sheet(page.sheet).on_photo(box) if page.sheet else box)


def _on_sheet(page: Page) -> Page:
    if page.sheet is None:
        return page
    sheet = Sheet(page.sheet)
    return _with_places(page, [sheet.on_sheet(word.box) for word in page.words])


def _with_places(page: Page, boxes: list[Box]) -> Page:
    words = [replace(word, box=box) for word, box in zip(page.words, boxes, strict=True)]
    return replace(page, words=words)


def _turn_of(page: Page) -> int:
    """Degrees clockwise that bring *page* upright."""
    return direction(segments(page)) if page.words else 0
