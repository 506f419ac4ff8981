"""Who runs a reconciliation, decides on a difference, takes its result along. Nobody decides on their own row."""

from __future__ import annotations

from django.http import Http404

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai
from docservice.rekonsiliasi.models import MELIHAT_SEMUA, MELIHAT_UNIT, OrangRekonsiliasi, Rekonsiliasi
from docservice.riwayat.kerabat import check_bukan_kerabat
from docservice.umum.errors import TidakBerwenang
from docservice.umum.izin import lolos


def check_may_lihat(pengguna: Pengguna) -> None:
    if not pengguna.berperan(*MELIHAT_SEMUA, *MELIHAT_UNIT):
        raise TidakBerwenang("Rekonsiliasi dilihat oleh BKPSDMD, kepala perangkat daerah, dan fasilitator.")


def check_may_kelola(pengguna: Pengguna) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Rekonsiliasi dengan data BKN dijalankan oleh administrator BKPSDMD.")


def may_kelola(pengguna: Pengguna) -> bool:
    return pengguna.berperan(Peran.ADMINISTRATOR)


def check_may_putuskan(pengguna: Pengguna, orang: OrangRekonsiliasi) -> None:
    check_may_kelola(pengguna)
    check_bukan_kerabat(pengguna, orang.pegawai or Pegawai(nip=orang.nip), "memutuskan perbedaan data")


def may_putuskan(pengguna: Pengguna, orang: OrangRekonsiliasi) -> bool:
    return lolos(check_may_putuskan, pengguna, orang)


def ambil_rekonsiliasi(pengguna: Pengguna, pk: int) -> Rekonsiliasi:
    """Of one's unit only a closed run; 404 for what one may not know of."""
    satu = Rekonsiliasi.objects.visible_to(pengguna).select_related("oleh", "ditutup_oleh").filter(pk=pk).first()
    if satu is None:
        raise Http404
    return satu
