"""May this person? Kept searches are their owner's; lists are recommended by an administrator (Pasal 16)."""

from __future__ import annotations

from django.http import Http404

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.arsip.models import PencarianTersimpan, PermintaanDaftar
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from docservice.umum.izin import lolos


def ambil_tersimpan(pengguna: Pengguna, pk: int) -> PencarianTersimpan:
    satu = PencarianTersimpan.objects.filter(pengguna=pengguna, pk=pk).first()
    if satu is None:
        raise Http404
    return satu


def ambil_daftar(pengguna: Pengguna, pk: int) -> PermintaanDaftar:
    terlihat = PermintaanDaftar.objects.visible_to(pengguna).select_related("pemohon", "diputus_oleh")
    satu = terlihat.filter(pk=pk).first()
    if satu is None:
        raise Http404
    return satu


def check_may_putuskan(pengguna: Pengguna, permintaan: PermintaanDaftar) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM):
        raise TidakBerwenang("Daftar data kepegawaian direkomendasikan oleh administrator atau Kepala BKPSDMD.")


def may_putuskan(pengguna: Pengguna, permintaan: PermintaanDaftar) -> bool:
    return lolos(check_may_putuskan, pengguna, permintaan)


def check_may_ambil(pengguna: Pengguna, permintaan: PermintaanDaftar) -> None:
    """The asker alone, once it is recommended and while that is fresh."""
    if permintaan.pemohon_id != pengguna.pk:
        raise TidakBerwenang("Daftar ini diambil oleh pemohonnya sendiri.")
    if not permintaan.dapat_diambil:
        kata = permintaan.get_status_display()
        raise SudahBerubah(f"Daftar ini belum atau tidak lagi dapat diunduh ({kata.lower()}). Ajukan permintaan baru.")


def may_ambil(pengguna: Pengguna, permintaan: PermintaanDaftar) -> bool:
    return permintaan.pemohon_id == pengguna.pk and permintaan.dapat_diambil
