"""One page taken out of a PDF, in the limited child."""

from __future__ import annotations

import pikepdf


def without(path: str, number: int, out: str) -> int:
    with pikepdf.open(path) as pdf:
        if not 1 <= number <= len(pdf.pages) or len(pdf.pages) == 1:
            raise ValueError("no such page, or the only one")
        del pdf.pages[number - 1]
        pdf.remove_unreferenced_resources()
        pdf.save(out, deterministic_id=True)
        return len(pdf.pages)
