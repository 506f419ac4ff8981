"""What follows when a person stands in another unit: roles that no longer fit end, upper rooms are told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Penugasan
from docservice.akun.penugasan import akhiri
from docservice.akun.peran import Peran
from docservice.antrean.pekerjaan import Klaim
from docservice.audit.jurnal import catat
from docservice.pegawai.models import Pegawai, Perpindahan, UnitKerja
from docservice.umum.errors import KesalahanDomain

log = logging.getLogger(__name__)
saat_pindah: list[Callable[[Collection[int]], None]] = []
"""Filled by upper rooms, called in the transaction of the change: ids of the people whose unit is another now."""
DI_BKPSDM = frozenset({Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM, Peran.STAF_ARSIP})
"""Roles of the personnel agency's own people (BABEL 8(3); POSO 1-16)."""


def terapkan(perpindahan: Perpindahan) -> None:
    """The move takes place, in the caller's transaction; access follows from the unit at the next request."""
    pegawai = Pegawai.objects.select_for_update().get(pk=perpindahan.pegawai_id)
    pegawai.unit, pegawai.jabatan = perpindahan.ke, perpindahan.jabatan
    pegawai.save(update_fields=["unit", "jabatan"])
    perpindahan.diterapkan_pada = timezone.now()
    perpindahan.save(update_fields=["diterapkan_pada"])
    catat("pegawai.dipindahkan", by=perpindahan.oleh, objek=pegawai, dari=perpindahan.dari_id, ke=perpindahan.ke_id)
    akhiri_peran_tak_cocok(pegawai, perpindahan)
    kabarkan_unit_lain([pegawai.pk])


def kabarkan_unit_lain(pegawai: Collection[int]) -> None:
    """Everything that was derived from these people's unit is derived again."""
    for satu in saat_pindah:
        satu(pegawai)


def akhiri_peran_tak_cocok(pegawai: Pegawai, perpindahan: Perpindahan) -> None:
    """Ends by itself on the day before the move (BABEL 9(6)); the last two administrators cannot be moved away."""
    masih = Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=perpindahan.tmt)
    for tugas in Penugasan.objects.filter(masih, pengguna=pegawai.pengguna_id).select_related("unit"):
        if not cocok(tugas.peran, tugas.unit, pegawai.unit):
            alasan = f"pindah ke {perpindahan.nama_ke}"
            akhiri(by=None, penugasan=tugas, terakhir=perpindahan.tmt - timedelta(days=1), alasan=alasan)


def cocok(peran: str, lingkup: UnitKerja | None, unit: UnitKerja) -> bool:
    """Whether somebody of *unit* can hold *peran* over *lingkup*."""
    if peran in DI_BKPSDM:
        badan = UnitKerja.bkpsdm()
        return badan is not None and badan.mencakup(unit)
    return lingkup is None or lingkup.mencakup(unit)


def terapkan_yang_tiba(subjek: str, klaim: Klaim) -> None:
    """Moves whose day has come. One that cannot take place yet is told to whoever recorded it and tried again."""
    tiba = Perpindahan.objects.filter(diterapkan_pada=None, tmt__lte=timezone.localdate())
    for satu in tiba.select_related("ke", "oleh", "pegawai"):
        try:
            with transaction.atomic():
                terapkan(satu)
        except KesalahanDomain as salah:
            log.warning("perpindahan %s menunggu: %s", satu.pk, salah.kode)
            teks = f"Perpindahan {satu.pegawai.nama} ke {satu.nama_ke} belum diterapkan. {salah.pesan}"
            kabari(satu.oleh, teks[:300], kunci=f"perpindahan:{satu.pk}:{salah.kode}", nada="kembali")
