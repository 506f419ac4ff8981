"""Whether a provider can be had now."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Health:
    """``detail`` is for operators, in Indonesian."""

    available: bool
    detail: str
