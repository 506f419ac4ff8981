"""Who reads and who answers."""

from __future__ import annotations

from django.http import Http404

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.masukan.models import Masukan
from docservice.umum.errors import TidakBerwenang


def ambil_masukan(pengguna: Pengguna, pk: int) -> Masukan:
    satu = Masukan.objects.visible_to(pengguna).select_related("oleh", "dijawab_oleh").filter(pk=pk).first()
    if satu is None:
        raise Http404
    return satu


def may_jawab(pengguna: Pengguna, masukan: Masukan) -> bool:
    return pengguna.berperan(Peran.ADMINISTRATOR) and masukan.oleh_id != pengguna.pk


def check_may_jawab(pengguna: Pengguna, masukan: Masukan) -> None:
    if not may_jawab(pengguna, masukan):
        raise TidakBerwenang("Masukan dijawab oleh administrator, bukan oleh penulisnya sendiri.")
