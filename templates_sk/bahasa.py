"""Fixed wording of Indonesian naskah dinas: numbers, money, dates, names, ordinals. No OS locale."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SATUAN = (
    "", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_KELOMPOK = ("", "ribu", "juta", "miliar", "triliun")
_BATAS = 1000 ** len(_KELOMPOK)


def terbilang(n: int) -> str:
    """*n* in words, 0 ≤ n < 10^15. Raises ``ValueError`` outside."""
    if not 0 <= n < _BATAS:
        raise ValueError("Bilangan di luar jangkauan terbilang.")
    if n == 0:
        return "nol"
    words: list[str] = []
    for place in reversed(range(len(_KELOMPOK))):
        group = n // 1000**place % 1000
        if group == 1 and place == 1:
            words.append("seribu")
        elif group:
            words += [*_ratusan(group), _KELOMPOK[place]]
    return " ".join(word for word in words if word)


def _ratusan(n: int) -> list[str]:
    """Words of 1…999."""
    hundreds, rest = divmod(n, 100)
    words = ["seratus"] if hundreds == 1 else [_SATUAN[hundreds], "ratus"] if hundreds else []
    if rest < 12:
        return [*words, _SATUAN[rest]]
    if rest < 20:
        return [*words, _SATUAN[rest - 10], "belas"]
    return [*words, _SATUAN[rest // 10], "puluh", _SATUAN[rest % 10]]


def terbilang_desimal(n: Decimal) -> str:
    """A decimal in words, digits after *koma* one by one: 12.5 → ``dua belas koma lima``."""
    whole, _, fraction = f"{n:f}".partition(".")
    fraction = fraction.rstrip("0")
    digits = [_SATUAN[int(d)] or "nol" for d in fraction]
    return " ".join([terbilang(int(whole)), *(["koma", *digits] if digits else [])])


def ribuan(n: int) -> str:
    """3089300 → ``3.089.300``."""
    return f"{n:,}".replace(",", ".")


def rupiah(n: int) -> str:
    """3089300 → ``Rp3.089.300,00`` (no space after Rp)."""
    return f"Rp{ribuan(n)},00"


def desimal(n: Decimal) -> str:
    """Three places, as credit points are printed: 112.5 → ``112,500``."""
    return f"{n:.3f}".replace(".", ",")


def tanggal(d: date) -> str:
    """``1 Desember 2026``."""
    return f"{d.day} {BULAN[d.month - 1]} {d.year}"


def tanggal_angka(d: date) -> str:
    """``01-12-2026``."""
    return f"{d.day:02d}-{d.month:02d}-{d.year:04d}"


def hari(d: date) -> str:
    """``Rabu``."""
    return HARI[d.weekday()]


def tanggal_kata(d: date) -> str:
    """As minutes write it: ``tanggal satu bulan Oktober tahun dua ribu dua puluh lima``."""
    return f"tanggal {terbilang(d.day)} bulan {BULAN[d.month - 1]} tahun {terbilang(d.year)}"


def nip_tampil(nip: str) -> str:
    """Eighteen digits grouped as birth date, CPNS month, sex, sequence; anything else unchanged."""
    if len(nip) != 18 or not nip.isdigit():
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def nama_lengkap(depan: str, nama: str, belakang: str) -> str:
    """Front titles without a comma, trailing titles after one; names are printed as stored."""
    front = " ".join(part for part in (depan.strip(), nama.strip()) if part)
    return f"{front}, {belakang.strip()}" if belakang.strip() else front


def diktum(n: int) -> str:
    """KESATU, KEDUA, … for n ≥ 1. Raises ``ValueError`` below."""
    if n < 1:
        raise ValueError("Diktum dihitung mulai satu.")
    return "KESATU" if n == 1 else "KE" + terbilang(n).upper()


def masa_kerja(dari: date, sampai: date) -> tuple[int, int]:
    """Whole (years, months); a started month does not count. Raises ``ValueError`` when reversed."""
    if sampai < dari:
        raise ValueError("Tanggal akhir mendahului tanggal awal.")
    months = (sampai.year - dari.year) * 12 + sampai.month - dari.month - (sampai.day < dari.day)
    return months // 12, months % 12
