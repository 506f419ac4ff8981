"""Who may ask and answer about a proposal, and in whose place (POSO 7(3)b: clarification between the levels)."""

from __future__ import annotations

from docservice.akun.lingkup import tugas_atas
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.riwayat.models import Riwayat, kerabat
from docservice.riwayat.status import TERBUKA, Pihak
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from docservice.umum.izin import lolos


def pihak_dari(pengguna: Pengguna, riwayat: Riwayat) -> Pihak | None:
    """The employee, whoever filled it in, the fasilitator of the unit, an administrator; else nobody.

    Officers lose the word with their assignment, and have none about their own family.
    """
    if riwayat.pegawai.pengguna_id == pengguna.pk:
        return Pihak.PEGAWAI
    fasilitator = tugas_atas(pengguna, riwayat.pegawai.unit, Peran.FASILITATOR) is not None
    if not fasilitator and not pengguna.berperan(Peran.ADMINISTRATOR):
        return None
    if riwayat.pegawai.nip in kerabat(pengguna):
        return None
    if riwayat.atas_nama and riwayat.dibuat_oleh_id == pengguna.pk:
        return Pihak.PENGISI
    return Pihak.FASILITATOR if fasilitator else Pihak.ADMINISTRATOR


def check_may_klarifikasi(pengguna: Pengguna, riwayat: Riwayat) -> Pihak:
    """The side on which this person writes. Raises :class:`TidakBerwenang`; :class:`SudahBerubah` once decided."""
    pihak = pihak_dari(pengguna, riwayat)
    if pihak is None:
        raise TidakBerwenang(
            "Klarifikasi ditulis oleh pegawainya, fasilitator unit kerjanya, dan administrator; tidak tentang keluarga."
        )
    if riwayat.status not in TERBUKA:
        raise SudahBerubah(f"Usulan ini sudah “{riwayat.get_status_display()}”, jadi klarifikasinya selesai.")
    return pihak


def may_klarifikasi(pengguna: Pengguna, riwayat: Riwayat) -> bool:
    return lolos(check_may_klarifikasi, pengguna, riwayat)
