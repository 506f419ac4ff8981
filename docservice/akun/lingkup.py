"""Whom a role reaches: the rule of unit subtrees, once for every list (law 8)."""

from __future__ import annotations

from django.db.models import Q

from docservice.akun.models import Pengguna


def lingkup(pengguna: Pengguna, kolom: str, *peran: str) -> Q:
    """Rows whose unit (*kolom*) lies below one over which this person holds one of *peran*; else none."""
    boleh = Q(pk__in=[])
    for tugas in pengguna.penugasan_berlaku():
        if tugas.peran in peran and tugas.unit:
            boleh |= Q(**{f"{kolom}__jalur__startswith": tugas.unit.jalur})
    return boleh
