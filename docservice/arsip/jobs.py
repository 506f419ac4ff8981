"""Periodic care of the archive."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from docservice.antrean.errors import CobaLagi
from docservice.antrean.pekerjaan import Klaim
from docservice.arsip.keutuhan import Putaran, periksa_keutuhan
from docservice.arsip.models import PutaranKeutuhan
from docservice.audit.cap import cap_kepala
from signing import TimestampUnavailable

SEHARI = timedelta(days=1)


def cap_jurnal(subjek: str, klaim: Klaim) -> None:
    """Every hour the journal's head gets a timestamp."""
    try:
        cap_kepala()
    except TimestampUnavailable:
        raise CobaLagi("penanda waktu tidak menjawab", timedelta(minutes=5)) from None


def keutuhan(subjek: str, klaim: Klaim) -> None:
    """Every hour the next stretch of the archive, slowly and so short that no worker is away for long; a small archive
    is walked once a day. What is damaged is mended where a second copy is set."""
    putaran = PutaranKeutuhan.objects.filter(pk=1, setelah="", tuntas_pada__gt=timezone.now() - SEHARI)
    if putaran.exists():
        return
    langkah = Putaran(
        mb=settings.FIXITY_DAILY_MB / 24, mb_per_detik=settings.FIXITY_MB_PER_SECOND, lanjut=True, pulihkan=True
    )
    for _ in periksa_keutuhan(langkah):
        klaim.perpanjang()
