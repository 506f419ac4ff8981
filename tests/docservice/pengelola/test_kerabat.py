"""Nobody decides on roles or accounts of their family, nor notes what BKN calls their family's rows (Law 9, B.2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from docservice.akun.actions import lepas_faktor, nonaktifkan
from docservice.akun.models import Kabar, Penugasan
from docservice.akun.peran import Peran
from docservice.pengelola import actions, pembekuan, peninjauan
from docservice.pengelola.models import ButirPeninjauan, Pembekuan, Pengangkatan, Peninjauan
from docservice.pengelola.permissions import check_may_mengetahui
from docservice.riwayat.kerabat import check_bukan_akun_kerabat
from docservice.riwayat.siasn import catat_siasn
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.pengelola.alat import (
    ADMIN,
    ADMIN_LAIN,
    CALON,
    FASILITATOR,
    KABAN,
    KEPALA,
    keputusan,
    peran,
    unit,
    usul,
)
from tests.docservice.pengelola.test_beku import beku
from tests.docservice.riwayat.alat import suami_istri
from tests.docservice.riwayat.alat import usulan as usulan_riwayat

pytestmark = pytest.mark.django_db
KELUARGA = "keluarga sendiri"
Kerja = Callable[[KantorUji, int], object]


def tunjuk(kantor: KantorUji, oleh: int) -> object:
    isi = {**keputusan(kantor), "dari": timezone.localdate()}
    calon, peran_baru = kantor.orang(CALON), Peran.ATASAN
    return actions.tunjuk(by=kantor.akun(oleh), pegawai=calon, peran=peran_baru, unit=unit("BAPPEDA"), **isi)


def akhiri(kantor: KantorUji, oleh: int) -> object:
    tugas = PenugasanFactory.create(pengguna=kantor.akun(CALON), peran=Peran.STAF_ARSIP)
    hari_ini = timezone.localdate()
    return actions.akhiri(by=kantor.akun(oleh), penugasan=tugas, terakhir=hari_ini, alasan="Pindah.")


def tinjau(kantor: KantorUji, oleh: int) -> object:
    satu = Pengangkatan.objects.first() or usul(kantor)
    return actions.tinjau(by=kantor.akun(oleh), pengangkatan=satu)


def putuskan(kantor: KantorUji, oleh: int) -> object:
    tugas = PenugasanFactory.create(pengguna=kantor.akun(CALON), peran=Peran.STAF_ARSIP)
    satu = Peninjauan.objects.create(nama="I", batas=timezone.localdate(), oleh=kantor.akun(ADMIN))
    butir = ButirPeninjauan.objects.create(peninjauan=satu, penugasan=tugas)
    return peninjauan.putuskan(by=kantor.akun(oleh), butir=butir, putusan="tetap")


def tutup_akun(kantor: KantorUji, oleh: int) -> object:
    return nonaktifkan(by=kantor.akun(oleh), pengguna=kantor.akun(CALON), alasan="Pensiun.")


def lepas(kantor: KantorUji, oleh: int) -> object:
    return lepas_faktor(by=kantor.akun(oleh), pengguna=kantor.akun(CALON), alasan="Ponsel hilang.")


def siasn(kantor: KantorUji, oleh: int) -> object:
    return catat_siasn(
        by=kantor.akun(oleh), riwayat=usulan_riwayat(kantor, "divalidasi_admin"), siasn_id="A5EB03E2401DF6A0"
    )


@pytest.mark.parametrize("kerja", [tunjuk, akhiri, tinjau, putuskan, tutup_akun, lepas, siasn])
@pytest.mark.parametrize("arah", [(ADMIN, CALON), (CALON, ADMIN)])
def test_an_administrator_leaves_their_family_to_another(kantor: KantorUji, kerja: Kerja, arah: tuple[int, int]):
    suami_istri(kantor, *arah)
    with pytest.raises(TidakBerwenang, match=KELUARGA):
        kerja(kantor, ADMIN)
    kerja(kantor, ADMIN_LAIN)


def test_a_head_does_not_propose_their_family(kantor: KantorUji):
    suami_istri(kantor, CALON, KEPALA)
    with pytest.raises(TidakBerwenang, match=KELUARGA):
        usul(kantor)


def test_a_freeze_is_neither_set_nor_lifted_nor_held_nor_known_by_family(kantor: KantorUji):
    suami_istri(kantor, FASILITATOR, ADMIN)
    with pytest.raises(TidakBerwenang, match=KELUARGA):
        beku(kantor)
    satu = beku(kantor, oleh=ADMIN_LAIN, pengganti=kantor.akun(4))
    suami_istri(kantor, KEPALA, FASILITATOR)
    with pytest.raises(TidakBerwenang, match=KELUARGA):
        check_may_mengetahui(kantor.akun(KEPALA), satu)
    Pembekuan.objects.filter(pk=satu.pk).update(status="menunggu_pencabutan")
    with pytest.raises(TidakBerwenang, match=KELUARGA):
        pembekuan.cabut(by=kantor.akun(ADMIN), pembekuan=satu)
    assert pembekuan.cabut(by=kantor.akun(ADMIN_LAIN), pembekuan=satu).status == "dicabut"


def test_a_queue_is_not_given_to_the_family_of_who_freezes(kantor: KantorUji):
    suami_istri(kantor, ADMIN, ADMIN_LAIN)
    with pytest.raises(TidakBerwenang, match=KELUARGA):
        beku(kantor)


def test_whoever_appoints_by_two_roles_is_told_of_a_review_once(kantor: KantorUji):
    PenugasanFactory.create(pengguna=kantor.akun(KABAN), peran=Peran.ADMINISTRATOR)
    peninjauan.mulai(by=kantor.akun(ADMIN), nama="Semester II", batas=timezone.localdate() + timedelta(days=9))
    for nomor in (KABAN, ADMIN):
        assert Kabar.objects.filter(pengguna=kantor.akun(nomor), kunci__startswith="peninjauan:").count() == 1


def test_who_comes_second_is_told_who_was_quicker_and_when(kantor: KantorUji):
    nama, lain = kantor.akun(ADMIN).nama, kantor.akun(ADMIN_LAIN)
    putuskan(kantor, ADMIN)
    butir = ButirPeninjauan.objects.get()
    tugas = peran(kantor, FASILITATOR)
    satu = beku(kantor)
    usulan = actions.tinjau(by=kantor.akun(ADMIN), pengangkatan=usul(kantor))
    nonaktifkan(by=kantor.akun(ADMIN), pengguna=kantor.akun(14), alasan="Pensiun.")
    kedua: dict[str, Callable[[], Any]] = {
        "sudah dijawab": lambda: peninjauan.putuskan(by=lain, butir=butir, putusan="tetap"),
        "sudah dibekukan": lambda: pembekuan.bekukan(
            by=lain, penugasan=tugas, temuan="Lalai.", bukti="BA", pengganti=kantor.akun(4)
        ),
        "“Akses dibekukan” sejak": lambda: pembekuan.cabut(by=lain, pembekuan=satu),
        "“Ditinjau BKPSDMD” sejak": lambda: actions.tinjau(by=lain, pengangkatan=usulan),
        "sudah dinonaktifkan": lambda: nonaktifkan(by=lain, pengguna=kantor.akun(14), alasan="Pensiun."),
    }
    for kata, kerja in kedua.items():
        with pytest.raises(SudahBerubah, match=kata) as salah:
            kerja()
        assert f"oleh {nama}" in salah.value.pesan, kata
        assert "WIB" in salah.value.pesan, kata
    assert Penugasan.objects.filter(pk=tugas.pk, dibekukan=True).exists()


def test_asking_leaves_the_person_as_they_are(kantor: KantorUji):
    orang = kantor.akun(CALON)
    check_bukan_akun_kerabat(kantor.akun(ADMIN), orang)
    assert orang.pegawai.unit == kantor.orang(CALON).unit, "a page shows them afterwards"
