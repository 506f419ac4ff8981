"""NIP and NI PPPK: 18 digits with inner structure (riwayat-layanan C.0; PerKa BKN 22/2007)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

USIA_ANGKAT = 18
"""Nobody is appointed younger; a number that says so is looked at, not refused (C.0)."""


@dataclass(frozen=True)
class Nip:
    """A number taken apart. ``bulan_cpns`` is None for a PPPK, whose digits 13–14 count contracts."""

    lahir: date
    tahun_angkat: int
    bulan_cpns: int | None
    jenis_kelamin: str


def urai(nip: str) -> Nip:
    """Take *nip* apart; raises :class:`ValidationError` with the sentence to show."""
    if not re.fullmatch(r"\d{18}", nip):
        raise ValidationError("NIP terdiri atas 18 angka.")
    try:
        lahir = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        raise ValidationError("Delapan angka pertama NIP bukan tanggal lahir yang ada.") from None
    penanda = int(nip[12:14])
    if not (1 <= penanda <= 12 or penanda >= 21):
        raise ValidationError("Angka ke-13 dan ke-14 NIP bukan bulan TMT CPNS atau kode kontrak PPPK.")
    if nip[14] not in "12" or nip[15:] == "000":
        raise ValidationError("Empat angka terakhir NIP tidak sesuai susunan NIP.")
    return Nip(lahir, int(nip[8:12]), penanda if penanda <= 12 else None, "L" if nip[14] == "1" else "P")


def periksa(nip: str, *, lahir: date, kelamin: str, tmt_cpns: date | None, pppk: bool) -> list[str]:
    """Where the number and the person's data contradict each other, as sentences (C.0)."""
    try:
        bagian = urai(nip)
    except ValidationError as salah:
        return [str(salah.messages[0])]
    beda = []
    if bagian.lahir != lahir:
        beda.append("Tanggal lahir di NIP berbeda dari yang tercatat.")
    if bagian.jenis_kelamin != kelamin:
        beda.append("Jenis kelamin di NIP berbeda dari yang tercatat.")
    if (bagian.bulan_cpns is None) != pppk:
        beda.append("Susunan NIP tidak sesuai dengan jenis ASN-nya.")
    elif tmt_cpns and bagian.bulan_cpns and (bagian.tahun_angkat, bagian.bulan_cpns) != (tmt_cpns.year, tmt_cpns.month):
        beda.append("Bulan TMT CPNS di NIP berbeda dari yang tercatat.")
    if _terlalu_muda(bagian):
        beda.append(f"Menurut NIP, pengangkatannya sebelum berusia {USIA_ANGKAT} tahun.")
    return beda


def _terlalu_muda(nip: Nip) -> bool:
    """By the month of the appointment, where the number has one; a PPPK's has the year alone."""
    bulan = nip.bulan_cpns or 12
    return (nip.tahun_angkat - nip.lahir.year) * 12 + bulan - nip.lahir.month < USIA_ANGKAT * 12


def validate_nip(nip: str) -> None:
    urai(nip)
