"""A part of a page as one word, for ``Page.places``: ``21-13-57-43`` is a box in hundredths, from the left top."""

from __future__ import annotations

import re

from search.pages import Box

_SPOT = re.compile(r"(\d{1,3})-(\d{1,3})-(\d{1,3})-(\d{1,3})")


def spot(box: Box) -> str:
    return "-".join(str(round(100 * min(max(edge, 0.0), 1.0))) for edge in box)


def box_of(place: str) -> Box | None:
    """None for a place that is no box."""
    if not (match := _SPOT.fullmatch(place)):
        return None
    left, top, right, bottom = (int(edge) / 100 for edge in match.groups())
    return (left, top, right, bottom)
