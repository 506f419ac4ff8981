"""Comparing with the paper: what was seen, by whom, on which bytes; coded returns; seconds of undo (Law 9)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Kabar, Penugasan
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan_semua
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import Basis, StatusBerkas, StatusDokumen
from docservice.pegawai.models import UnitKerja
from docservice.riwayat import actions as riwayat_actions
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from docservice.verifikasi import actions, sesi
from docservice.verifikasi.antrean import antrean
from docservice.verifikasi.kalimat import rangkai
from docservice.verifikasi.models import Alasan, Pegang, Verifikasi
from docservice.verifikasi.permissions import ambil_untuk_verifikasi, may_verifikasi
from tests.docservice.bersama import KantorUji, serentak
from tests.docservice.factories import PenugasanFactory, versi_dari
from tests.docservice.halaman import Situs, teks
from tests.docservice.riwayat.alat import ajukan, berkas

pytestmark = pytest.mark.django_db
FASILITATOR, ADMINISTRATOR = 15, 5


def sahkan(kantor: KantorUji, dokumen: Dokumen, oleh: int = FASILITATOR, **lain: Any) -> Verifikasi:
    isi: dict[str, Any] = {"basis": Basis.ASLI, "halaman_dilihat": [1], "sha256": dokumen.versi_terkini.sha256}
    return actions.verifikasi(by=kantor.akun(oleh), dokumen=dokumen, **(isi | lain))


def balikkan(kantor: KantorUji, dokumen: Dokumen, oleh: int = FASILITATOR, **lain: Any) -> Verifikasi:
    isi: dict[str, Any] = {"alasan": [(1, Alasan.BURAM)], "catatan": "", "sha256": dokumen.versi_terkini.sha256}
    return actions.kembalikan(by=kantor.akun(oleh), dokumen=dokumen, **(isi | lain))


def status(dokumen: Dokumen) -> str:
    return Dokumen.objects.get(pk=dokumen.pk).status


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


def rekan_baru(kantor: KantorUji, nomor: int = 21) -> None:
    """A second fasilitator of Bappeda."""
    bappeda = UnitKerja.objects.get(singkatan="BAPPEDA")
    PenugasanFactory(pengguna=kantor.akun(nomor), peran="fasilitator", unit=bappeda)


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


# --- returning -------------------------------------------------------------------------------------------------


def test_a_return_tells_its_owner_page_and_remedy(kantor_contoh: KantorUji):
    dokumen = berkas(kantor_contoh, 13)
    VersiDokumen.objects.filter(dokumen=dokumen).update(jumlah_halaman=2)
    balikkan(kantor_contoh, dokumen, alasan=[(1, Alasan.BURAM), (2, Alasan.TERPOTONG)])
    assert status(dokumen) == StatusDokumen.DIKEMBALIKAN
    Job.objects.update(berikutnya=timezone.now())
    jalankan_semua()
    teks = Kabar.objects.get(pengguna=kantor_contoh.akun(13)).teks
    assert "Halaman 1 buram" in teks
    assert "Tepi halaman 2 terpotong" in teks


@pytest.mark.parametrize("alasan", [[], [(1, "x")], [(1, Alasan.BURAM), (2, "99")]])
def test_a_return_needs_reasons_from_the_list(kantor_contoh: KantorUji, alasan: list[tuple[int, str]]):
    with pytest.raises(BelumLengkap) as tolakan:
        balikkan(kantor_contoh, berkas(kantor_contoh, 13), alasan=alasan)
    assert tolakan.value.kode == "alasan_kosong"


@pytest.mark.parametrize("kode", [Alasan.BEDA_ISIAN, Alasan.BEDA_ASLI, Alasan.LAIN])
def test_reasons_that_explain_nothing_need_a_note(kantor_contoh: KantorUji, kode: str):
    dokumen = berkas(kantor_contoh, 13)
    with pytest.raises(BelumLengkap) as tolakan:
        balikkan(kantor_contoh, dokumen, alasan=[(1, kode)])
    assert tolakan.value.kode == "catatan_kosong"
    balikkan(kantor_contoh, dokumen, alasan=[(1, kode)], catatan="Nomornya lain.")


@pytest.mark.parametrize("kode", Alasan.values)
def test_every_reason_makes_a_sentence(kode: str):
    kalimat = rangkai([(4, kode)], "Lihat lagi.")
    assert kalimat.endswith("Lihat lagi.")
    assert "{" not in kalimat


def test_a_returned_paper_sends_its_proposal_back_too(kantor_contoh: KantorUji):
    riwayat = ajukan(kantor_contoh)
    balikkan(kantor_contoh, riwayat.bukti.get().dokumen)
    riwayat.refresh_from_db()
    assert (riwayat.status, "buram" in riwayat.catatan) == (StatusRiwayat.DRAF, True)


def test_the_proposal_moves_on_with_its_last_paper(kantor_contoh: KantorUji):
    bukti = [berkas(kantor_contoh, 13, kode) for kode in ("SK_CPNS", "SK_PNS")]
    riwayat = ajukan(kantor_contoh, bukti=bukti)
    sahkan(kantor_contoh, bukti[0])
    assert Riwayat.objects.get(pk=riwayat.pk).status == StatusRiwayat.DIAJUKAN
    sahkan(kantor_contoh, bukti[1])
    assert Riwayat.objects.get(pk=riwayat.pk).status == StatusRiwayat.DIVERIFIKASI


# --- undo ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("putus", [sahkan, balikkan])
def test_within_seconds_a_decision_is_taken_back_as_if_it_had_not_been(kantor_contoh: KantorUji, putus: Any):
    riwayat = ajukan(kantor_contoh)
    dokumen = riwayat.bukti.get().dokumen
    putusan = putus(kantor_contoh, dokumen)
    actions.urungkan(by=kantor_contoh.akun(FASILITATOR), putusan=putusan)
    dokumen.refresh_from_db()
    riwayat.refresh_from_db()
    assert (dokumen.status, dokumen.basis) == (StatusDokumen.MENUNGGU, "")
    assert (riwayat.status, riwayat.catatan, riwayat.diverifikasi_oleh) == (StatusRiwayat.DIAJUKAN, "", None)
    Job.objects.update(berikutnya=timezone.now())
    jalankan_semua()
    assert not Kabar.objects.filter(pengguna=kantor_contoh.akun(13)).exists()
    assert Jejak.objects.filter(aksi="verifikasi.diurungkan").exists()


def test_undo_leaves_alone_what_another_decision_sent_back(kantor_contoh: KantorUji):
    dokumen = berkas(kantor_contoh, 13)
    riwayat = ajukan(kantor_contoh, bukti=[dokumen])
    riwayat_actions.kembalikan(by=kantor_contoh.akun(FASILITATOR), riwayat=riwayat, catatan="Nomor SK keliru.")
    putusan = sahkan(kantor_contoh, dokumen)
    actions.urungkan(by=kantor_contoh.akun(FASILITATOR), putusan=putusan)
    riwayat.refresh_from_db()
    assert (riwayat.status, riwayat.catatan) == (StatusRiwayat.DRAF, "Nomor SK keliru.")


def test_after_ten_seconds_a_decision_stands(kantor_contoh: KantorUji):
    putusan = sahkan(kantor_contoh, berkas(kantor_contoh, 13))
    Verifikasi.objects.update(pada=timezone.now() - timedelta(seconds=11))
    with pytest.raises(SudahBerubah, match="sudah lewat"):
        actions.urungkan(by=kantor_contoh.akun(FASILITATOR), putusan=putusan)


def test_only_whoever_decided_takes_it_back_and_only_once(kantor_contoh: KantorUji):
    rekan_baru(kantor_contoh)
    putusan = sahkan(kantor_contoh, berkas(kantor_contoh, 13))
    with pytest.raises(SudahBerubah):
        actions.urungkan(by=kantor_contoh.akun(21), putusan=putusan)
    actions.urungkan(by=kantor_contoh.akun(FASILITATOR), putusan=putusan)
    with pytest.raises(SudahBerubah):
        actions.urungkan(by=kantor_contoh.akun(FASILITATOR), putusan=putusan)


def test_what_an_administrator_has_validated_is_not_taken_back(kantor_contoh: KantorUji):
    riwayat = ajukan(kantor_contoh)
    putusan = sahkan(kantor_contoh, riwayat.bukti.get().dokumen)
    riwayat_actions.validasi(by=kantor_contoh.akun(ADMINISTRATOR), riwayat=riwayat)
    with pytest.raises(SudahBerubah, match="sudah divalidasi"):
        actions.urungkan(by=kantor_contoh.akun(FASILITATOR), putusan=putusan)


def test_the_owner_is_told_once_after_the_seconds_of_undo(kantor_contoh: KantorUji):
    sahkan(kantor_contoh, berkas(kantor_contoh, 13))
    assert jalankan_semua() == 0 or not Kabar.objects.exists()
    for _ in range(2):
        Job.objects.filter(jenis="verifikasi.kabari").update(berikutnya=timezone.now(), status="menunggu")
        jalankan_semua()
    assert "terverifikasi (kertas asli dilihat)" in Kabar.objects.get().teks


# --- data of the issuing agency, where the region allows it ------------------------------------------------------


def test_data_of_the_issuing_agency_is_no_original_unless_the_region_says_so(kantor_contoh: KantorUji, settings: Any):
    dokumen = berkas(kantor_contoh, 13)
    klien, meja = Situs(kantor_contoh).masuk(FASILITATOR), reverse("verifikasi:meja", args=[dokumen.pk])
    with pytest.raises(BelumLengkap, match="Pilih dulu apa yang Anda lihat"):
        sahkan(kantor_contoh, dokumen, basis=Basis.PENERBIT)
    assert "SIASN" not in teks(klien.get(meja))
    settings.ISSUER_BASIS = True
    assert "Data instansi penerbit (SIASN)" in teks(klien.get(meja))
    sahkan(kantor_contoh, dokumen, basis=Basis.PENERBIT)
    assert status(dokumen) == StatusDokumen.TERVERIFIKASI
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        jalankan_semua()
    kabar = Kabar.objects.filter(pengguna=kantor_contoh.akun(13)).latest("pk")
    assert "(data instansi penerbit (SIASN) dilihat)" in kabar.teks
