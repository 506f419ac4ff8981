"""The logical structure of a document: what a screen reader walks (ISO 32000-1, 14.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """A marked sequence in a page's content: page index from 0, MCID."""

    page: int
    mcid: int


@dataclass(eq=False, slots=True)
class Element:
    """One node. Only standard structure types are used, so no role map is needed."""

    tag: str
    kids: list[Element | Mark] = field(default_factory=list)
    title: str = ""
    alt: str = ""
    numbering: str = ""
    """ListNumbering of an ``L``: Decimal, LowerAlpha or None."""
    box: tuple[float, float, float, float] | None = None
    """BBox of a ``Figure`` in page space; known once it is drawn."""
    widget: str = ""
    """Name of the signature field that a ``Form`` holds."""

    scope: str = ""
    """Scope of a ``TH``: Column or Row."""
    bookmark: str = ""
    """Its line in the outline of a long naskah."""
    at: tuple[int, float] | None = None
    """Page index and top of the first line of what has a bookmark; known once it is drawn."""

    @property
    def plain(self) -> bool:
        """Is there nothing to say of it but its tag?"""
        return not (self.scope or self.title or self.alt or self.numbering or self.box or self.widget)

    def add(self, tag: str, **more: str) -> Element:
        """A new last child."""
        child = Element(tag, **more)  # type: ignore[arg-type]  # only its texts are given by name
        self.kids.append(child)
        return child
