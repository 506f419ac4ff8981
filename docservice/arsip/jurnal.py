"""The journal for those who watch over its use: who did what to which thing when, never what it said (B.1, B.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna
from docservice.akun.pelaku import pelaku_dari
from docservice.akun.peran import Peran
from docservice.audit.models import Jejak
from docservice.umum.errors import TidakBerwenang

SELURUHNYA = (Peran.AUDITOR, Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM)
PEMBACA = (*SELURUHNYA, Peran.FASILITATOR)
"""A fasilitator reads what the people of their own units did."""


@dataclass(frozen=True)
class Saringan:
    """``aksi`` by its beginning (``dokumen.``), ``pelaku`` by NIP, days inclusive."""

    aksi: str = ""
    pelaku: str = ""
    objek: str = ""
    dari: date | None = None
    sampai: date | None = None


@dataclass(frozen=True)
class BarisJurnal:
    """One entry without its details: those hold reasons and names."""

    nomor: int
    waktu: datetime
    nip: str
    nama: str
    peran: str
    aksi: str
    objek: str
    hash: str

    @property
    def kegiatan(self) -> str:
        """The action as words; its code is what the filter takes."""
        return self.aksi.replace(".", " ").replace("_", " ").capitalize()


def check_may_baca_jurnal(pengguna: Pengguna) -> None:
    if not pengguna.berperan(*PEMBACA):
        kata = "Jurnal dibuka untuk auditor internal, administrator, Kepala BKPSDMD, dan fasilitator unitnya."
        raise TidakBerwenang(kata)


def jurnal(pengguna: Pengguna, saring: Saringan) -> QuerySet[Jejak]:
    """Newest first."""
    check_may_baca_jurnal(pengguna)
    semua = Jejak.objects.defer("rincian", "hash_sebelum").order_by("-nomor")
    if not pengguna.berperan(*SELURUHNYA):
        di_unit = Pengguna.objects.filter(lingkup(pengguna, "pegawai__unit", Peran.FASILITATOR))
        semua = semua.filter(pelaku__in=di_unit.values("pk"))
    if saring.aksi:
        semua = semua.filter(aksi__startswith=saring.aksi)
    if saring.pelaku:
        semua = semua.filter(pelaku__in=Pengguna.objects.filter(nip=saring.pelaku).values("pk"))
    if saring.objek:
        semua = semua.filter(objek=saring.objek)
    if saring.dari:
        semua = semua.filter(waktu__date__gte=saring.dari)
    if saring.sampai:
        semua = semua.filter(waktu__date__lte=saring.sampai)
    return semua


def baris_jurnal(jejak: Sequence[Jejak]) -> list[BarisJurnal]:
    """With the names of those who acted; the system has none."""
    orang = pelaku_dari(jejak)
    hasil = []
    for satu in jejak:
        pelaku = orang.get(satu.pelaku or 0)
        nip, nama = (pelaku.nip, pelaku.nama) if pelaku else ("", "" if satu.pelaku else "Sistem")
        hasil.append(BarisJurnal(satu.nomor, satu.waktu, nip, nama, satu.peran, satu.aksi, satu.objek, satu.hash))
    return hasil
