"""Who may start and close a campaign, and who may remind."""

from __future__ import annotations

from django.http import Http404

from docservice.akun.lingkup import tugas_atas
from docservice.akun.models import Pengguna
from docservice.akun.peran import MELIHAT_UNIT, SELURUH_DAERAH, Peran
from docservice.laporan.models import Pemutakhiran
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.umum.errors import TidakBerwenang

MELIHAT_ORANG = SELURUH_DAERAH | MELIHAT_UNIT
"""Heads of offices and the PPK see sums, never a list of people (B.2)."""


def ambil_pemutakhiran(pengguna: Pengguna, pk: int) -> Pemutakhiran:
    satu = Pemutakhiran.objects.visible_to(pengguna).filter(pk=pk).first()
    if satu is None:
        raise Http404
    return satu


def check_may_kelola(pengguna: Pengguna, unit: UnitKerja | None) -> None:
    """The administrator anywhere; the fasilitator within their own unit."""
    if not may_kelola(pengguna, unit):
        raise TidakBerwenang("Pemutakhiran dikelola administrator, atau fasilitator untuk unitnya sendiri.")


def may_kelola(pengguna: Pengguna, unit: UnitKerja | None) -> bool:
    """An empty *unit* is the whole region."""
    if pengguna.berperan(Peran.ADMINISTRATOR):
        return True
    return unit is not None and tugas_atas(pengguna, unit, Peran.FASILITATOR) is not None


def check_may_lihat_kelengkapan(pengguna: Pengguna) -> None:
    """Lists of people and what they lack: those who keep the archive, not the signing officials."""
    if not pengguna.berperan(*MELIHAT_ORANG):
        raise TidakBerwenang("Daftar ini dibuka untuk fasilitator unit dan BKPSDMD.")


def ambil_unit(pengguna: Pengguna, pk: int) -> tuple[UnitKerja, list[Pegawai]]:
    """A unit with its people; 404 for a unit of which one may see nobody."""
    check_may_lihat_kelengkapan(pengguna)
    orang = list(Pegawai.objects.visible_to(pengguna).filter(unit=pk).select_related("unit"))
    if not orang:
        raise Http404
    return orang[0].unit, orang
