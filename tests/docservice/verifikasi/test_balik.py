"""Sending back with coded reasons, the proposal that hangs on it, and seconds of undo."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan_semua
from docservice.audit.models import Jejak
from docservice.dokumen.models import VersiDokumen
from docservice.dokumen.status import Basis, StatusDokumen
from docservice.riwayat import actions as riwayat_actions
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from docservice.verifikasi import actions
from docservice.verifikasi.kalimat import rangkai
from docservice.verifikasi.models import Alasan, Verifikasi
from docservice.verifikasi.sesi import ambil
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import Situs, teks
from tests.docservice.riwayat.alat import ajukan, berkas
from tests.docservice.verifikasi.alat import balikkan, rekan_baru, sahkan, status

pytestmark = pytest.mark.django_db
FASILITATOR, ADMINISTRATOR = 15, 5


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
    assert ambil(by=kantor_contoh.akun(FASILITATOR)) == [dokumen], "on the same pile as before"
    rekan_baru(kantor_contoh)
    assert ambil(by=kantor_contoh.akun(21)) == []


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
    with pytest.raises(TidakBerwenang):
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
