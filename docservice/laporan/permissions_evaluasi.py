"""Who sees the figures of which units, who reads and who writes notes (riwayat-layanan B.2; BABEL 9(2)d, 12)."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna
from docservice.akun.peran import MELIHAT_UNIT, SELURUH_DAERAH, Peran
from docservice.laporan.models import CatatanEvaluasi
from docservice.laporan.permissions import MELIHAT_ORANG, may_kelola
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pegawai.permissions import ambil_pegawai
from docservice.umum.errors import TidakBerwenang

SELURUH_ANGKA = SELURUH_DAERAH | {Peran.PPK}
ANGKA_UNIT = MELIHAT_UNIT | {Peran.KEPALA_PD}


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
    """Whoever sees to the unit's completeness; nobody about themselves."""
    sendiri = pegawai is not None and pegawai.pengguna_id == pengguna.pk
    return not sendiri and may_kelola(pengguna, unit)


def check_may_catat(pengguna: Pengguna, unit: UnitKerja, pegawai: Pegawai | None = None) -> None:
    if not may_catat(pengguna, unit, pegawai):
        raise TidakBerwenang(
            "Catatan ditulis administrator, atau fasilitator untuk unitnya; tidak tentang diri sendiri."
        )
