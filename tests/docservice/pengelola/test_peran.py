"""Roles given and ended on a decree; nobody for themselves; two administrators remain (B.2, POSO 7(3)c)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from docservice.akun.models import Kabar, Penugasan
from docservice.akun.penugasan import DUA_ADMINISTRATOR
from docservice.akun.peran import Peran
from docservice.audit.models import Jejak
from docservice.pegawai.actions import pindahkan
from docservice.pengelola import actions
from docservice.pengelola.models import Pengangkatan
from docservice.pengelola.status import StatusPengangkatan
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from docservice.umum.waktu import tanggal_panjang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.pengelola.alat import ADMIN, ADMIN_LAIN, KABAN, keputusan, peran, unit

pytestmark = pytest.mark.django_db
HARI_INI = timezone.localdate


def tunjuk(kantor: KantorUji, nomor: int, kode: str, oleh: int = ADMIN, **lain: Any) -> Pengangkatan:
    isi: dict[str, Any] = {"pegawai": kantor.orang(nomor), "peran": kode, "unit": None, "dari": HARI_INI()}
    return actions.tunjuk(by=kantor.akun(oleh), **(isi | keputusan(kantor) | lain))


def akhiri(kantor: KantorUji, tugas: Penugasan, oleh: int = ADMIN, **lain: Any) -> Penugasan:
    isi: dict[str, Any] = {"terakhir": HARI_INI() - timedelta(days=1), "alasan": "SK pemberhentian 9/2026"}
    return actions.akhiri(by=kantor.akun(oleh), penugasan=tugas, **(isi | lain))


@pytest.mark.syarat("POSO-9-1a", "BABEL-27-2a")
def test_a_role_on_a_decree_is_in_force_at_once_and_its_file_is_on_record(kantor: KantorUji):
    satu = tunjuk(kantor, 14, Peran.KEPALA_PD, unit=unit("DINSOS"))
    assert satu.status == StatusPengangkatan.AKTIF
    assert kantor.akun(14).berperan(Peran.KEPALA_PD)
    assert satu.surat is not None
    assert satu.surat.berkas is not None
    assert satu.surat.berkas.jenis_id == "SK_PENGELOLA"
    akhiri(kantor, peran(kantor, 14, Peran.KEPALA_PD))
    assert not kantor.akun(14).berperan(Peran.KEPALA_PD)
    assert {"peran.diberikan", "peran.diakhiri"} <= set(Jejak.objects.values_list("aksi", flat=True))


@pytest.mark.syarat("POSO-7-3c", "BABEL-8-3", "POSO-1-16")
def test_administrators_are_appointed_by_the_head_and_wait_for_their_pledge(kantor: KantorUji):
    with pytest.raises(TidakBerwenang, match="Kepala BKPSDMD"):
        tunjuk(kantor, 2, Peran.ADMINISTRATOR)
    Penugasan.objects.filter(pengguna=kantor.akun(6), peran=Peran.ADMINISTRATOR).delete()
    satu = tunjuk(kantor, 6, Peran.ADMINISTRATOR, oleh=KABAN)
    assert satu.status == StatusPengangkatan.DITETAPKAN
    assert not kantor.akun(6).berperan(Peran.ADMINISTRATOR)


@pytest.mark.syarat("BABEL-8-3", "POSO-1-16")
def test_somebody_of_another_office_is_no_administrator(kantor: KantorUji):
    with pytest.raises(IsianSalah, match="bukan dari BKPSDMD"):
        tunjuk(kantor, 9, Peran.ADMINISTRATOR, oleh=KABAN)


@pytest.mark.syarat("POSO-7-3c")
def test_nobody_appoints_or_ends_themselves(kantor: KantorUji):
    with pytest.raises(TidakBerwenang, match="orang lain"):
        tunjuk(kantor, ADMIN, Peran.STAF_ARSIP)
    PenugasanFactory.create(pengguna=kantor.akun(ADMIN), peran=Peran.STAF_ARSIP)
    with pytest.raises(TidakBerwenang, match="orang lain"):
        akhiri(kantor, peran(kantor, ADMIN, Peran.STAF_ARSIP))


@pytest.mark.parametrize("oleh", [1, 2, 7, 13, 15])
def test_nobody_else_gives_a_role(kantor: KantorUji, oleh: int):
    with pytest.raises(TidakBerwenang):
        tunjuk(kantor, 14, Peran.KEPALA_PD, oleh=oleh, unit=unit("DINSOS"))
    assert not kantor.akun(14).berperan(Peran.KEPALA_PD)


@pytest.mark.parametrize("kode", [Peran.FASILITATOR, Peran.PEGAWAI])
def test_a_fasilitator_is_not_given_past_the_proposal(kantor: KantorUji, kode: str):
    with pytest.raises(IsianSalah, match="tidak diberikan di sini"):
        tunjuk(kantor, 13, kode, unit=unit("BAPPEDA"))


def test_two_administrators_always_remain(kantor: KantorUji):
    akhiri(kantor, peran(kantor, 4, Peran.ADMINISTRATOR), oleh=KABAN)
    for nomor in (5, 6):
        with pytest.raises(SudahBerubah) as tolakan:
            akhiri(kantor, peran(kantor, nomor, Peran.ADMINISTRATOR), oleh=KABAN)
        assert tolakan.value.pesan == DUA_ADMINISTRATOR
    assert kantor.akun(5).berperan(Peran.ADMINISTRATOR)


def test_an_administrator_without_an_active_account_does_not_count(kantor: KantorUji):
    akun = kantor.akun(4)
    akun.is_active = False
    akun.save()
    with pytest.raises(SudahBerubah):
        akhiri(kantor, peran(kantor, 6, Peran.ADMINISTRATOR), oleh=KABAN)


def test_the_last_but_one_administrator_is_not_moved_away_either(kantor: KantorUji):
    akhiri(kantor, peran(kantor, 4, Peran.ADMINISTRATOR), oleh=KABAN)
    isi: dict[str, Any] = {"unit": unit("BAPPEDA"), "tmt": HARI_INI(), "sk_nomor": "1", "sk_tanggal": date(2026, 11, 1)}
    with pytest.raises(SudahBerubah, match="dua administrator"):
        pindahkan(by=kantor.akun(ADMIN), pegawai=kantor.orang(ADMIN_LAIN), **isi)
    assert kantor.orang(ADMIN_LAIN).unit.singkatan == "BID_DATA"


def test_a_role_ends_once_and_with_a_reason(kantor: KantorUji):
    tugas = peran(kantor, 7)
    with pytest.raises(BelumLengkap):
        akhiri(kantor, tugas, alasan=" ")
    akhiri(kantor, tugas)
    with pytest.raises(SudahBerubah):
        akhiri(kantor, tugas)


def test_a_role_taken_back_on_its_first_day_opens_nothing_and_stays_on_record(kantor: KantorUji):
    tunjuk(kantor, 14, Peran.KEPALA_PD, unit=unit("DINSOS"))
    tugas = akhiri(kantor, peran(kantor, 14, Peran.KEPALA_PD))
    assert tugas.gugur
    assert not kantor.akun(14).berperan(Peran.KEPALA_PD)
    assert Pengangkatan.objects.get(penugasan=tugas).status == StatusPengangkatan.BERAKHIR


@pytest.mark.parametrize(
    ("lain", "isian"),
    [
        ({"sk_nomor": " "}, "sk_nomor"),
        ({"sk_tanggal": date(2030, 1, 1)}, "sk_tanggal"),
        ({"sampai": date(2020, 1, 1)}, "sampai"),
        ({"unit": None}, "unit"),
    ],
)
def test_what_is_wrong_is_named_at_its_field(kantor: KantorUji, lain: dict[str, Any], isian: str):
    with pytest.raises(IsianSalah) as tolakan:
        tunjuk(kantor, 14, Peran.KEPALA_PD, **({"unit": unit("DINSOS")} | lain))
    assert isian in tolakan.value.isian
    assert not Pengangkatan.objects.filter(status=StatusPengangkatan.AKTIF).exists()


def test_the_same_role_is_not_held_twice_at_a_time(kantor: KantorUji):
    tunjuk(kantor, 14, Peran.KEPALA_PD, unit=unit("DINSOS"))
    with pytest.raises(SudahBerubah, match="sudah memegang"):
        tunjuk(kantor, 14, Peran.KEPALA_PD, unit=unit("DINSOS"))


@pytest.mark.parametrize(("hari", "kata"), [(0, "hari ini"), (-1, tanggal_panjang(HARI_INI() - timedelta(days=1)))])
def test_whoever_held_it_is_told_that_it_ended(kantor: KantorUji, hari: int, kata: str):
    tugas = peran(kantor, 15, Peran.FASILITATOR)
    akhiri(kantor, tugas, terakhir=HARI_INI() + timedelta(days=hari))
    kabar = Kabar.objects.get(pengguna=kantor.akun(15), kunci__startswith=f"peran:{tugas.pk}:akhir")
    assert kabar.teks == f"Tugas fasilitator Anda berakhir {kata}. Terima kasih atas pekerjaan Anda."
