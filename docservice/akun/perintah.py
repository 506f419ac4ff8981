"""What a command that acts in somebody's name asks for first."""

from __future__ import annotations

from django.core.management import CommandError

from docservice.akun.models import Pengguna


def pelaku_perintah(nip: str, *, ada: bool, apa: str = "Berkas", letak: str = "berkas") -> Pengguna:
    """Who answers for it. Raises :class:`CommandError` where they, or what it works on (*ada*), are not there."""
    by = Pengguna.objects.filter(nip=nip, is_active=True).first()
    if by is None or not ada:
        raise CommandError(f"{apa} atau pengguna tidak ditemukan. Periksa letak {letak} dan NIP-nya.")
    return by
