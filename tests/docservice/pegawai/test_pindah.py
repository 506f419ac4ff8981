"""A person moves: access, roles and search follow at once; the past stays. A unit changes: so do all below it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from docservice.akun.models import Kabar, Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import Klaim, jalankan_semua
from docservice.arsip.pencarian import cari
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.models import Dokumen, PesanIndeks
from docservice.dokumen.permissions import ambil_dokumen
from docservice.pegawai import actions
from docservice.pegawai.models import Pegawai, PeristiwaUnit, Perpindahan, UnitKerja
from docservice.pegawai.pindah import terapkan_yang_tiba
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.dokumen.alat import dokumen
from tests.docservice.factories import PenugasanFactory

pytestmark = pytest.mark.django_db
ADMIN, LAMA, BARU, ORANG = 5, 15, 7, 13
"""15 is fasilitator of Bappeda, 7 of Disdik; 13 moves from one to the other."""


def unit(singkatan: str) -> UnitKerja:
    return UnitKerja.objects.get(singkatan=singkatan)


def pindah(kantor: KantorUji, ke: str = "DISDIK", nomor: int = ORANG, oleh: int = ADMIN, **lain: Any) -> Perpindahan:
    isi: dict[str, Any] = {
        "unit": unit(ke),
        "tmt": timezone.localdate(),
        "sk_nomor": "821/77/2026",
        "sk_tanggal": date(2026, 11, 1),
    }
    return actions.pindahkan(by=kantor.akun(oleh), pegawai=kantor.orang(nomor), **(isi | lain))


def terlihat(pengguna: Pengguna, satu: Dokumen) -> tuple[bool, bool, int]:
    """By rows, by search, and as search counts."""
    hasil = cari(pengguna, "", limit=100)
    rows = Dokumen.objects.visible_to(pengguna).filter(pk=satu.pk).exists()
    return rows, satu.pk in {t.dokumen.pk for t in hasil.temuan}, hasil.jumlah


@pytest.mark.syarat("POSO-4-j", "POSO-1-15", "BABEL-9-6")
def test_access_and_search_follow_the_person_at_once(kantor_contoh: KantorUji):
    satu = dokumen(kantor_contoh, ORANG, "T")
    bangun_ulang()
    assert terlihat(kantor_contoh.akun(LAMA), satu) == (True, True, 1)
    assert terlihat(kantor_contoh.akun(BARU), satu) == (False, False, 0)
    pindah(kantor_contoh)
    assert PesanIndeks.objects.filter(dokumen=satu.pk).exists()
    jalankan_semua()
    assert terlihat(kantor_contoh.akun(LAMA), satu) == (False, False, 0)
    assert terlihat(kantor_contoh.akun(BARU), satu) == (True, True, 1)
    with pytest.raises(Http404):
        ambil_dokumen(kantor_contoh.akun(LAMA), satu.pk)
    facet = {p.label for p in cari(kantor_contoh.akun(ADMIN), "", limit=10).saringan["unit"]}
    assert facet == {unit("DISDIK").nama}


def test_even_before_the_index_is_written_nothing_is_shown_to_the_old_office(kantor_contoh: KantorUji):
    satu = dokumen(kantor_contoh, ORANG, "T")
    bangun_ulang()
    pindah(kantor_contoh)
    assert not cari(kantor_contoh.akun(LAMA), "", limit=10).temuan
    assert satu.pk


def test_the_past_unit_stays_with_the_name_it_had(kantor_contoh: KantorUji):
    pindah(kantor_contoh, jabatan="Analis Pendidikan")
    baris = Perpindahan.objects.get()
    assert (baris.nama_dari, baris.nama_ke) == (unit("BAPPEDA").nama, unit("DISDIK").nama)
    orang = kantor_contoh.orang(ORANG)
    assert (orang.unit, orang.jabatan) == (unit("DISDIK"), "Analis Pendidikan")
    assert orang.unit_pada(timezone.localdate() - timedelta(days=1)) == unit("BAPPEDA")
    assert orang.unit_pada(timezone.localdate()) == unit("DISDIK")


def test_roles_over_the_old_unit_end_and_others_stay(kantor_contoh: KantorUji):
    PenugasanFactory.create(pengguna=kantor_contoh.akun(LAMA), peran=Peran.PEJABAT)
    pindah(kantor_contoh, "DINSOS", LAMA)
    akun = kantor_contoh.akun(LAMA)
    assert not akun.berperan(Peran.FASILITATOR)
    assert akun.berperan(Peran.PEJABAT)


def test_a_move_inside_the_office_keeps_its_fasilitator(kantor_contoh: KantorUji):
    pindah(kantor_contoh, "SMAN1", BARU)
    assert kantor_contoh.akun(BARU).berperan(Peran.FASILITATOR)


def test_a_move_on_a_later_day_waits_for_it(kantor_contoh: KantorUji):
    besok = timezone.localdate() + timedelta(days=1)
    baris = pindah(kantor_contoh, tmt=besok)
    assert kantor_contoh.orang(ORANG).unit == unit("BAPPEDA")
    with pytest.raises(SudahBerubah, match="sudah akan pindah"):
        pindah(kantor_contoh)
    terapkan_yang_tiba("", Klaim(Job(), "uji"))
    assert kantor_contoh.orang(ORANG).unit == unit("BAPPEDA")
    Perpindahan.objects.filter(pk=baris.pk).update(tmt=timezone.localdate())
    terapkan_yang_tiba("", Klaim(Job(), "uji"))
    assert kantor_contoh.orang(ORANG).unit == unit("DISDIK")


def test_a_waiting_move_that_cannot_take_place_is_told_to_whoever_recorded_it(kantor_contoh: KantorUji):
    baris = pindah(kantor_contoh, "BAPPEDA", 6, tmt=timezone.localdate() + timedelta(days=1))
    Penugasan.objects.filter(pengguna=kantor_contoh.akun(4), peran=Peran.ADMINISTRATOR).delete()
    Perpindahan.objects.filter(pk=baris.pk).update(tmt=timezone.localdate())
    for _ in range(2):
        terapkan_yang_tiba("", Klaim(Job(), "uji"))
    assert kantor_contoh.orang(6).unit == unit("BID_DATA")
    assert Kabar.objects.filter(pengguna=kantor_contoh.akun(ADMIN), teks__contains="belum diterapkan").count() == 1


@pytest.mark.parametrize("oleh", [1, 2, 7, 13, 15])
def test_only_administrators_move_people(kantor_contoh: KantorUji, oleh: int):
    with pytest.raises(TidakBerwenang):
        pindah(kantor_contoh, nomor=14, oleh=oleh)


def test_an_administrator_does_not_move_themselves(kantor_contoh: KantorUji):
    with pytest.raises(TidakBerwenang, match="administrator lain"):
        pindah(kantor_contoh, nomor=ADMIN)


@pytest.mark.parametrize(
    ("lain", "isian"),
    [
        ({"sk_nomor": " "}, "sk_nomor"),
        ({"sk_tanggal": date(2030, 1, 1)}, "sk_tanggal"),
        ({"tmt": date(2040, 1, 1)}, "tmt"),
        ({"ke": "BAPPEDA"}, "unit"),
    ],
)
def test_a_move_that_cannot_be_right_is_refused_at_its_field(kantor_contoh: KantorUji, lain: Any, isian: str):
    with pytest.raises(IsianSalah) as tolakan:
        pindah(kantor_contoh, **lain)
    assert isian in tolakan.value.isian
    assert not Perpindahan.objects.exists()


def test_a_move_is_not_dated_before_the_last_one(kantor_contoh: KantorUji):
    pindah(kantor_contoh)
    with pytest.raises(IsianSalah) as tolakan:
        pindah(kantor_contoh, "DINSOS", tmt=timezone.localdate() - timedelta(days=5))
    assert "tmt" in tolakan.value.isian


# --- units ------------------------------------------------------------------------------------------------------


def dasar(**lain: Any) -> dict[str, Any]:
    isi: dict[str, Any] = {
        "sejak": timezone.localdate(),
        "dasar_nomor": "Pergub 7 Tahun 2026",
        "dasar_tanggal": date(2026, 10, 1),
    }
    return isi | lain


def test_a_unit_under_another_takes_its_whole_subtree_and_its_papers_along(kantor_contoh: KantorUji):
    satu = dokumen(kantor_contoh, 12, "T")  # a nurse of the hospital below Dinkes
    bangun_ulang()
    actions.ganti_induk_unit(by=kantor_contoh.akun(ADMIN), unit=unit("DINKES"), induk=unit("DISDIK"), **dasar())
    jalankan_semua()
    assert unit("DISDIK").mencakup(unit("RSUD"))
    assert unit("RSUD").jalur == f"{unit('DINKES').jalur}{unit('RSUD').pk}/"
    assert terlihat(kantor_contoh.akun(BARU), satu) == (True, True, 1)
    assert PeristiwaUnit.objects.get().sesudah == unit("DISDIK").nama


@pytest.mark.syarat("POSO-1-15")
def test_a_renamed_unit_keeps_its_old_name_in_its_history_and_is_found_by_the_new(kantor_contoh: KantorUji):
    dokumen(kantor_contoh, ORANG, "T")
    bangun_ulang()
    lama = unit("BAPPEDA").nama
    actions.ganti_nama_unit(
        by=kantor_contoh.akun(ADMIN), unit=unit("BAPPEDA"), nama="Bapperida", singkatan="BAPPERIDA", **dasar()
    )
    jalankan_semua()
    peristiwa = PeristiwaUnit.objects.get()
    assert (peristiwa.sebelum, peristiwa.sesudah) == (lama, "Bapperida")
    assert {p.label for p in cari(kantor_contoh.akun(ADMIN), "", limit=1).saringan["unit"]} == {"Bapperida"}


@pytest.mark.syarat("POSO-1-15")
def test_a_merged_unit_hands_over_people_and_units_and_ends_roles_over_it(kantor_contoh: KantorUji):
    tutup, penerus = unit("DISDIK"), unit("DINSOS")
    orang = list(Pegawai.objects.filter(unit=tutup).values_list("pk", flat=True))
    actions.tutup_unit(by=kantor_contoh.akun(ADMIN), unit=tutup, penerus=penerus, **dasar())
    tutup.refresh_from_db()
    assert tutup.berlaku_sampai == timezone.localdate() - timedelta(days=1)
    assert set(Pegawai.objects.filter(pk__in=orang).values_list("unit", flat=True)) == {penerus.pk}
    assert unit("SMAN1").induk == penerus
    assert not kantor_contoh.akun(7).berperan(Peran.FASILITATOR)
    assert Perpindahan.objects.filter(dari=tutup).count() == len(orang)
    with pytest.raises(IsianSalah):
        pindah(kantor_contoh, "DISDIK")


def test_a_unit_with_people_is_not_closed_without_a_successor(kantor_contoh: KantorUji):
    with pytest.raises(IsianSalah) as tolakan:
        actions.tutup_unit(by=kantor_contoh.akun(ADMIN), unit=unit("DISHUB"), penerus=None, **dasar())
    assert "penerus" in tolakan.value.isian


def test_a_unit_goes_under_no_unit_of_its_own(kantor_contoh: KantorUji):
    for induk in ("RSUD", "DINKES", "PROV"):  # below it, itself, where it stands already
        with pytest.raises(IsianSalah):
            actions.ganti_induk_unit(by=kantor_contoh.akun(ADMIN), unit=unit("DINKES"), induk=unit(induk), **dasar())


def test_a_new_unit_stands_in_the_tree_from_its_day(kantor_contoh: KantorUji):
    isi = dasar(nama="UPTD Arsip", singkatan="UPTDA", induk=unit("BKPSDMD"))
    baru = actions.bentuk_unit(by=kantor_contoh.akun(ADMIN), **isi)
    assert unit("BKPSDMD").mencakup(baru)
    with pytest.raises(IsianSalah) as tolakan:
        actions.bentuk_unit(by=kantor_contoh.akun(ADMIN), **isi)
    assert "nama" in tolakan.value.isian


@pytest.mark.parametrize("oleh", [1, 2, 7, 13])
def test_only_administrators_change_the_tree(kantor_contoh: KantorUji, oleh: int):
    akun = kantor_contoh.akun(oleh)
    with pytest.raises(TidakBerwenang):
        actions.tutup_unit(by=akun, unit=unit("DISHUB"), penerus=unit("DINSOS"), **dasar())
    with pytest.raises(TidakBerwenang):
        actions.ganti_induk_unit(by=akun, unit=unit("DISHUB"), induk=unit("DINSOS"), **dasar())
    with pytest.raises(TidakBerwenang):
        actions.ganti_nama_unit(by=akun, unit=unit("DISHUB"), nama="x", singkatan="", **dasar())
    with pytest.raises(TidakBerwenang):
        actions.bentuk_unit(by=akun, nama="x", singkatan="", induk=unit("DISHUB"), **dasar())


@pytest.mark.parametrize(
    "lain", [{"dasar_nomor": " "}, {"dasar_tanggal": date(2030, 1, 1)}, {"sejak": date(2030, 1, 1)}]
)
def test_a_change_of_a_unit_rests_on_a_rule_and_a_day_that_has_come(kantor_contoh: KantorUji, lain: dict[str, Any]):
    with pytest.raises(IsianSalah):
        actions.ganti_nama_unit(
            by=kantor_contoh.akun(ADMIN), unit=unit("DISHUB"), nama="Dishub", singkatan="D", **dasar(**lain)
        )
    assert not PeristiwaUnit.objects.exists()
