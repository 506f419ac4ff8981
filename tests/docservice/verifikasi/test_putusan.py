"""Comparing with the paper: what was seen, by whom, on which bytes; coded returns; seconds of undo (Law 9)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from docservice.akun.models import Penugasan
from docservice.audit.models import Jejak
from docservice.dokumen.status import Basis, StatusBerkas, StatusDokumen
from docservice.pegawai.models import UnitKerja
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from docservice.verifikasi import sesi
from docservice.verifikasi.antrean import antrean
from docservice.verifikasi.models import Pegang, Verifikasi
from docservice.verifikasi.permissions import ambil_untuk_verifikasi, may_verifikasi
from tests.docservice.bersama import KantorUji, serentak
from tests.docservice.factories import PenugasanFactory, versi_dari
from tests.docservice.riwayat.alat import berkas
from tests.docservice.verifikasi.alat import ADMINISTRATOR, FASILITATOR, balikkan, rekan_baru, sahkan, status

pytestmark = pytest.mark.django_db


# --- verifying -------------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-1-16", "BABEL-9-3a")
@pytest.mark.parametrize("basis", [Basis.ASLI, Basis.LEGALISIR])
def test_a_verification_says_who_saw_which_original_of_which_bytes(kantor_contoh: KantorUji, basis: str):
    dokumen = berkas(kantor_contoh, 13)
    putusan = sahkan(kantor_contoh, dokumen, basis=basis)
    assert (putusan.sha256, putusan.basis, putusan.halaman_dilihat) == (dokumen.versi_terkini.sha256, basis, [1])
    assert "Fasilitator Badan Perencanaan" in putusan.dasar_tugas
    dokumen.refresh_from_db()
    assert (dokumen.status, dokumen.basis) == (StatusDokumen.TERVERIFIKASI, basis)
    jejak = Jejak.objects.get(aksi="dokumen.terverifikasi")
    assert (jejak.rincian["sha256"], jejak.rincian["basis"]) == (putusan.sha256, basis)


def test_the_decision_names_the_assignment_of_the_papers_unit(kantor_contoh: KantorUji):
    pengguna = kantor_contoh.akun(7)  # fasilitator of Disdik, from today also of Dinsos, on another decree
    dinsos = UnitKerja.objects.get(singkatan="DINSOS")
    PenugasanFactory(pengguna=pengguna, peran="fasilitator", unit=dinsos, sk_nomor="Kep.9/DINSOS")
    assert "Kep.9/DINSOS" in sahkan(kantor_contoh, berkas(kantor_contoh, 14), 7).dasar_tugas
    assert "Kep.9/DINSOS" not in sahkan(kantor_contoh, berkas(kantor_contoh, 9), 7).dasar_tugas


@pytest.mark.parametrize(
    ("lain", "kode"),
    [
        ({"basis": "belum"}, "belum_melihat"),
        ({"basis": ""}, "basis_kosong"),
        ({"basis": "kira-kira"}, "basis_kosong"),
        ({"basis": Basis.TTE}, "belum_lengkap"),
        ({"halaman_dilihat": []}, "halaman_belum_dibuka"),
        ({"halaman_dilihat": [2, 3]}, "halaman_belum_dibuka"),
    ],
)
def test_without_the_original_and_every_page_seen_nothing_is_verified(
    kantor_contoh: KantorUji, lain: dict[str, Any], kode: str
):
    dokumen = berkas(kantor_contoh, 13)
    with pytest.raises(BelumLengkap) as tolakan:
        sahkan(kantor_contoh, dokumen, **lain)
    assert tolakan.value.kode == kode
    assert status(dokumen) == StatusDokumen.MENUNGGU
    assert not Verifikasi.objects.exists()


def test_the_page_that_was_not_opened_is_named(kantor_contoh: KantorUji):
    dokumen = berkas(kantor_contoh, 13)
    dokumen.versi.update(jumlah_halaman=3)
    with pytest.raises(BelumLengkap, match="Halaman 2 belum dibuka"):
        sahkan(kantor_contoh, dokumen, halaman_dilihat=[1, 3])


def test_other_bytes_than_were_seen_are_not_verified(kantor_contoh: KantorUji):
    dokumen = berkas(kantor_contoh, 13)
    dilihat = dokumen.versi_terkini.sha256
    versi_dari(dokumen, b"%PDF-1.7 versi baru")
    for putus in (sahkan, balikkan):
        with pytest.raises(SudahBerubah, match="diganti pemiliknya"):
            putus(kantor_contoh, dokumen, sha256=dilihat)


def test_a_version_that_is_not_clean_yet_is_not_verified(kantor_contoh: KantorUji):
    dokumen = berkas(kantor_contoh, 13)
    baru = versi_dari(dokumen, b"%PDF-1.7 versi baru", status=StatusBerkas.DITERIMA)
    with pytest.raises(SudahBerubah):
        sahkan(kantor_contoh, dokumen, sha256=baru.sha256)


@pytest.mark.parametrize("keadaan", [s for s in StatusDokumen.values if s != StatusDokumen.MENUNGGU])
def test_what_is_not_waiting_is_not_decided(kantor_contoh: KantorUji, keadaan: str):
    dokumen = berkas(kantor_contoh, 13, status=keadaan)
    for putus in (sahkan, balikkan):
        with pytest.raises(SudahBerubah, match="sudah diputuskan"):
            putus(kantor_contoh, dokumen)
    assert status(dokumen) == keadaan


# --- who may not -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nomor", [13, 7, 8, ADMINISTRATOR, 6, 2, 1, 9])
def test_only_the_units_fasilitator_decides(kantor_contoh: KantorUji, nomor: int):
    dokumen = berkas(kantor_contoh, 13)
    assert not may_verifikasi(kantor_contoh.akun(nomor), dokumen)
    for putus in (sahkan, balikkan):
        with pytest.raises(TidakBerwenang):
            putus(kantor_contoh, dokumen, nomor)


def test_a_stranger_gets_404_and_an_officer_without_the_task_a_reason(kantor_contoh: KantorUji):
    dokumen = berkas(kantor_contoh, 13)
    with pytest.raises(Http404):
        ambil_untuk_verifikasi(kantor_contoh.akun(7), dokumen.pk)
    with pytest.raises(TidakBerwenang):
        ambil_untuk_verifikasi(kantor_contoh.akun(ADMINISTRATOR), dokumen.pk)


def test_nobody_verifies_their_own_paper(kantor_contoh: KantorUji):
    dokumen = berkas(kantor_contoh, FASILITATOR)
    assert dokumen not in antrean(kantor_contoh.akun(FASILITATOR))
    with pytest.raises(TidakBerwenang, match="dokumen sendiri"):
        sahkan(kantor_contoh, dokumen)


def test_a_suspended_fasilitators_queue_is_empty(kantor_contoh: KantorUji):
    dokumen = berkas(kantor_contoh, 18)
    assert list(antrean(kantor_contoh.akun(8))) == []
    Penugasan.objects.filter(pengguna=kantor_contoh.akun(8)).update(dibekukan=False)
    assert list(antrean(kantor_contoh.akun(8))) == [dokumen]


def test_the_database_itself_takes_no_verification_without_a_basis(kantor_contoh: KantorUji):
    from django.db import IntegrityError, transaction

    putusan = sahkan(kantor_contoh, berkas(kantor_contoh, 13))
    with pytest.raises(IntegrityError), transaction.atomic():
        Verifikasi.objects.filter(pk=putusan.pk).update(basis="")


# --- the batch one holds ---------------------------------------------------------------------------------------


def test_a_batch_is_the_oldest_first_and_held_for_half_an_hour(kantor_contoh: KantorUji):
    semua = [berkas(kantor_contoh, 13) for _ in range(4)]
    ambil = sesi.ambil(by=kantor_contoh.akun(FASILITATOR), jumlah=3)
    assert [d.pk for d in ambil] == [d.pk for d in semua[:3]]
    rekan_baru(kantor_contoh)
    assert [d.pk for d in sesi.ambil(by=kantor_contoh.akun(21))] == [semua[3].pk]


def test_what_someone_else_holds_is_not_decided_until_their_time_is_over(kantor_contoh: KantorUji):
    dokumen = berkas(kantor_contoh, 13)
    rekan_baru(kantor_contoh)
    sesi.ambil(by=kantor_contoh.akun(21))
    with pytest.raises(SudahBerubah, match="sedang diperiksa orang lain"):
        sahkan(kantor_contoh, dokumen)
    Pegang.objects.update(sampai=timezone.now() - timedelta(seconds=1))
    sahkan(kantor_contoh, dokumen)
    assert not Pegang.objects.exists()


@pytest.mark.dua_ukuran
@pytest.mark.django_db(transaction=True)
def test_two_who_take_at_once_never_hold_the_same_paper(kantor_sementara: KantorUji):
    rekan_baru(kantor_sementara)
    semua = [berkas(kantor_sementara, 13) for _ in range(6)]
    kerja = [lambda n=n: sesi.ambil(by=kantor_sementara.akun(n), jumlah=3) for n in (FASILITATOR, 21)]
    satu, dua = serentak(kerja)
    assert not {d.pk for d in satu} & {d.pk for d in dua}
    assert {d.pk for d in [*satu, *dua]} <= {d.pk for d in semua}


@pytest.mark.dua_ukuran
@pytest.mark.django_db(transaction=True)
def test_two_who_decide_at_once_leave_one_decision(kantor_sementara: KantorUji):
    rekan_baru(kantor_sementara)
    dokumen = berkas(kantor_sementara, 13)
    kerja = [lambda n=n: sahkan(kantor_sementara, dokumen, n) for n in (FASILITATOR, 21)] * 2
    hasil = serentak(kerja)
    assert sorted(type(h).__name__ for h in hasil) == ["SudahBerubah"] * 3 + ["Verifikasi"]
    assert Verifikasi.objects.count() == Jejak.objects.filter(aksi="dokumen.terverifikasi").count() == 1
