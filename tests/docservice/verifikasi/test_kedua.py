"""The blind second look: who is drawn, who looks, what three opinions lead to, and that nobody can tell."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Q
from django.utils import timezone
from rest_framework.test import APIClient

from docservice.akun.models import Kabar
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan_semua
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import Basis, StatusDokumen
from docservice.pegawai.models import UnitKerja
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from docservice.verifikasi import actions
from docservice.verifikasi.antrean import antrean, banyak
from docservice.verifikasi.kedua import BARU, PELUANG_BARU, PELUANG_TERTINGGI, gugurkan_yang_lewat, peluang
from docservice.verifikasi.models import PeriksaKedua, Verifikasi
from docservice.verifikasi.mutu import mutu_pemeriksa
from docservice.verifikasi.status import StatusKedua
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory, token_untuk, versi_dari
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, FASILITATOR_LAIN, PEMILIK, Situs, teks
from tests.docservice.riwayat.alat import ajukan, berkas
from tests.docservice.verifikasi.alat import balikkan, sahkan, status

pytestmark = pytest.mark.django_db
REKAN, ADMINISTRATOR_LAIN = 21, 4


@pytest.fixture
def semua_diundi(settings: Any) -> None:
    settings.SECOND_LOOK_RATE = 1.0


def berlalu() -> None:
    """The seconds of undo are over."""
    Job.objects.update(berikutnya=timezone.now())
    jalankan_semua()


def rekan(kantor: KantorUji) -> None:
    unit = UnitKerja.objects.get(singkatan="BAPPEDA")
    PenugasanFactory(pengguna=kantor.akun(REKAN), peran="fasilitator", unit=unit)


def terverifikasi(kantor: KantorUji) -> Dokumen:
    dokumen = berkas(kantor, 13)
    sahkan(kantor, dokumen)
    berlalu()
    return dokumen


def api(kantor: KantorUji, nomor: int) -> APIClient:
    klien = APIClient()
    klien.credentials(HTTP_AUTHORIZATION=f"Bearer {token_untuk(kantor.akun(nomor))}")
    return klien


def keadaan() -> str:
    return PeriksaKedua.objects.get().status


def menunggu(kantor: KantorUji, nomor: int) -> list[int]:
    nomor_dokumen = [d.pk for d in antrean(kantor.akun(nomor))]
    assert banyak(kantor.akun(nomor)) == len(nomor_dokumen)
    return nomor_dokumen


@pytest.mark.usefixtures("semua_diundi")
def test_another_of_the_unit_or_an_administrator_looks_never_the_first(kantor_contoh: KantorUji):
    rekan(kantor_contoh)
    dokumen = terverifikasi(kantor_contoh)
    assert keadaan() == StatusKedua.MENUNGGU
    for nomor, melihat in ((FASILITATOR, False), (REKAN, True), (ADMINISTRATOR, True), (FASILITATOR_LAIN, False)):
        assert (menunggu(kantor_contoh, nomor) == [dokumen.pk]) is melihat, nomor
    with pytest.raises(SudahBerubah, match="sudah diputuskan"):
        sahkan(kantor_contoh, dokumen)
    with pytest.raises(TidakBerwenang):
        sahkan(kantor_contoh, dokumen, FASILITATOR_LAIN)


@pytest.mark.usefixtures("semua_diundi")
def test_agreement_ends_it_and_changes_nothing(kantor_contoh: KantorUji):
    rekan(kantor_contoh)
    dokumen = terverifikasi(kantor_contoh)
    sahkan(kantor_contoh, dokumen, REKAN, basis=Basis.LEGALISIR)
    assert menunggu(kantor_contoh, ADMINISTRATOR) == []  # an opinion is on its way
    berlalu()
    dokumen.refresh_from_db()
    assert (keadaan(), dokumen.status, dokumen.basis) == (StatusKedua.SEPAKAT, StatusDokumen.TERVERIFIKASI, Basis.ASLI)
    assert Verifikasi.objects.count() == 1
    assert Verifikasi.semua.count() == 2


@pytest.mark.usefixtures("semua_diundi")
@pytest.mark.parametrize("ketiga_menerima", [True, False])
def test_a_disagreement_goes_to_a_third_person(kantor_contoh: KantorUji, ketiga_menerima: bool):
    rekan(kantor_contoh)
    usulan = ajukan(kantor_contoh)
    dokumen = Dokumen.objects.get(bukti_riwayat__riwayat=usulan)
    sahkan(kantor_contoh, dokumen)
    berlalu()
    balikkan(kantor_contoh, dokumen, REKAN)
    berlalu()
    assert (keadaan(), status(dokumen)) == (StatusKedua.BEDA, StatusDokumen.TERVERIFIKASI)
    assert menunggu(kantor_contoh, REKAN) == menunggu(kantor_contoh, FASILITATOR) == []
    assert menunggu(kantor_contoh, ADMINISTRATOR) == [dokumen.pk]
    if ketiga_menerima:
        sahkan(kantor_contoh, dokumen, ADMINISTRATOR)
        berlalu()
        assert (keadaan(), status(dokumen)) == (StatusKedua.DIPERTAHANKAN, StatusDokumen.TERVERIFIKASI)
        assert Riwayat.objects.get(pk=usulan.pk).status == StatusRiwayat.DIVERIFIKASI
        return
    balikkan(kantor_contoh, dokumen, ADMINISTRATOR, alasan=[(1, "2")])
    assert status(dokumen) == StatusDokumen.TERVERIFIKASI  # its seconds of undo run
    berlalu()
    assert (keadaan(), status(dokumen)) == (StatusKedua.DIBALIK, StatusDokumen.DIKEMBALIKAN)
    assert Riwayat.objects.get(pk=usulan.pk).status == StatusRiwayat.DRAF
    assert Verifikasi.objects.first().oleh == kantor_contoh.akun(ADMINISTRATOR)  # type: ignore[union-attr]


@pytest.mark.usefixtures("semua_diundi")
def test_a_validated_row_that_lost_its_proof_is_shown_to_administrators(kantor_contoh: KantorUji):
    rekan(kantor_contoh)
    usulan = ajukan(kantor_contoh)
    dokumen = Dokumen.objects.get(bukti_riwayat__riwayat=usulan)
    sahkan(kantor_contoh, dokumen)
    berlalu()
    Riwayat.objects.update(status=StatusRiwayat.TERVALIDASI, divalidasi_pada=timezone.now())
    for nomor in (REKAN, ADMINISTRATOR):
        balikkan(kantor_contoh, dokumen, nomor)
        berlalu()
    assert Riwayat.objects.get(pk=usulan.pk).status == StatusRiwayat.TERVALIDASI
    kabar = Kabar.objects.filter(teks__contains="berdiri di atas dokumen yang dikembalikan")
    assert {k.pengguna for k in kabar} == {kantor_contoh.akun(n) for n in (4, 5, 6)}


@pytest.mark.usefixtures("semua_diundi")
def test_an_opinion_can_be_taken_back_within_its_seconds(kantor_contoh: KantorUji):
    rekan(kantor_contoh)
    dokumen = terverifikasi(kantor_contoh)
    pandangan = balikkan(kantor_contoh, dokumen, REKAN)
    actions.urungkan(by=kantor_contoh.akun(REKAN), putusan=pandangan)
    berlalu()
    assert (keadaan(), status(dokumen)) == (StatusKedua.MENUNGGU, StatusDokumen.TERVERIFIKASI)
    assert menunggu(kantor_contoh, REKAN) == [dokumen.pk]


@pytest.mark.usefixtures("semua_diundi")
def test_a_paper_that_was_replaced_is_not_looked_at_again(kantor_contoh: KantorUji):
    rekan(kantor_contoh)
    dokumen = terverifikasi(kantor_contoh)
    versi_dari(dokumen, b"%PDF-1.7 versi baru")
    assert menunggu(kantor_contoh, REKAN) == []
    assert gugurkan_yang_lewat() == 1
    assert gugurkan_yang_lewat() == 0
    assert keadaan() == StatusKedua.GUGUR


@pytest.mark.usefixtures("semua_diundi")
def test_nobody_can_tell_a_second_look_from_a_first(kantor_contoh: KantorUji):
    rekan(kantor_contoh)
    situs = Situs(kantor_contoh)
    dokumen = terverifikasi(kantor_contoh)
    lain = berkas(kantor_contoh, 13, "IJAZAH")
    kedua, pertama = (teks(situs.masuk(REKAN).get(f"/verifikasi/{d.pk}/")) for d in (dokumen, lain))
    assert kedua.replace(dokumen.judul, lain.judul) == pertama.replace(dokumen.judul, lain.judul)
    tugas = {d["id"]: d for d in api(kantor_contoh, REKAN).get("/api/v1/verifikasi/antrean/").json()["results"]}
    beda = {k for k in tugas[dokumen.pk] if tugas[dokumen.pk][k] != tugas[lain.pk][k]}
    assert not beda & {"status", "status_kata", "basis", "terlambat", "mendesak"}


@pytest.mark.usefixtures("semua_diundi")
def test_opinions_are_hidden_from_everyone_but_their_author(kantor_contoh: KantorUji):
    rekan(kantor_contoh)
    situs = Situs(kantor_contoh)
    dokumen = terverifikasi(kantor_contoh)
    pandangan = balikkan(kantor_contoh, dokumen, REKAN)
    for nomor in (FASILITATOR, PEMILIK, ADMINISTRATOR):
        klien = situs.masuk(nomor)
        alamat = f"/api/v1/dokumen/{dokumen.pk}/verifikasi/"
        daftar = api(kantor_contoh, nomor).get(alamat).json()["results"]
        assert pandangan.pk not in [satu["id"] for satu in daftar]
        assert klien.post(f"/verifikasi/urungkan/{pandangan.pk}/").status_code == 404
    berlalu()
    assert not Kabar.objects.filter(pengguna=kantor_contoh.akun(PEMILIK), teks__contains="dikembalikan").exists()


# --- the draw --------------------------------------------------------------------------------------------------


def test_new_people_heavy_papers_and_reversals_are_drawn_more_often(kantor_contoh: KantorUji, settings: Any):
    settings.SECOND_LOOK_RATE = 0.05
    ringan = sahkan(kantor_contoh, berkas(kantor_contoh, 13, "KTP"))
    berat = sahkan(kantor_contoh, berkas(kantor_contoh, 13, "SK_PNS"))
    assert (peluang(ringan), peluang(berat)) == (PELUANG_BARU, 2 * PELUANG_BARU)
    isi = {"versi": ringan.versi, "sha256": "", "oleh": ringan.oleh, "hasil": "terverifikasi", "basis": "asli"}
    Verifikasi.objects.bulk_create(Verifikasi(**isi) for _ in range(BARU))
    assert (peluang(ringan), peluang(berat)) == (0.05, 0.1)
    PeriksaKedua.objects.create(pertama=ringan, peluang=0, status=StatusKedua.SEPAKAT)
    PeriksaKedua.objects.create(pertama=berat, peluang=0, status=StatusKedua.DIBALIK)
    assert (peluang(ringan), peluang(berat)) == (PELUANG_TERTINGGI, PELUANG_TERTINGGI)


def test_no_draw_when_the_region_wants_none_and_none_of_returns(kantor_contoh: KantorUji, settings: Any):
    settings.SECOND_LOOK_RATE = 0.0
    sahkan(kantor_contoh, berkas(kantor_contoh, 13))
    berlalu()
    settings.SECOND_LOOK_RATE = 1.0
    balikkan(kantor_contoh, berkas(kantor_contoh, 13))
    berlalu()
    assert not PeriksaKedua.objects.exists()


# --- the figures -----------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-15-4")
def test_the_figures_are_for_those_who_answer_for_the_data(kantor_contoh: KantorUji):
    situs = Situs(kantor_contoh)
    putusan = sahkan(kantor_contoh, berkas(kantor_contoh, 13), detik=30)
    sahkan(kantor_contoh, berkas(kantor_contoh, 13), detik=10)
    balikkan(kantor_contoh, berkas(kantor_contoh, 13))
    PeriksaKedua.objects.create(pertama=putusan, peluang=1, status=StatusKedua.DIBALIK)
    satu = next(m for m in mutu_pemeriksa(~Q(pk=kantor_contoh.akun(ADMINISTRATOR).pk)))
    assert (satu.putusan, satu.dikembalikan, satu.diperiksa_lagi) == (3, 1, 1)
    assert (satu.sepakat, satu.dibalik, satu.detik_per_halaman) == (0, 100, 20)
    assert "20" in teks(situs.masuk(ADMINISTRATOR).get("/verifikasi/mutu/"))
    for nomor in (FASILITATOR, PEMILIK):
        assert situs.masuk(nomor).get("/verifikasi/mutu/").status_code == 403
        assert api(kantor_contoh, nomor).get("/api/v1/verifikasi/mutu/").status_code == 403
    assert api(kantor_contoh, ADMINISTRATOR).get("/api/v1/verifikasi/mutu/").json()["results"][0]["dibalik"] == 100


def test_the_seconds_of_undo_are_waited_for(kantor_contoh: KantorUji, settings: Any):
    settings.SECOND_LOOK_RATE = 1.0
    sahkan(kantor_contoh, berkas(kantor_contoh, 13))
    jalankan_semua()
    assert not PeriksaKedua.objects.exists()
    Verifikasi.objects.update(pada=timezone.now() - timedelta(minutes=1))
    berlalu()
    assert PeriksaKedua.objects.exists()


@pytest.mark.usefixtures("semua_diundi")
def test_an_administrator_finds_what_waits_for_a_second_look(kantor_contoh: KantorUji):
    terverifikasi(kantor_contoh)
    situs = Situs(kantor_contoh)
    assert 'href="/verifikasi/"' in situs.masuk(ADMINISTRATOR).get("/").content.decode()
    assert "1 menunggu verifikasi" in teks(situs.masuk(ADMINISTRATOR).get("/verifikasi/"))
