"""Nobody decides about themselves or their family (Law 9, B.2): one rule and one sentence for every room."""

from __future__ import annotations

from docservice.akun.models import Pengguna
from docservice.pegawai.models import Pegawai
from docservice.riwayat.models import kerabat
from docservice.umum.errors import TidakBerwenang


def check_bukan_kerabat(pengguna: Pengguna, pegawai: Pegawai, perbuatan: str) -> None:
    """*perbuatan* is what is refused, as it follows "Anda tidak dapat": "memverifikasi dokumen"."""
    if pegawai.pengguna_id == pengguna.pk or pegawai.nip == pengguna.nip:
        milik = "sendiri"
    elif pegawai.nip in kerabat(pengguna):
        milik = "keluarga sendiri"
    else:
        return
    raise TidakBerwenang(f"Anda tidak dapat {perbuatan} {milik}. Petugas lain yang menanganinya.")


def check_bukan_akun_kerabat(pengguna: Pengguna, orang: Pengguna) -> None:
    """The same for their roles and their account."""
    check_bukan_kerabat(pengguna, Pegawai(nip=orang.nip, pengguna_id=orang.pk), "mengatur peran atau akun")
