"""Everything that is open in a person's name ends: sessions elsewhere, keys of the API (ASVS 7.4.3, 13.3)."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna, TokenApi
from docservice.audit.jurnal import catat


@transaction.atomic
def putuskan_akses(pengguna: Pengguna, *, by: Pengguna, kecuali: str | None = None) -> tuple[int, int]:
    """How many sessions and tokens ended. *kecuali* is the key of the session from which it is done."""
    sesi = list(UserSession.objects.filter(user=pengguna).exclude(session_key=kecuali or ""))
    for satu in sesi:
        satu.end()
    kini = timezone.now()
    token = TokenApi.objects.filter(pengguna=pengguna, dicabut_pada=None, kedaluwarsa__gt=kini).update(
        dicabut_pada=kini
    )
    if sesi or token:
        catat("akun.akses_diputus", by=by, objek=pengguna, sesi=len(sesi), token=token)
    return len(sesi), token
