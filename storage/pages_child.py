"""Pages taken out of a PDF or put in another order, in the limited child."""

from __future__ import annotations

import pikepdf


def without(path: str, number: int, out: str) -> int:
    with pikepdf.open(path) as pdf:
        if not 1 <= number <= len(pdf.pages) or len(pdf.pages) == 1:
            raise ValueError("no such page, or the only one")
        del pdf.pages[number - 1]
        return _saved(pdf, out)


def in_order(path: str, order: list[int], out: str) -> int:
    with pikepdf.open(path) as pdf:
        if sorted(order) != list(range(1, len(pdf.pages) + 1)):
            raise ValueError("not every page once")
        pages = list(pdf.pages)
        for place, number in enumerate(order):
            pdf.pages[place] = pages[number - 1]
        return _saved(pdf, out)


def _saved(pdf: pikepdf.Pdf, out: str) -> int:
    pdf.remove_unreferenced_resources()
    pdf.save(out, deterministic_id=True)
    return len(pdf.pages)
