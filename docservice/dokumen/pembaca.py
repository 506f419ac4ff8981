"""Who opened what there is of a person beside papers: personal numbers, the career as one page (UU PDP 27/2022)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from docservice.akun.pelaku import nama_pelaku
from docservice.audit.models import Jejak
from docservice.pegawai.models import Pegawai

KATA = {"drh.diunduh": "Mengunduh daftar riwayat hidup", "data_utama.nomor_dilihat": "Melihat nomor pribadi"}


@dataclass(frozen=True)
class PembukaData:
    """One opening by somebody else."""

    pada: datetime
    pengguna: str
    peran: str
    apa: str


def pembuka_data(pegawai: Pegawai) -> QuerySet[Jejak]:
    """Newest first, out of the journal."""
    semua = Jejak.objects.filter(objek=f"pegawai:{pegawai.pk}", aksi__in=KATA)
    return semua.exclude(pelaku=pegawai.pengguna_id).order_by("-nomor")


def bernama(jejak: Iterable[Jejak]) -> list[PembukaData]:
    semua = list(jejak)
    nama = nama_pelaku(semua)
    return [PembukaData(satu.waktu, nama.get(satu.pelaku, "Sistem"), satu.peran, KATA[satu.aksi]) for satu in semua]
