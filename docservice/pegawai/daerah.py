"""The region's own row and the letterheads of its units: what every letter prints."""

from __future__ import annotations

from django.db import transaction

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.pegawai.models import Daerah, UnitKerja
from docservice.pegawai.permissions import check_may_atur_unit
from docservice.umum.errors import IsianSalah, SudahBerubah

BIDANG = ("nama", "jabatan_kepala", "tempat", "singkatan_bkpsdm", "kanreg_bkn")


@transaction.atomic
def atur_daerah(*, by: Pengguna, **isi: str) -> Daerah:
    """Change the region's settings; letters that are issued keep what they printed.

    The personnel agency is found by its abbreviation, so that must be one unit's.
    """
    check_may_atur_unit(by)
    daerah = Daerah.objects.select_for_update().filter(pk=1).first() or Daerah(pk=1)
    bersih = {nama: isi[nama].strip() for nama in BIDANG if nama in isi}
    if kosong := {nama: "Belum diisi." for nama, nilai in bersih.items() if not nilai}:
        raise IsianSalah.pada(kosong)
    berubah = sorted(nama for nama, nilai in bersih.items() if getattr(daerah, nama) != nilai)
    if "singkatan_bkpsdm" in berubah:
        _periksa_badan(bersih["singkatan_bkpsdm"])
    for nama in berubah:
        setattr(daerah, nama, bersih[nama])
    if berubah:
        daerah.save()
        catat("daerah.diubah", by=by, objek=daerah, bidang=berubah)
    return daerah


def _periksa_badan(singkatan: str) -> None:
    if UnitKerja.objects.filter(singkatan=singkatan, berlaku_sampai=None).count() != 1:
        kalimat = "Tidak ada tepat satu unit dengan singkatan itu. Ganti dahulu singkatan unitnya di Susunan unit."
        raise IsianSalah(kalimat, isian={"singkatan_bkpsdm": kalimat})


@transaction.atomic
def atur_kop(*, by: Pengguna, unit: UnitKerja, alamat: str, kontak: str) -> UnitKerja:
    """What the unit's letters carry under its name; no decree is needed for a new telephone."""
    check_may_atur_unit(by)
    unit = UnitKerja.objects.select_for_update().get(pk=unit.pk)
    if unit.berlaku_sampai is not None:
        raise SudahBerubah(f"{unit.nama} sudah ditutup.")
    unit.alamat, unit.kontak = alamat.strip(), kontak.strip()
    unit.save(update_fields=["alamat", "kontak"])
    catat("unit.kop_diatur", by=by, objek=unit)
    return unit
