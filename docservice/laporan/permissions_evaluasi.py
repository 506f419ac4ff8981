"""Who sees the figures of which units, who reads and who writes notes (riwayat-layanan B.2; BABEL 9(2)d, 12)."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna
from docservice.akun.peran import MELIHAT_UNIT, SELURUH_DAERAH, Peran
from docservice.laporan.models import CatatanEvaluasi
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pegawai.permissions import ambil_pegawai
from docservice.umum.errors import TidakBerwenang

SELURUH_ANGKA = SELURUH_DAERAH | {Peran.PPK}
ANGKA_UNIT = MELIHAT_UNIT | {Peran.KEPALA_PD}
MELIHAT_ORANG = SELURUH_DAERAH | MELIHAT_UNIT
"""Heads of offices and the PPK see sums, never a list of people (B.2)."""


def pegawai_terpantau(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """Whose papers are counted for this person."""
    if not pengguna.berperan(*SELURUH_ANGKA, *ANGKA_UNIT):
        raise TidakBerwenang("Halaman ini dibuka untuk pengelola kepegawaian dan kepala perangkat daerah.")
    if pengguna.berperan(*SELURUH_ANGKA):
        return Pegawai.objects.all()
    return Pegawai.objects.filter(lingkup(pengguna, "unit", *ANGKA_UNIT))


def ambil_unit_terpantau(pengguna: Pengguna, pk: int) -> tuple[UnitKerja, QuerySet[Pegawai]]:
    """A unit and the people counted in it; 404 outside one's own scope."""
    orang = pegawai_terpantau(pengguna).filter(unit=pk)
    unit = UnitKerja.objects.filter(pk=pk).first()
    if unit is None or not orang.exists():
        raise Http404
    return unit, orang


def ambil_orang_terpantau(pengguna: Pengguna, nip: str) -> Pegawai:
    """Someone one watches over, or oneself."""
    pegawai = ambil_pegawai(pengguna, nip)
    if pegawai.pengguna_id != pengguna.pk and not pengguna.berperan(*MELIHAT_ORANG):
        raise Http404
    return pegawai


def catatan_unit(pengguna: Pengguna, unit: UnitKerja) -> QuerySet[CatatanEvaluasi]:
    """Notes are for those who answer for the unit; the PPK gets figures only."""
    if not pengguna.berperan(*SELURUH_DAERAH, *ANGKA_UNIT):
        return CatatanEvaluasi.objects.none()
    return unit.catatan_evaluasi.select_related("oleh")


def may_catat(pengguna: Pengguna, unit: UnitKerja, pegawai: Pegawai | None = None) -> bool:
    """The administrator anywhere, the fasilitator within their own unit; nobody about themselves."""
    if pegawai is not None and pegawai.pengguna_id == pengguna.pk:
        return False
    if pengguna.berperan(Peran.ADMINISTRATOR):
        return True
    milik = (tugas for tugas in pengguna.penugasan_berlaku() if tugas.peran == Peran.FASILITATOR)
    return any(tugas.unit is not None and tugas.unit.mencakup(unit) for tugas in milik)


def check_may_catat(pengguna: Pengguna, unit: UnitKerja, pegawai: Pegawai | None = None) -> None:
    if not may_catat(pengguna, unit, pegawai):
        raise TidakBerwenang(
            "Catatan ditulis administrator, atau fasilitator untuk unitnya; tidak tentang diri sendiri."
        )
