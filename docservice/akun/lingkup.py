"""Whom a role reaches: the rule of unit subtrees, once for every list (law 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from docservice.akun.models import Pengguna, Penugasan

if TYPE_CHECKING:
    from docservice.pegawai.models import UnitKerja


def lingkup(pengguna: Pengguna, kolom: str, *peran: str) -> Q:
    """Rows whose unit (*kolom*) lies below one over which this person holds one of *peran*; else none."""
    boleh = Q(pk__in=[])
    for tugas in pengguna.penugasan_berlaku():
        if tugas.peran in peran and tugas.unit:
            boleh |= Q(**{f"{kolom}__jalur__startswith": tugas.unit.jalur})
    return boleh


def tugas_atas(pengguna: Pengguna, unit: UnitKerja, *peran: str) -> Penugasan | None:
    """The assignment to one of *peran* by which this person answers for *unit*, if any."""
    milik = (tugas for tugas in pengguna.penugasan_berlaku() if tugas.peran in peran)
    return next((tugas for tugas in milik if tugas.unit and tugas.unit.mencakup(unit)), None)
