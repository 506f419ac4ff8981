"""Periodic care of the archive."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from docservice.antrean.errors import CobaLagi
from docservice.antrean.pekerjaan import Klaim
from docservice.arsip.keutuhan import MB, Putaran, periksa_keutuhan
from docservice.arsip.models import GudangTerjaga, PutaranKeutuhan
from docservice.audit.cap import cap_kepala
from signing import TimestampUnavailable

SELANG = {
    GudangTerjaga.KARANTINA: timedelta(days=7),
    GudangTerjaga.KERJA: timedelta(days=7),
    GudangTerjaga.ARSIP: timedelta(days=1),
}
"""How long a store that was walked to its end is left alone; the small ones first, or a large one takes every hour."""


def cap_jurnal(subjek: str, klaim: Klaim) -> None:
    """Every hour the journal's head gets a timestamp."""
    try:
        cap_kepala()
    except TimestampUnavailable:
        raise CobaLagi("penanda waktu tidak menjawab", timedelta(minutes=5)) from None


def keutuhan(subjek: str, klaim: Klaim) -> None:
    """Every hour the next stretch of each store, slowly and so short that no worker is away for long; a small archive
    is walked once a day, the smaller stores once a week. What is damaged is mended where a second copy is set."""
    sisa = settings.FIXITY_DAILY_MB / 24
    for nama, selang in SELANG.items():
        baru = PutaranKeutuhan.objects.filter(pk=nama, setelah="", tuntas_pada__gt=timezone.now() - selang)
        if sisa <= 0 or baru.exists():
            continue
        langkah = Putaran(sisa, settings.FIXITY_MB_PER_SECOND, lanjut=True, pulihkan=True, gudang=nama)
        for _ in periksa_keutuhan(langkah):
            klaim.perpanjang()
        sisa -= langkah.dibaca / MB
