"""Every benchmark by its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docservice.peragaan.bangku import (
    antrean,
    baca,
    cari,
    halaman,
    intake,
    naskah,
    pratinjau,
    rekonsiliasi,
    tanda_tangan,
)

BANGKU: dict[str, Callable[..., dict[str, Any]]] = {
    "antrean": antrean.ukur,
    "extract": baca.ukur,
    "halaman": halaman.ukur,
    "intake": intake.ukur,
    "pratinjau": pratinjau.ukur,
    "rekonsiliasi": rekonsiliasi.ukur,
    "render": naskah.ukur,
    "search": cari.ukur,
    "sign": tanda_tangan.ukur,
    "verify": tanda_tangan.periksa,
}
