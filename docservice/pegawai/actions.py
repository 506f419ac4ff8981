"""Verbs on people and units: move a person; form, rename, move, merge and close a unit. All on a decree."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.penugasan import akhiri
from docservice.audit.jurnal import catat
from docservice.pegawai.models import Pegawai, PeristiwaUnit, Perpindahan, UnitKerja
from docservice.pegawai.permissions import check_may_atur_unit, check_may_pindahkan
from docservice.pegawai.pindah import kabarkan_unit_lain, terapkan
from docservice.umum.errors import IsianSalah, SudahBerubah
from docservice.umum.waktu import tanggal_panjang

PALING_JAUH = timedelta(days=366)
"""Ahead of today; a decree for a later day has a wrong year."""
J = PeristiwaUnit.Jenis


@transaction.atomic
def pindahkan(
    *,
    by: Pengguna,
    pegawai: Pegawai,
    unit: UnitKerja,
    tmt: date,
    sk_nomor: str,
    sk_tanggal: date,
    jabatan: str = "",
) -> Perpindahan:
    """To another unit on a decree, at once or on the day it names. Who may see the person follows the unit."""
    check_may_pindahkan(by, pegawai)
    pegawai = Pegawai.objects.select_for_update(of=("self",)).select_related("unit").get(pk=pegawai.pk)
    _periksa_sk(sk_nomor, sk_tanggal)
    _periksa_tujuan(pegawai, unit, tmt)
    perpindahan = Perpindahan.objects.create(
        pegawai=pegawai,
        dari=pegawai.unit,
        ke=unit,
        nama_dari=pegawai.unit.nama,
        nama_ke=unit.nama,
        jabatan_lama=pegawai.jabatan,
        jabatan=jabatan.strip() or pegawai.jabatan,
        tmt=tmt,
        sk_nomor=sk_nomor.strip(),
        sk_tanggal=sk_tanggal,
        oleh=by,
    )
    catat("pegawai.perpindahan_dicatat", by=by, objek=perpindahan, tmt=tmt.isoformat(), sk=perpindahan.sk_nomor)
    if tmt <= timezone.localdate():
        terapkan(perpindahan)
    return perpindahan


def _periksa_sk(nomor: str, tanggal: date) -> None:
    salah = {}
    if not nomor.strip():
        salah["sk_nomor"] = "Nomor SK belum diisi."
    if tanggal > timezone.localdate():
        salah["sk_tanggal"] = "Tanggal SK tidak boleh sesudah hari ini."
    if salah:
        raise IsianSalah.pada(salah)


def _periksa_tujuan(pegawai: Pegawai, unit: UnitKerja, tmt: date) -> None:
    if unit.pk == pegawai.unit_id:
        raise IsianSalah("Pegawai ini sudah di unit itu.", isian={"unit": "Pilih unit lain."})
    if not unit.ada_pada(tmt):
        raise IsianSalah("Unit itu tidak ada pada tanggal itu.", isian={"unit": "Pilih unit yang masih ada."})
    if tmt > timezone.localdate() + PALING_JAUH:
        raise IsianSalah("TMT terlalu jauh di depan.", isian={"tmt": "Periksa tahunnya."})
    terakhir = pegawai.perpindahan.first()
    if terakhir and terakhir.diterapkan_pada is None:
        raise SudahBerubah(f"Pegawai ini sudah akan pindah pada {tanggal_panjang(terakhir.tmt)}.")
    if terakhir and tmt < terakhir.tmt:
        sebab = f"Perpindahan terakhir tercatat {tanggal_panjang(terakhir.tmt)}. Isi tanggal sesudahnya."
        raise IsianSalah("TMT mendahului perpindahan terakhir.", isian={"tmt": sebab})


@transaction.atomic
def bentuk_unit(
    *,
    by: Pengguna,
    nama: str,
    singkatan: str,
    induk: UnitKerja | None,
    sejak: date,
    dasar_nomor: str,
    dasar_tanggal: date,
) -> UnitKerja:
    """A new unit below *induk*."""
    check_may_atur_unit(by)
    nama = _periksa_nama(nama, induk)
    if induk is not None and not induk.ada_pada(sejak):
        raise IsianSalah("Unit induk tidak ada pada tanggal itu.", isian={"induk": "Pilih unit yang masih ada."})
    unit = UnitKerja.objects.create(nama=nama, singkatan=singkatan.strip(), induk=induk, berlaku_dari=sejak)
    _peristiwa(by, unit, J.DIBENTUK, sejak, dasar_nomor, dasar_tanggal, sesudah=nama)
    return unit


def _periksa_nama(nama: str, induk: UnitKerja | None, kecuali: int | None = None) -> str:
    nama = nama.strip()
    if not nama:
        raise IsianSalah("Nama unit belum diisi.", isian={"nama": "Nama unit belum diisi."})
    kembar = UnitKerja.objects.filter(nama__iexact=nama, induk=induk, berlaku_sampai=None)
    if set(kembar.values_list("pk", flat=True)) - {kecuali}:
        raise IsianSalah("Unit dengan nama itu sudah ada.", isian={"nama": "Pilih nama lain."})
    return nama


@transaction.atomic
def ganti_nama_unit(
    *, by: Pengguna, unit: UnitKerja, nama: str, singkatan: str, sejak: date, dasar_nomor: str, dasar_tanggal: date
) -> UnitKerja:
    """The same unit under another name; its past keeps the old one."""
    check_may_atur_unit(by)
    unit = _kunci(unit, sejak)
    lama, unit.nama, unit.singkatan = unit.nama, _periksa_nama(nama, unit.induk, unit.pk), singkatan.strip()
    unit.save(update_fields=["nama", "singkatan"])
    _peristiwa(by, unit, J.BERGANTI_NAMA, sejak, dasar_nomor, dasar_tanggal, sebelum=lama, sesudah=unit.nama)
    kabarkan_unit_lain(_orang(unit))
    return unit


@transaction.atomic
def ganti_induk_unit(
    *, by: Pengguna, unit: UnitKerja, induk: UnitKerja, sejak: date, dasar_nomor: str, dasar_tanggal: date
) -> UnitKerja:
    """The unit with all below it goes under another; a fasilitator of the new parent sees its people from now on."""
    check_may_atur_unit(by)
    unit = _kunci(unit, sejak)
    if unit.mencakup(induk) or induk.pk == unit.induk_id or not induk.ada_pada(sejak):
        raise IsianSalah("Induk itu tidak dapat dipakai.", isian={"induk": "Pilih unit lain yang masih ada."})
    lama = unit.induk.nama if unit.induk else ""
    _letakkan(unit, induk)
    _peristiwa(by, unit, J.BERGANTI_INDUK, sejak, dasar_nomor, dasar_tanggal, sebelum=lama, sesudah=induk.nama)
    kabarkan_unit_lain(_orang(unit))
    return unit


@transaction.atomic
def tutup_unit(
    *, by: Pengguna, unit: UnitKerja, penerus: UnitKerja | None, sejak: date, dasar_nomor: str, dasar_tanggal: date
) -> UnitKerja:
    """The unit ends. Its people and the units below it go to *penerus*; without one it must be empty."""
    check_may_atur_unit(by)
    unit = _kunci(unit, sejak)
    if sejak == unit.berlaku_dari:
        raise IsianSalah("Unit ini baru dibentuk hari itu.", isian={"sejak": "Isi tanggal sesudahnya."})
    orang, anak = list(unit.pegawai.all()), list(unit.anak.filter(berlaku_sampai=None))
    if penerus is None and (orang or anak):
        raise IsianSalah(
            f"Masih ada {len(orang)} pegawai dan {len(anak)} unit di bawahnya.",
            isian={"penerus": "Pilih unit yang menerima mereka."},
        )
    if penerus is not None:
        if unit.mencakup(penerus) or not penerus.ada_pada(sejak):
            raise IsianSalah("Unit penerus tidak dapat dipakai.", isian={"penerus": "Pilih unit yang masih ada."})
        for satu in anak:
            _letakkan(satu, penerus)
            kabarkan_unit_lain(_orang(satu))
        for pegawai in orang:
            pindahkan(by=by, pegawai=pegawai, unit=penerus, tmt=sejak, sk_nomor=dasar_nomor, sk_tanggal=dasar_tanggal)
    _akhiri_peran(unit, sejak)
    unit.berlaku_sampai = sejak - timedelta(days=1)
    unit.save(update_fields=["berlaku_sampai"])
    jenis = J.DIGABUNG if penerus else J.DITUTUP
    sesudah = penerus.nama if penerus else ""
    _peristiwa(by, unit, jenis, sejak, dasar_nomor, dasar_tanggal, sebelum=unit.nama, sesudah=sesudah, ke=penerus)
    return unit


def _akhiri_peran(unit: UnitKerja, sejak: date) -> None:
    """Nobody is anything over a unit that is no more."""
    masih = Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=sejak)
    for tugas in Penugasan.objects.filter(masih, unit=unit):
        akhiri(by=None, penugasan=tugas, terakhir=sejak - timedelta(days=1), alasan=f"{unit.nama} ditutup")


def _kunci(unit: UnitKerja, sejak: date) -> UnitKerja:
    unit = UnitKerja.objects.select_for_update(of=("self",)).select_related("induk").get(pk=unit.pk)
    if unit.berlaku_sampai is not None:
        raise SudahBerubah(f"{unit.nama} sudah ditutup {tanggal_panjang(unit.berlaku_sampai)}.")
    if not unit.berlaku_dari <= sejak <= timezone.localdate():
        sebab = "Isi hari ini atau sebelumnya, tidak mendahului hari unit dibentuk."
        raise IsianSalah("Tanggal berlakunya tidak dapat dipakai.", isian={"sejak": sebab})
    return unit


def _letakkan(unit: UnitKerja, induk: UnitKerja) -> None:
    """Under *induk* with everything below: the paths of the whole subtree."""
    lama, baru = unit.jalur, f"{induk.jalur}{unit.pk}/"
    UnitKerja.objects.filter(pk=unit.pk).update(induk=induk)
    for satu in UnitKerja.objects.select_for_update().filter(jalur__startswith=lama):
        UnitKerja.objects.filter(pk=satu.pk).update(jalur=baru + satu.jalur.removeprefix(lama))
    unit.refresh_from_db()


def _orang(unit: UnitKerja) -> list[int]:
    return list(Pegawai.objects.filter(unit__jalur__startswith=unit.jalur).values_list("pk", flat=True))


def _peristiwa(
    by: Pengguna,
    unit: UnitKerja,
    jenis: str,
    sejak: date,
    dasar_nomor: str,
    dasar_tanggal: date,
    *,
    sebelum: str = "",
    sesudah: str = "",
    ke: UnitKerja | None = None,
) -> None:
    _periksa_dasar(dasar_nomor, dasar_tanggal)
    PeristiwaUnit.objects.create(
        unit=unit,
        jenis=jenis,
        sejak=sejak,
        sebelum=sebelum,
        sesudah=sesudah,
        penerus=ke,
        dasar_nomor=dasar_nomor.strip(),
        dasar_tanggal=dasar_tanggal,
        oleh=by,
    )
    catat(f"unit.{jenis}", by=by, objek=unit, sejak=sejak.isoformat(), dasar=dasar_nomor)


def _periksa_dasar(nomor: str, tanggal: date) -> None:
    if not nomor.strip():
        raise IsianSalah("Dasar hukum belum diisi.", isian={"dasar_nomor": "Nomor peraturan atau keputusannya."})
    if tanggal > timezone.localdate():
        raise IsianSalah("Dasar hukum bertanggal besok.", isian={"dasar_tanggal": "Tidak boleh sesudah hari ini."})
