"""Negligence freezes the unit's management access until the letter is signed and known (BABEL 9(7))."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.akun.penugasan import akhiri
from docservice.akun.peran import Peran
from docservice.antrean.pekerjaan import Klaim
from docservice.dokumen.akses import token_dokumen, token_pengguna
from docservice.dokumen.models import Dokumen
from docservice.naskah.status import StatusNaskah
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pengelola import pembekuan, peninjauan
from docservice.pengelola.models import ButirPeninjauan, Pembekuan
from docservice.pengelola.status import StatusPembekuan, StatusPengangkatan
from docservice.pengelola.surat_kesanggupan import siapkan_kesanggupan
from docservice.riwayat.permissions import check_fasilitator_dari
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import DokumenFactory, PenugasanFactory, UnitKerjaFactory
from tests.docservice.pengelola.alat import (
    ADMIN,
    ADMIN_LAIN,
    CALON,
    FASILITATOR,
    KABAN,
    KEPALA,
    aktif,
    peran,
    segar,
    teken,
    unit,
)

pytestmark = pytest.mark.django_db
S = StatusPembekuan


def beku(kantor: KantorUji, oleh: int = ADMIN, **lain: Any) -> Pembekuan:
    isi: dict[str, Any] = {
        "penugasan": peran(kantor, FASILITATOR),
        "temuan": "Empat puluh berkas menunggu lebih dari sepuluh hari.",
        "bukti": "Daftar antrean 2 November 2026",
        "pengganti": kantor.akun(ADMIN_LAIN),
    }
    return pembekuan.bekukan(by=kantor.akun(oleh), **(isi | lain))


def surat(kantor: KantorUji, satu: Pembekuan) -> Pembekuan:
    """The fasilitator signs the statement of readiness."""
    teken(kantor, FASILITATOR, siapkan_kesanggupan(by=kantor.akun(FASILITATOR), pembekuan=satu))
    return Pembekuan.objects.select_related("pernyataan__naskah__dokumen").get(pk=satu.pk)


@pytest.mark.syarat("BABEL-9-7")
def test_freeze_statement_note_and_lifting(kantor: KantorUji):
    satu = beku(kantor)
    assert not kantor.akun(FASILITATOR).berperan(Peran.FASILITATOR)
    with pytest.raises(TidakBerwenang):
        check_fasilitator_dari(kantor.akun(FASILITATOR), kantor.orang(CALON))
    check_fasilitator_dari(kantor.akun(ADMIN_LAIN), kantor.orang(CALON))  # the queue has somebody
    satu = surat(kantor, satu)
    assert satu.status == S.DINYATAKAN
    assert satu.pernyataan is not None
    assert "menunggu Anda ketahui" in Kabar.objects.filter(pengguna=kantor.akun(KEPALA)).latest("pk").teks
    sidik = satu.pernyataan.sha256
    satu = pembekuan.ketahui(by=kantor.akun(KEPALA), pembekuan=satu, sha256=sidik)
    assert not kantor.akun(FASILITATOR).berperan(Peran.FASILITATOR), "the administrator lifts it"
    satu = pembekuan.cabut(by=kantor.akun(ADMIN), pembekuan=satu)
    assert satu.status == S.DICABUT
    assert kantor.akun(FASILITATOR).berperan(Peran.FASILITATOR)
    with pytest.raises(TidakBerwenang):
        check_fasilitator_dari(kantor.akun(ADMIN_LAIN), kantor.orang(CALON))


@pytest.mark.syarat("BABEL-9-7")
def test_employees_keep_their_own_pages_while_their_unit_is_frozen(kantor: KantorUji, client: Any):
    beku(kantor)
    client.force_login(kantor.akun(CALON), backend="docservice.akun.backends.NipAtauSurelBackend")
    assert client.get("/arsip-saya/").status_code in (200, 301, 302)
    assert client.get("/riwayat/").status_code == 200


@pytest.mark.parametrize("oleh", [KEPALA, FASILITATOR, CALON, KABAN, 1])
def test_only_administrators_freeze_and_lift(kantor: KantorUji, oleh: int):
    with pytest.raises(TidakBerwenang):
        beku(kantor, oleh)
    assert kantor.akun(FASILITATOR).berperan(Peran.FASILITATOR)
    satu = beku(kantor)
    with pytest.raises(TidakBerwenang):
        pembekuan.cabut(by=kantor.akun(oleh), pembekuan=satu)


def test_it_is_not_lifted_before_the_letter_is_signed_and_known(kantor: KantorUji):
    satu = beku(kantor)
    for _ in range(2):
        with pytest.raises(SudahBerubah):
            pembekuan.cabut(by=kantor.akun(ADMIN), pembekuan=satu)
        satu = surat(kantor, satu) if satu.status == S.DIBEKUKAN else satu
    assert not kantor.akun(FASILITATOR).berperan(Peran.FASILITATOR)


@pytest.mark.parametrize("oleh", [FASILITATOR, ADMIN, 18, CALON])
def test_only_the_head_of_that_office_takes_note(kantor: KantorUji, oleh: int):
    satu = surat(kantor, beku(kantor))
    assert satu.pernyataan is not None
    with pytest.raises(TidakBerwenang):
        pembekuan.ketahui(by=kantor.akun(oleh), pembekuan=satu, sha256=satu.pernyataan.sha256)


def test_the_note_is_bound_to_the_letter_that_was_shown(kantor: KantorUji):
    satu = surat(kantor, beku(kantor))
    with pytest.raises(SudahBerubah):
        pembekuan.ketahui(by=kantor.akun(KEPALA), pembekuan=satu, sha256="0" * 64)


@pytest.mark.parametrize("kosong", ["temuan", "bukti"])
def test_a_freeze_needs_finding_and_evidence(kantor: KantorUji, kosong: str):
    with pytest.raises(BelumLengkap):
        beku(kantor, ADMIN, **{kosong: ""})


def test_the_queue_goes_to_another_administrator_never_to_oneself_or_a_stranger(kantor: KantorUji):
    with pytest.raises(TidakBerwenang):
        beku(kantor, pengganti=kantor.akun(ADMIN))
    for nomor in (FASILITATOR, CALON):
        with pytest.raises(IsianSalah):
            beku(kantor, pengganti=kantor.akun(nomor))


def test_a_unit_is_frozen_once(kantor: KantorUji):
    beku(kantor)
    with pytest.raises(SudahBerubah):
        beku(kantor, pengganti=kantor.akun(4))


def test_only_the_frozen_fasilitator_signs_the_statement(kantor: KantorUji):
    satu = beku(kantor)
    for nomor in (KEPALA, ADMIN):
        with pytest.raises(TidakBerwenang):
            siapkan_kesanggupan(by=kantor.akun(nomor), pembekuan=satu)
    siap = siapkan_kesanggupan(by=kantor.akun(FASILITATOR), pembekuan=satu)
    assert siap.status == StatusNaskah.TTE


# --- review of access -------------------------------------------------------------------------------------------


def tinjauan(kantor: KantorUji) -> dict[int, ButirPeninjauan]:
    """A review begun by an administrator: the role's id → its row."""
    satu = peninjauan.mulai(
        by=kantor.akun(ADMIN), nama="Semester II 2026", batas=timezone.localdate() + timedelta(days=14)
    )
    return {butir.penugasan_id: butir for butir in satu.butir.all()}


@pytest.mark.syarat("BABEL-27-2a")
def test_a_review_confirms_or_ends_every_role(kantor: KantorUji):
    butir = tinjauan(kantor)
    tetap, cabut = butir[peran(kantor, 7).pk], butir[peran(kantor, FASILITATOR).pk]
    satu = tetap.peninjauan
    semula = satu.belum
    peninjauan.putuskan(by=kantor.akun(ADMIN), butir=tetap, putusan="tetap")
    peninjauan.putuskan(by=kantor.akun(ADMIN), butir=cabut, putusan="cabut", alasan="tidak lagi bertugas di sana")
    assert kantor.akun(7).berperan(Peran.FASILITATOR)
    assert not kantor.akun(FASILITATOR).berperan(Peran.FASILITATOR)
    assert satu.belum == semula - 2


def test_nobody_confirms_their_own_role_and_administrators_only_by_the_head(kantor: KantorUji):
    butir = tinjauan(kantor)
    for tugas in (peran(kantor, ADMIN, Peran.ADMINISTRATOR), peran(kantor, 6, Peran.ADMINISTRATOR)):
        with pytest.raises(TidakBerwenang):
            peninjauan.putuskan(by=kantor.akun(ADMIN), butir=butir[tugas.pk], putusan="tetap")
        assert peninjauan.putuskan(by=kantor.akun(KABAN), butir=butir[tugas.pk], putusan="tetap").putusan == "tetap"


def test_a_row_is_answered_once_and_withdrawal_says_why(kantor: KantorUji):
    butir = tinjauan(kantor)[peran(kantor, 7).pk]
    with pytest.raises(BelumLengkap):
        peninjauan.putuskan(by=kantor.akun(ADMIN), butir=butir, putusan="cabut")
    with pytest.raises(IsianSalah):
        peninjauan.putuskan(by=kantor.akun(ADMIN), butir=butir, putusan="mungkin")
    peninjauan.putuskan(by=kantor.akun(ADMIN), butir=butir, putusan="tetap")
    with pytest.raises(SudahBerubah):
        peninjauan.putuskan(by=kantor.akun(ADMIN), butir=butir, putusan="cabut", alasan="berubah pikiran")


def test_what_is_unanswered_is_asked_for_again(kantor: KantorUji, klaim: Klaim):
    satu = tinjauan(kantor)[peran(kantor, 7).pk].peninjauan
    satu.batas = timezone.localdate() - timedelta(days=1)
    satu.save()
    for _ in range(2):
        peninjauan.ingatkan("", klaim)
    teks = list(Kabar.objects.filter(pengguna=kantor.akun(ADMIN)).values_list("teks", flat=True))
    assert len([t for t in teks if "lewat batas" in t]) == 1
    assert satu.lewat()


@pytest.mark.syarat("BABEL-27-2a")
def test_a_year_without_a_review_is_said_once_a_month(kantor: KantorUji, klaim: Klaim):
    satu = tinjauan(kantor)[peran(kantor, 7).pk].peninjauan
    satu.butir.update(putusan="tetap")
    kabar = Kabar.objects.filter(pengguna=kantor.akun(ADMIN), kunci__startswith="peninjauan:mulai:")
    for hari, jumlah in ((360, 0), (366, 1), (366, 1), (400, 2)):
        with time_machine.travel(satu.dibuat_pada + timedelta(days=hari)):
            peninjauan.ingatkan("", klaim)
        assert kabar.count() == jumlah, hari
    assert "Pasal 27 ayat (2) huruf a" in kabar[0].teks
    assert not Kabar.objects.filter(pengguna=kantor.akun(7), kunci__startswith="peninjauan:").exists()
    peninjauan.mulai(by=kantor.akun(ADMIN), nama="Lagi", batas=timezone.localdate() + timedelta(days=14))
    assert kabar.count() == 2


@pytest.mark.parametrize("oleh", [KEPALA, FASILITATOR, CALON, 1])
def test_only_those_who_administer_roles_begin_a_review(kantor: KantorUji, oleh: int):
    with pytest.raises(TidakBerwenang):
        peninjauan.mulai(by=kantor.akun(oleh), nama="x", batas=timezone.localdate() + timedelta(days=3))


def test_the_unit_is_the_one_of_the_role(kantor: KantorUji):
    assert beku(kantor).unit == unit("BAPPEDA")


# --- units below, holders above, successors ---------------------------------------------------------------------


@pytest.fixture
def di_atas(kantor: KantorUji) -> Any:
    """Somebody who holds the whole province, and somebody below the office that is frozen."""
    bawah = UnitKerjaFactory.create(induk=unit("BAPPEDA"), nama="Subbagian Program")
    atas = UnitKerja.objects.get(pk=unit("BAPPEDA").leluhur[0])
    PenugasanFactory.create(pengguna=kantor.akun(7), peran=Peran.FASILITATOR, unit=atas)
    PenugasanFactory.create(pengguna=kantor.akun(14), peran=Peran.FASILITATOR, unit=bawah)
    return bawah


@pytest.mark.syarat("BABEL-9-7")
def test_nobody_reaches_into_a_frozen_unit_from_above_nor_from_below(kantor: KantorUji, di_atas: UnitKerja):
    Pegawai.objects.filter(pk=kantor.orang(16).pk).update(unit=di_atas)
    for nomor in (7, 14):
        check_fasilitator_dari(kantor.akun(nomor), kantor.orang(16))
    satu = beku(kantor)
    for nomor in (7, 14):
        with pytest.raises(TidakBerwenang):
            check_fasilitator_dari(kantor.akun(nomor), kantor.orang(16))
        assert not Pegawai.objects.visible_to(kantor.akun(nomor)).filter(pk=kantor.orang(16).pk).exists()
    assert not Pegawai.objects.visible_to(kantor.akun(7)).filter(pk=kantor.orang(CALON).pk).exists()
    check_fasilitator_dari(kantor.akun(7), kantor.orang(9))  # elsewhere the role is whole
    check_fasilitator_dari(kantor.akun(ADMIN_LAIN), kantor.orang(16))
    assert not Pembekuan.objects.visible_to(kantor.akun(14)).exists(), "the finding is about somebody else"
    satu = pembekuan.ketahui(by=kantor.akun(KEPALA), pembekuan=surat(kantor, satu), sha256=_sidik(satu))
    pembekuan.cabut(by=kantor.akun(ADMIN), pembekuan=satu)
    for nomor in (7, 14):
        check_fasilitator_dari(kantor.akun(nomor), kantor.orang(16))


def _sidik(satu: Pembekuan) -> str:
    satu.refresh_from_db()
    assert satu.pernyataan is not None
    return satu.pernyataan.sha256


def test_the_index_opens_the_same_papers_as_the_rows_while_a_unit_is_frozen(kantor: KantorUji, di_atas: UnitKerja):
    semua = [DokumenFactory.create(pegawai=kantor.orang(nomor)) for nomor in (CALON, 9)]
    for beku_dulu in (False, True):
        if beku_dulu:
            beku(kantor)
        for nomor in (7, 14, FASILITATOR, ADMIN, ADMIN_LAIN):
            terlihat = set(Dokumen.objects.visible_to(kantor.akun(nomor)).values_list("pk", flat=True))
            kunci = token_pengguna(kantor.akun(nomor))
            kini = Dokumen.objects.filter(pk__in=[satu.pk for satu in semua]).select_related("pegawai__unit")
            assert {d.pk for d in kini if kunci & set(token_dokumen(d))} == terlihat & {d.pk for d in semua}


def test_a_role_given_into_a_frozen_unit_waits_with_it_and_its_holder_may_sign_the_letter(kantor: KantorUji):
    satu = beku(kantor)
    baru = aktif(kantor)
    assert baru.status == StatusPengangkatan.DIBEKUKAN
    assert not kantor.akun(CALON).berperan(Peran.FASILITATOR)
    akhiri(by=None, penugasan=peran(kantor, FASILITATOR), terakhir=timezone.localdate() - timedelta(days=1), alasan="x")
    with pytest.raises(TidakBerwenang):
        siapkan_kesanggupan(by=kantor.akun(FASILITATOR), pembekuan=satu)
    teken(kantor, CALON, siapkan_kesanggupan(by=kantor.akun(CALON), pembekuan=satu))
    satu = pembekuan.ketahui(by=kantor.akun(KEPALA), pembekuan=satu, sha256=_sidik(satu))
    pembekuan.cabut(by=kantor.akun(ADMIN), pembekuan=satu)
    assert kantor.akun(CALON).berperan(Peran.FASILITATOR)
    assert segar(baru).status == StatusPengangkatan.AKTIF


def test_lifting_below_opens_nothing_while_the_office_above_is_frozen(kantor: KantorUji, di_atas: UnitKerja):
    bawah = beku(kantor, penugasan=peran(kantor, 14))
    beku(kantor, pengganti=kantor.akun(4))
    assert kantor.akun(ADMIN_LAIN).berperan(Peran.FASILITATOR), "whoever stands in for the unit below stays"
    Pembekuan.objects.filter(pk=bawah.pk).update(status=S.DIKETAHUI)
    pembekuan.cabut(by=kantor.akun(ADMIN), pembekuan=bawah)
    assert not kantor.akun(14).berperan(Peran.FASILITATOR)
    assert Pembekuan.objects.get(unit=unit("BAPPEDA")).dibekukan.filter(pk=peran(kantor, 14).pk).exists()
