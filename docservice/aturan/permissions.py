"""Who sees and who sets the rules of kinds of paper and of services (riwayat-layanan B.2; POSO 9(1)c)."""

from __future__ import annotations

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.umum.errors import TidakBerwenang


def check_may_lihat_aturan(pengguna: Pengguna) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM):
        raise TidakBerwenang("Aturan layanan dan jenis dokumen dibuka untuk administrator dan kepala BKPSDMD.")


def check_may_atur(pengguna: Pengguna) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Aturan layanan dan jenis dokumen diatur oleh administrator BKPSDMD.")


def may_atur(pengguna: Pengguna) -> bool:
    return pengguna.berperan(Peran.ADMINISTRATOR)
