"""Who closes an account and opens it again."""

from __future__ import annotations

from docservice.akun.models import Pengguna
from docservice.akun.penugasan import check_bukan_diri
from docservice.akun.peran import PENGANGKAT, Peran
from docservice.umum.errors import TidakBerwenang
from docservice.umum.izin import lolos


def check_may_atur_akun(pengguna: Pengguna, orang: Pengguna) -> None:
    """Administrators, and for an administrator the head of the agency; never one's own account."""
    check_bukan_diri(pengguna, orang)
    pengatur = PENGANGKAT[Peran.ADMINISTRATOR if orang.berperan(Peran.ADMINISTRATOR) else Peran.PEGAWAI]
    if not pengguna.berperan(*pengatur):
        raise TidakBerwenang(f"Akun ini dinonaktifkan dan diaktifkan oleh {pengatur[0].label}.")


def may_atur_akun(pengguna: Pengguna, orang: Pengguna) -> bool:
    return lolos(check_may_atur_akun, pengguna, orang)
