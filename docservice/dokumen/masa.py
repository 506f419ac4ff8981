"""Papers that hold until a day. Which day, the rooms above know: they read it in what the paper proves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date

from django.utils import timezone

akhir_dari: list[Callable[[Collection[int]], Mapping[int, date]]] = []
"""Of documents the last day on which each holds; those without one are left out."""


def kedaluwarsa(nomor: Collection[int]) -> dict[int, date]:
    """Of these documents those whose last day is over, with that day."""
    akhir: dict[int, date] = {}
    for satu in akhir_dari:
        akhir |= satu(nomor)
    hari_ini = timezone.localdate()
    return {pk: hari for pk, hari in akhir.items() if hari < hari_ini}
