"""Attempts whose process died are looked at and closed; nothing stays open for ever."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from docservice.antrean.pekerjaan import Klaim
from docservice.naskah.models import Upaya
from docservice.naskah.penyelesaian import tanya_yang_tiba
from docservice.naskah.status import StatusUpaya
from docservice.naskah.tanda_tangan import tolak_upaya_mati

SUNYI = timedelta(minutes=2)
"""A living batch renews its heartbeat far more often."""


def rekonsiliasi(subjek: str, klaim: Klaim) -> None:
    """Close every attempt that has been silent too long; ask about those whose outcome is unknown."""
    batas = timezone.now() - SUNYI
    for upaya in Upaya.objects.filter(status=StatusUpaya.TERBUKA, denyut__lt=batas).order_by("-nomor__urut"):
        tolak_upaya_mati(upaya)
    tanya_yang_tiba()
