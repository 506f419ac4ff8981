"""Who may propose, verify and validate a riwayat row. Nobody decides on their own (B.2; Law 9)."""

from __future__ import annotations

from django.http import Http404

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai
from docservice.riwayat.models import Riwayat
from docservice.umum.errors import TidakBerwenang


def ambil_riwayat(pengguna: Pengguna, pk: int) -> Riwayat:
    riwayat = Riwayat.objects.visible_to(pengguna).select_related("pegawai__unit").filter(pk=pk).first()
    if riwayat is None:
        raise Http404
    return riwayat


def check_may_usulkan(pengguna: Pengguna, pegawai: Pegawai) -> None:
    if pegawai.pengguna_id != pengguna.pk:
        raise TidakBerwenang("Usulan perubahan riwayat dibuat oleh pegawai itu sendiri.")


def check_may_verifikasi_usulan(pengguna: Pengguna, riwayat: Riwayat) -> None:
    check_fasilitator_dari(pengguna, riwayat.pegawai)


def check_fasilitator_dari(pengguna: Pengguna, pegawai: Pegawai) -> None:
    """The fasilitator whose unit holds *pegawai*, never for their own papers."""
    if pegawai.pengguna_id == pengguna.pk:
        raise TidakBerwenang("Anda tidak dapat memverifikasi dokumen sendiri.")
    tugas_fasilitator(pengguna, pegawai)


def tugas_fasilitator(pengguna: Pengguna, pegawai: Pegawai) -> Penugasan:
    """The very assignment by which this person may verify for *pegawai*; raises :class:`TidakBerwenang`."""
    for tugas in pengguna.penugasan_berlaku():
        if tugas.peran == Peran.FASILITATOR and tugas.unit and tugas.unit.mencakup(pegawai.unit):
            return tugas
    raise TidakBerwenang("Verifikasi dilakukan oleh fasilitator unit kerja pegawai ini.")


def check_may_validasi(pengguna: Pengguna, riwayat: Riwayat) -> None:
    if riwayat.pegawai.pengguna_id == pengguna.pk or riwayat.dibuat_oleh_id == pengguna.pk:
        raise TidakBerwenang("Anda tidak dapat memvalidasi data Anda sendiri.")
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Validasi dilakukan oleh administrator BKPSDMD.")


def may_validasi(pengguna: Pengguna, riwayat: Riwayat) -> bool:
    try:
        check_may_validasi(pengguna, riwayat)
    except TidakBerwenang:
        return False
    return True
