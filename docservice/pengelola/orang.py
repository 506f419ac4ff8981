"""One person as those who administer roles see them: roles with why they end, their trail, open sessions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from itertools import product

from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.db import transaction
from django.db.models import Q, QuerySet

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.pemulihan import JENIS
from docservice.akun.peran import Peran
from docservice.antrean.pekerjaan import taruh
from docservice.audit.jurnal import catat
from docservice.audit.models import Jejak
from docservice.pegawai.models import Perpindahan, UnitKerja
from docservice.pegawai.pindah import cocok
from docservice.umum.errors import BelumLengkap, TerlaluSering, TidakBerwenang
from docservice.umum.waktu import jam, tanggal_panjang

JEDA_PEMULIHAN = 15 * 60
"""Seconds between two links to the same person."""


def jejak_peran(orang: Pengguna) -> QuerySet[Jejak]:
    """Everything that happened to this person's roles, newest first."""
    peran = [f"penugasan:{pk}" for pk in Penugasan.objects.filter(pengguna=orang).values_list("pk", flat=True)]
    milik = Q(objek__in=peran) | Q(objek=f"pengguna:{orang.pk}", aksi__startswith="akses.")
    return Jejak.objects.filter(milik).order_by("-nomor")


def sesi_aktif(orang: Pengguna) -> list[UserSession]:
    return list(UserSession.objects.filter(user=orang).order_by("-last_seen_at"))


def sebab_berakhir(peran: Collection[Penugasan]) -> dict[int, str]:
    """By role *Berakhir otomatis … karena mutasi ke …*, for those that a transfer ends or ended; one query for all."""
    pindahan = Perpindahan.objects.filter(pegawai__pengguna__in={satu.pengguna_id for satu in peran})
    semua = list(pindahan.select_related("ke", "pegawai"))
    hasil = {}
    for tugas in peran:
        milik = (satu for satu in semua if satu.pegawai.pengguna_id == tugas.pengguna_id)
        if pindah := next((satu for satu in milik if _mengakhiri(satu, tugas)), None):
            hasil[tugas.pk] = f"Berakhir otomatis {tanggal_panjang(pindah.tmt)} karena mutasi ke {pindah.nama_ke}."
    return hasil


def _mengakhiri(pindah: Perpindahan, tugas: Penugasan) -> bool:
    sesudah = tugas.berlaku_sampai == pindah.tmt - timedelta(days=1)
    nanti = pindah.diterapkan_pada is None and (not tugas.berlaku_sampai or tugas.berlaku_sampai >= pindah.tmt)
    return (sesudah or nanti) and not cocok(tugas.peran, tugas.unit, pindah.ke)


def kosong_sejak(unit: Collection[UnitKerja]) -> dict[int, date]:
    """By unit the day since which nobody holds it as a fasilitator; without those that never had one. One query."""
    pernah = Penugasan.objects.filter(peran=Peran.FASILITATOR).exclude(berlaku_sampai=None).select_related("unit")
    hasil: dict[int, date] = {}
    for tugas, satu in product(pernah.order_by("berlaku_sampai"), unit):
        if tugas.unit and tugas.berlaku_sampai and tugas.unit.mencakup(satu):
            hasil[satu.pk] = tugas.berlaku_sampai + timedelta(days=1)
    return hasil


def kirim_pemulihan(*, by: Pengguna, orang: Pengguna) -> None:
    """A link to the owner's own office mail, as if they had asked; whoever sends it sees and changes nothing."""
    if not by.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Tautan pemulihan dikirim oleh administrator BKPSDMD.")
    if orang.pk == by.pk:
        raise TidakBerwenang("Untuk akun Anda sendiri, pakai Lupa kata sandi di halaman masuk.")
    if not orang.is_active or not orang.surel:
        raise BelumLengkap("Akun ini tidak aktif atau belum mempunyai email dinas, jadi tautan tidak dapat dikirim.")
    if not cache.add(f"pemulihan-dikirim:{orang.pk}", 1, JEDA_PEMULIHAN):
        raise TerlaluSering("Tautan pemulihan baru saja dikirim. Tunggu 15 menit sebelum mengirim lagi.")
    with transaction.atomic():
        jejak = catat("akses.pemulihan_dikirim", by=by, objek=orang)
        taruh(JENIS, orang.pk)
        teks = f"{by.nama} mengirim tautan kata sandi baru ke email dinas Anda, {jam(jejak.waktu)}."
        kabari(orang, teks, kunci=f"pemulihan:{jejak.nomor}", nada="info")
