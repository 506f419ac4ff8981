"""Who may start and close a campaign, and who may remind."""

from __future__ import annotations

from django.http import Http404

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.laporan.models import Pemutakhiran
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.umum.errors import TidakBerwenang


def ambil_pemutakhiran(pengguna: Pengguna, pk: int) -> Pemutakhiran:
    satu = Pemutakhiran.objects.visible_to(pengguna).filter(pk=pk).first()
    if satu is None:
        raise Http404
    return satu


def check_may_kelola(pengguna: Pengguna, unit: UnitKerja | None) -> None:
    """The administrator anywhere; the fasilitator within their own unit."""
    for tugas in pengguna.penugasan_berlaku():
        if tugas.peran == Peran.ADMINISTRATOR:
            return
        if tugas.peran == Peran.FASILITATOR and tugas.unit and unit and tugas.unit.mencakup(unit):
            return
    raise TidakBerwenang("Pemutakhiran dikelola administrator, atau fasilitator untuk unitnya sendiri.")


def may_kelola(pengguna: Pengguna, unit: UnitKerja | None) -> bool:
    try:
        check_may_kelola(pengguna, unit)
    except TidakBerwenang:
        return False
    return True


def check_may_lihat_kelengkapan(pengguna: Pengguna) -> None:
    """Lists of people and what they lack: those who keep the archive, not the signing officials."""
    if not pengguna.berperan(Peran.FASILITATOR, Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM, Peran.STAF_ARSIP):
        raise TidakBerwenang("Daftar ini dibuka untuk fasilitator unit dan BKPSDMD.")


def ambil_unit(pengguna: Pengguna, pk: int) -> tuple[UnitKerja, list[Pegawai]]:
    """A unit with its people; 404 for a unit of which one may see nobody."""
    check_may_lihat_kelengkapan(pengguna)
    orang = list(Pegawai.objects.visible_to(pengguna).filter(unit=pk).select_related("unit"))
    if not orang:
        raise Http404
    return orang[0].unit, orang
