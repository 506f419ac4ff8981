"""Dates and times in Indonesian, independent of the operating system's locale (sk-format §4.2, screens §6)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta

from django.utils import timezone

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ZONA = {7: "WIB", 8: "WITA", 9: "WIT"}


def tanggal_panjang(hari: date) -> str:
    """``2 November 2026``."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def bulan_tahun(hari: date) -> str:
    """*November 2026*."""
    return tanggal_panjang(hari).partition(" ")[2]


def hari_tanggal(hari: date) -> str:
    """``Senin, 2 November 2026``."""
    return f"{HARI[hari.weekday()]}, {tanggal_panjang(hari)}"


def zona(saat: datetime) -> str:
    """The name of the zone of a local moment (Law 12)."""
    geser = saat.utcoffset() or timedelta()
    return ZONA.get(int(geser.total_seconds() // 3600), "UTC")


def zona_utc(saat: datetime) -> str:
    """``WIB (UTC+7)``."""
    return f"{zona(saat)} (UTC+{(saat.utcoffset() or timedelta()) // timedelta(hours=1)})"


def jam(saat: datetime, *, detik: bool = False) -> str:
    """``09.42 WIB`` in the region's zone; seconds only for signatures."""
    setempat = timezone.localtime(saat)
    return f"{setempat:%H.%M.%S} {zona(setempat)}" if detik else f"{setempat:%H.%M} {zona(setempat)}"


def tanggal_jam(saat: datetime, *, detik: bool = False) -> str:
    """``2 November 2026, 09.42 WIB``."""
    return f"{tanggal_panjang(timezone.localtime(saat).date())}, {jam(saat, detik=detik)}"


def rentang_jam(dari: datetime, sampai: datetime | None) -> str:
    """``2 November 2026, 08.05–11.30 WIB``; both dates where it went past midnight, open while it lasts."""
    awal = tanggal_jam(dari)
    if sampai is None:
        return f"sejak {awal}"
    mulai, selesai = timezone.localtime(dari), timezone.localtime(sampai)
    if mulai.date() != selesai.date():
        return f"{awal} – {tanggal_jam(sampai)}"
    return f"{tanggal_panjang(mulai.date())}, {mulai:%H.%M}–{jam(sampai)}"


def salam(saat: datetime) -> str:
    """Greeting by the hour: pagi < 11, siang < 15, sore < 18, malam."""
    pukul = timezone.localtime(saat).hour
    bagian = next(nama for batas, nama in ((11, "pagi"), (15, "siang"), (18, "sore"), (25, "malam")) if pukul < batas)
    return f"Selamat {bagian}"


def sisa_hari(sejak: datetime) -> str:
    """How long something waits, in plain words."""
    hari = (timezone.localdate() - timezone.localtime(sejak).date()).days
    return "hari ini" if hari <= 0 else "sejak kemarin" if hari == 1 else f"{hari} hari"


sumber_libur: list[Callable[[], Collection[date]]] = []
"""Filled by the room that keeps the days off."""


def _libur() -> Collection[date]:
    return sumber_libur[0]() if sumber_libur else ()


def _masuk_kerja(hari: date, libur: Collection[date]) -> bool:
    """Monday to Friday, but for national holidays and joint leave."""
    return hari.weekday() < 5 and hari not in libur


def hari_kerja(dari: date, sampai: date) -> int:
    """Working days after *dari* up to *sampai*."""
    libur = _libur()
    return sum(_masuk_kerja(dari + timedelta(days=n), libur) for n in range(1, (sampai - dari).days + 1))


def maju_hari_kerja(hari: date, jumlah: int) -> date:
    """The day *jumlah* working days after *hari*."""
    libur = _libur()
    while jumlah > 0:
        hari += timedelta(days=1)
        jumlah -= _masuk_kerja(hari, libur)
    return hari


def mundur_hari_kerja(saat: datetime, hari: int) -> datetime:
    """The moment *hari* working days before *saat*."""
    libur = _libur()
    while hari > 0:
        saat -= timedelta(days=1)
        if _masuk_kerja(timezone.localtime(saat).date(), libur):
            hari -= 1
    return saat
