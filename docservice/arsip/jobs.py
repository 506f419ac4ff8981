"""Periodic care of the archive."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from docservice.antrean.errors import CobaLagi
from docservice.antrean.pekerjaan import Klaim
from docservice.arsip.keutuhan import Putaran, periksa_keutuhan
from docservice.audit.cap import cap_kepala
from signing import TimestampUnavailable


def cap_jurnal(subjek: str, klaim: Klaim) -> None:
    """Every hour the journal's head gets a timestamp."""
    try:
        cap_kepala()
    except TimestampUnavailable:
        raise CobaLagi("penanda waktu tidak menjawab", timedelta(minutes=5)) from None


def keutuhan(subjek: str, klaim: Klaim) -> None:
    """Every day the next stretch of the archive, slowly; what is damaged is mended where a second copy is set."""
    langkah = Putaran(
        mb=settings.FIXITY_DAILY_MB, mb_per_detik=settings.FIXITY_MB_PER_SECOND, lanjut=True, pulihkan=True
    )
    for _ in periksa_keutuhan(langkah):
        klaim.perpanjang()
