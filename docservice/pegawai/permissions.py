"""Employees are fetched through the rule of access; whom one may not see does not exist (Law 8)."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import IsianSalah, TidakBerwenang
from docservice.umum.izin import lolos

larangan_pindah: list[Callable[[Pengguna, Pegawai], None]] = []
"""Filled by upper rooms: each raises :class:`TidakBerwenang` for a person whom this administrator does not move."""


def ambil_pegawai(pengguna: Pengguna, nip: str) -> Pegawai:
    pegawai = Pegawai.objects.visible_to(pengguna).select_related("unit").filter(nip=nip).first()
    if pegawai is None:
        raise Http404
    return pegawai


def pegawai_sendiri(pengguna: Pengguna) -> Pegawai:
    """One's own record; raises :class:`IsianSalah` for accounts without one."""
    pegawai = Pegawai.objects.select_related("unit").filter(pengguna=pengguna).first()
    if pegawai is None:
        raise IsianSalah("Akun Anda tidak terhubung dengan data pegawai. Sebutkan NIP pegawainya.")
    return pegawai


def check_may_pindahkan(pengguna: Pengguna, pegawai: Pegawai) -> None:
    """Administrators, on a decree; never themselves or their family, because a move ends and opens access."""
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Perpindahan pegawai dicatat oleh administrator BKPSDMD.")
    if pegawai.pengguna_id == pengguna.pk:
        raise TidakBerwenang("Perpindahan Anda sendiri dicatat oleh administrator lain.")
    for satu in larangan_pindah:
        satu(pengguna, pegawai)


def may_pindahkan(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    return lolos(check_may_pindahkan, pengguna, pegawai)


def check_may_lihat_acuan(pengguna: Pengguna) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR, Peran.FASILITATOR, Peran.KEPALA_BKPSDM):
        raise TidakBerwenang("Tabel acuan dibuka untuk fasilitator dan administrator.")


def check_may_atur_unit(pengguna: Pengguna) -> None:
    if not pengguna.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Susunan unit kerja diatur oleh administrator BKPSDMD.")
