"""Benchmarks: each measures ours and the engine underneath in the same run and reports the ratio."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docservice.peragaan.bangku import cari, intake, naskah, tanda_tangan

BANGKU: dict[str, Callable[..., dict[str, Any]]] = {
    "tanda_tangan": tanda_tangan.ukur,
    "cari": cari.ukur,
    "intake": intake.ukur,
    "search": cari.ukur,
    "render": naskah.ukur,
}
PENCARIAN = {"cari", "search"}
