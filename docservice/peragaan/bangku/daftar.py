"""Every benchmark by its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docservice.peragaan.bangku import baca, cari, halaman, intake, naskah, rekonsiliasi, tanda_tangan

BANGKU: dict[str, Callable[..., dict[str, Any]]] = {
    "extract": baca.ukur,
    "halaman": halaman.ukur,
    "intake": intake.ukur,
    "rekonsiliasi": rekonsiliasi.ukur,
    "render": naskah.ukur,
    "search": cari.ukur,
    "sign": tanda_tangan.ukur,
    "verify": tanda_tangan.periksa,
}
