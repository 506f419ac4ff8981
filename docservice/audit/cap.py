"""Timestamps over the journal's head: with one kept elsewhere, cutting the tail or re-chaining shows (Law 11)."""

from __future__ import annotations

from django.conf import settings

from docservice.audit.models import CapWaktu, KepalaJurnal
from signing import Timestamper


def cap_kepala() -> CapWaktu | None:
    """Timestamp the head as it is now; None when it has not moved since the last one.

    Raises ``signing.TimestampUnavailable`` when no authority answers.
    """
    kepala = KepalaJurnal.objects.filter(pk=1).first()
    if kepala is None or CapWaktu.objects.filter(nomor=kepala.nomor).exists():
        return None
    token = Timestamper(settings.TSA_URLS).token(bytes.fromhex(kepala.hash))
    return CapWaktu.objects.create(nomor=kepala.nomor, hash=kepala.hash, token=token)
