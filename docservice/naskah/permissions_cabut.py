"""Who may say that an issued decree holds no more, and who confirms it."""

from __future__ import annotations

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.naskah.models import Pencabutan
from docservice.naskah.models_cabut import MELIHAT
from docservice.riwayat.kerabat import check_bukan_kerabat
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from docservice.umum.izin import lolos

MENCABUT = "mengurus pencabutan keputusan"


def check_may_urus_cabut(pengguna: Pengguna) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Pencabutan keputusan dicatat oleh administrator BKPSDMD.")


def check_may_lihat_cabut(pengguna: Pengguna) -> None:
    if not pengguna.berperan(*MELIHAT):
        raise TidakBerwenang("Daftar pencabutan keputusan dibaca oleh administrator dan Kepala BKPSDMD.")


def check_may_cabut(pengguna: Pengguna, dokumen: Dokumen) -> None:
    """An administrator; of a decree issued here, in force, and not about themselves or their family."""
    check_may_urus_cabut(pengguna)
    check_bukan_kerabat(pengguna, dokumen.pegawai, MENCABUT)
    if dokumen.sumber != Dokumen.Sumber.TERBITAN:
        raise SudahBerubah("Hanya keputusan yang terbit di sini yang dapat dicatat tidak berlaku.")
    if dokumen.status != StatusDokumen.TERVERIFIKASI:
        raise SudahBerubah("Keputusan ini sudah tidak berlaku.")


def may_cabut(pengguna: Pengguna, dokumen: Dokumen) -> bool:
    return lolos(check_may_cabut, pengguna, dokumen)


def check_may_putus_cabut(pengguna: Pengguna, pencabutan: Pencabutan) -> None:
    check_may_urus_cabut(pengguna)
    check_bukan_kerabat(pengguna, pencabutan.dokumen.pegawai, MENCABUT)
    if pencabutan.diusulkan_oleh_id == pengguna.pk:
        raise TidakBerwenang("Usul Anda diputuskan administrator lain.")


def may_putus_cabut(pengguna: Pengguna, pencabutan: Pencabutan) -> bool:
    return lolos(check_may_putus_cabut, pengguna, pencabutan)
