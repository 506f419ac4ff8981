"""Ranks of civil servants (PP 99/2000 jo. PP 12/2002), base pay of PNS and PPPK, and the next periodic rise."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from templates_sk.bahasa import tanggal

PANGKAT = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
GOLONGAN_PNS: tuple[str, ...] = tuple(PANGKAT)
GOLONGAN_PPPK: tuple[str, ...] = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
)  # fmt: skip
TABEL_GAJI = ((date(2024, 1, 1), "PP 5/2024", "pns-pp-5-2024.csv"),)
TABEL_GAJI_PPPK = ((date(2024, 1, 1), "Perpres 11/2024", "pppk-perpres-11-2024.csv"),)
"""(in force from, short name of the regulation, file), newest first."""
TAHUN_DIPOTONG = {"I": 0, "II": 6, "III": 11, "IV": 11}
"""Years that service in the golongan loses on the way up from I: six from I to II, five from II to III."""
_DATA = Path(__file__).parent / "data"
_Tabel = tuple[tuple[date, str, str], ...]


def pangkat(golongan: str) -> str:
    """``III/b`` → ``Penata Muda Tingkat I``. Raises ``ValueError`` for an unknown golongan."""
    if golongan not in PANGKAT:
        raise ValueError(f"Golongan {golongan} tidak dikenal.")
    return PANGKAT[golongan]


def next_golongan(golongan: str) -> str:
    """One step up: ``II/d`` → ``III/a``. Raises ``ValueError`` at the top or for an unknown golongan."""
    pangkat(golongan)
    if golongan == GOLONGAN_PNS[-1]:
        raise ValueError(f"Golongan {golongan} adalah yang tertinggi.")
    return GOLONGAN_PNS[GOLONGAN_PNS.index(golongan) + 1]


class TanpaTabel(ValueError):
    """No pay table we hold was in force on that day: a number from another would be wrong."""


def mkg_sesudah_naik(lama: str, baru: str, bulan: int) -> int:
    """Months of service in the new golongan: they run on, less what entering a higher group costs (PP 7/1977)."""
    dipotong = TAHUN_DIPOTONG[baru.partition("/")[0]] - TAHUN_DIPOTONG[lama.partition("/")[0]]
    return max(bulan - 12 * dipotong, 0)


def tabel_gaji(on: date, golongan: str = "I/a") -> tuple[str, str]:
    """(short name, file) of the pay table in force. Raises ``TanpaTabel`` before the first one."""
    tables: _Tabel = TABEL_GAJI_PPPK if golongan in GOLONGAN_PPPK else TABEL_GAJI
    for since, name, file in tables:
        if on >= since:
            return name, file
    raise TanpaTabel(f"Tabel gaji yang berlaku pada {tanggal(on)} tidak tersedia.")


def gaji_pokok_pns(golongan: str, tahun_mkg: int, *, on: date) -> int:
    """Rupiah per month for *tahun_mkg* whole years, from the table in force.

    A year without a step of its own is paid at the last step below it. Raises ``ValueError`` for an unknown
    golongan and service years below the first step, ``TanpaTabel`` for a date before the first table.
    """
    pangkat(golongan)
    return gaji_pokok(golongan, tahun_mkg, on=on)


def gaji_pokok(golongan: str, tahun_mkg: int, *, on: date) -> int:
    """The same for PNS (``III/b``) and PPPK (``IX``)."""
    steps = _langkah(golongan, on)
    reached = [step for step in steps if step <= tahun_mkg]
    if not reached:
        raise ValueError(f"Golongan {golongan} dimulai pada masa kerja {min(steps)} tahun.")
    return steps[max(reached)]


@dataclass(frozen=True)
class Kgb:
    """The next periodic rise: from when, at how many whole years, how much."""

    tmt: date
    tahun_mkg: int
    gaji: int


def kgb_berikutnya(golongan: str, tahun: int, bulan: int, *, per: date) -> Kgb | None:
    """The next step of the table after a service of *tahun*/*bulan* on *per*; None at the top of the table.

    A rise always starts on the first of a month (PP 7/1977 Ps. 11; PermenPANRB 7/2023 for PPPK) and pays what the
    table then in force says; that the years of its steps are those of the first table we hold is all that is taken
    from one not yet in force. Raises ``TanpaTabel`` when the rise itself lies before that.
    """
    first = (TABEL_GAJI_PPPK if golongan in GOLONGAN_PPPK else TABEL_GAJI)[-1][0]
    later = [step for step in _langkah(golongan, max(per, first)) if step > tahun]
    if not later:
        return None
    months = per.year * 12 + per.month - 1 + (min(later) - tahun) * 12 - bulan
    tmt = date(months // 12, months % 12 + 1, 1)
    return Kgb(tmt, min(later), gaji_pokok(golongan, min(later), on=tmt))


def _langkah(golongan: str, on: date) -> dict[int, int]:
    """Steps of one golongan: ``{0: 2903600, 2: 2995000, …}``. Raises ``ValueError`` for an unknown one."""
    if golongan not in PANGKAT and golongan not in GOLONGAN_PPPK:
        raise ValueError(f"Golongan {golongan} tidak dikenal.")
    return _baca(tabel_gaji(on, golongan)[1])[golongan]


@cache
def _baca(file: str) -> dict[str, dict[int, int]]:
    steps: dict[str, dict[int, int]] = {}
    with (_DATA / file).open(newline="", encoding="ascii") as lines:
        for row in csv.DictReader(lines):
            steps.setdefault(row["golongan"], {})[int(row["mkg"])] = int(row["rupiah"])
    return steps
