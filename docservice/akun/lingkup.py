"""Whom a role reaches: the rule of unit subtrees, once for every list (law 8)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from django.db.models import Q

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran

if TYPE_CHECKING:
    from docservice.pegawai.models import UnitKerja

jalur_beku: list[Callable[[], Collection[str]]] = []
"""Filled by upper rooms: paths of the units whose management access is stopped (BABEL 9(7))."""


def semua_jalur_beku() -> set[str]:
    return {jalur for satu in jalur_beku for jalur in satu()}


def lingkup(pengguna: Pengguna, kolom: str, *peran: str) -> Q:
    """Rows whose unit (*kolom*) lies below one over which this person holds one of *peran*; else none."""
    boleh = Q(pk__in=[])
    for tugas in pengguna.penugasan_berlaku():
        if tugas.peran in peran and tugas.unit:
            di_bawah = Q(**{f"{kolom}__jalur__startswith": tugas.unit.jalur})
            for jalur in _terhenti(pengguna, tugas, tugas.unit):
                di_bawah &= ~Q(**{f"{kolom}__jalur__startswith": jalur})
            boleh |= di_bawah
    return boleh


def tugas_atas(pengguna: Pengguna, unit: UnitKerja, *peran: str) -> Penugasan | None:
    """The assignment to one of *peran* by which this person answers for *unit*, if any."""
    for tugas in pengguna.penugasan_berlaku():
        if tugas.peran not in peran or tugas.unit is None or not tugas.unit.mencakup(unit):
            continue
        if not any(unit.jalur.startswith(jalur) for jalur in _terhenti(pengguna, tugas, tugas.unit)):
            return tugas
    return None


def _terhenti(pengguna: Pengguna, tugas: Penugasan, unit: UnitKerja) -> Iterator[str]:
    """What a fasilitator does not reach from above: frozen units. Whoever stands in for one holds that very unit."""
    if tugas.peran != Peran.FASILITATOR:
        return
    if not hasattr(pengguna, "_jalur_beku"):  # asked once per request, as the roles are
        pengguna._jalur_beku = semua_jalur_beku()  # type: ignore[attr-defined]
    for jalur in pengguna._jalur_beku:  # type: ignore[attr-defined]
        if jalur.startswith(unit.jalur) and jalur != unit.jalur:
            yield jalur
