"""Employees are fetched through the rule of access; whom one may not see does not exist (Law 8)."""

from __future__ import annotations

from django.http import Http404

from docservice.akun.models import Pengguna
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import IsianSalah


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
