"""Names as they stand inside a sentence."""

from datetime import datetime

from docservice.umum.waktu import tanggal_jam


def dalam_kalimat(nama: str) -> str:
    """*Masa kerja golongan* begins small; where the first word is an abbreviation (*TMT golongan*) it stays."""
    kata = nama.split(" ", 1)[0]
    return nama if kata.isupper() and len(kata) > 1 else nama[:1].lower() + nama[1:]


def oleh_pada(siapa: object, saat: datetime | None) -> str:
    """``oleh Yosafat Wirabuana, 2 November 2026, 09.42 WIB``: who was quicker, as every 409 says it."""
    kapan = f", {tanggal_jam(saat)}" if saat else ""
    return f"oleh {siapa or 'sistem'}{kapan}"
