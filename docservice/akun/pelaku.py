"""Who stands behind the numbers in entries of the journal."""

from __future__ import annotations

from collections.abc import Iterable

from docservice.akun.models import Pengguna
from docservice.audit.models import Jejak


def pelaku_dari(jejak: Iterable[Jejak]) -> dict[int, Pengguna]:
    """Those who acted in *jejak*, by the id that an entry holds; the system is none of them."""
    return Pengguna.objects.in_bulk({satu.pelaku for satu in jejak if satu.pelaku})


def nama_pelaku(jejak: Iterable[Jejak]) -> dict[int | None, str]:
    """Their names."""
    return {pk: satu.nama for pk, satu in pelaku_dari(jejak).items()}
