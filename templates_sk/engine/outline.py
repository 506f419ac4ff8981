"""Bookmarks of a long naskah: one flat list of its headings (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from templates_sk.engine.objects import Objects, ref, text
from templates_sk.engine.sheet import n
from templates_sk.engine.tags import Element

LONG = 3
"""From how many pages a naskah has bookmarks."""


def write_outline(out: Objects, drawn: Sequence[Element], pages: Sequence[int]) -> int:
    """The number of the outline, 0 when the naskah is short or nothing in it was marked."""
    named = [one for one in drawn if one.bookmark] if len(pages) >= LONG else []
    marked = [(one.bookmark, *one.at) for one in named if one.at is not None]
    if not marked:
        return 0
    tree = out.reserve()
    first = out.reserve(len(marked))
    for place, (title, page, top) in enumerate(marked):
        before = f" /Prev {ref(first + place - 1)}" if place else ""
        after = f" /Next {ref(first + place + 1)}" if place < len(marked) - 1 else ""
        goal = f"[{ref(pages[page])} /XYZ null {n(top)} null]"
        out.put(f"<</Title {text(title)} /Parent {ref(tree)}{before}{after} /Dest {goal}>>", first + place)
    last = first + len(marked) - 1
    out.put(f"<</Type /Outlines /First {ref(first)} /Last {ref(last)} /Count {len(marked)}>>", tree)
    return tree
