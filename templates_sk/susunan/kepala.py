"""What may stand above every letterhead."""

from __future__ import annotations

from templates_sk.susunan.susunan import Susunan
from templates_sk.susunan.wording import Wording


def tandai_rahasia(s: Susunan, kata: Wording) -> None:
    """RAHASIA at the upper right, for naskah whose nature is secret."""
    if kata.rahasia:
        x = s.paper.text_width * 0.75
        s.add(s.cell(s.body.add("P"), x, "RAHASIA", style=s.type.bold), keep=True)
