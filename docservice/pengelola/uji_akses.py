"""What somebody may see, computed and never lived through: nobody acts or reads in another person's name.

The answer counts only what the asker may see too, so asking shows nothing that was hidden before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.dokumen.models import Dokumen
from docservice.layanan.models import Permohonan
from docservice.naskah.models import Naskah
from docservice.pegawai.models import Pegawai
from docservice.pengelola.hak import HAK, KATA, Aksi
from docservice.pengelola.permissions import check_may_lihat_peran
from docservice.riwayat.models import Riwayat
from docservice.riwayat.permissions import check_fasilitator_dari
from docservice.umum.izin import lolos


@dataclass(frozen=True)
class Hak:
    """One object of the table of rights, and what the person's roles of today allow on it."""

    objek: str
    boleh: str


@dataclass(frozen=True)
class Jumlah:
    """Of *semua* that the asker sees of an employee, the person sees *tampak*."""

    objek: str
    tampak: int
    semua: int


@dataclass(frozen=True)
class HasilUji:
    """``lihat_pegawai`` and what follows are None without an employee to ask about."""

    hak: list[Hak]
    pegawai: Pegawai | None = None
    lihat_pegawai: bool | None = None
    memverifikasi: bool | None = None
    jumlah: tuple[Jumlah, ...] = ()


@transaction.atomic
def uji_akses(*, by: Pengguna, orang: Pengguna, pegawai: Pegawai | None = None) -> HasilUji:
    """What *orang* may do today, and how much of *pegawai* they see; *by* must see *pegawai* themselves."""
    check_may_lihat_peran(by)
    catat("akses.diuji", by=by, objek=orang, pegawai=pegawai.pk if pegawai else None)
    hak = hak_orang(orang)
    if pegawai is None:
        return HasilUji(hak)
    return HasilUji(
        hak,
        pegawai,
        orang.is_active and Pegawai.objects.visible_to(orang).filter(pk=pegawai.pk).exists(),
        orang.is_active and lolos(check_fasilitator_dari, orang, pegawai),
        tuple(_hitung(nama, model, by, orang, pegawai) for nama, model in OBJEK),
    )


OBJEK: tuple[tuple[str, Any], ...] = (
    ("Dokumen", Dokumen),
    ("Baris riwayat", Riwayat),
    ("Permohonan", Permohonan),
    ("Naskah sebelum terbit", Naskah),
)


def _hitung(nama: str, model: Any, by: Pengguna, orang: Pengguna, pegawai: Pegawai) -> Jumlah:
    semua = set(model.objects.visible_to(by).filter(pegawai=pegawai).values_list("pk", flat=True))
    if not orang.is_active:
        return Jumlah(nama, 0, len(semua))
    tampak = set(model.objects.visible_to(orang).filter(pegawai=pegawai).values_list("pk", flat=True))
    return Jumlah(nama, len(semua & tampak), len(semua))


def hak_orang(orang: Pengguna) -> list[Hak]:
    """The table of rights for all roles in force today together; everybody is an employee first."""
    if not orang.is_active:
        return []
    peran = {Peran.PEGAWAI, *(Peran(tugas.peran) for tugas in orang.penugasan_berlaku())}
    hasil = []
    for baris in HAK.values():
        huruf = {aksi for satu in peran for aksi in baris.boleh(satu)}
        if huruf:
            hasil.append(Hak(baris.nama, ", ".join(KATA[aksi] for aksi in Aksi if aksi in huruf)))
    return hasil
