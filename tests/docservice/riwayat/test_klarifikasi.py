"""Questions and answers about a proposal: who may write and read, who is told, and that the way keeps everything."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Kabar, Penugasan
from docservice.audit.models import Jejak
from docservice.beranda.langkah import langkah_berikutnya
from docservice.riwayat import actions
from docservice.riwayat.atas_nama import isikan
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.klarifikasi import BERUNTUN, keadaan_klarifikasi
from docservice.riwayat.models import LangkahUsulan, Riwayat
from docservice.riwayat.status import Pihak, StatusRiwayat
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.halaman import (
    ADMINISTRATOR,
    FASILITATOR,
    FASILITATOR_LAIN,
    KEPALA,
    PEJABAT,
    PEMILIK,
    TETANGGA,
    Situs,
    teks,
)
from tests.docservice.riwayat.alat import GOLONGAN, ajukan, berkas, usulan
from tests.docservice.riwayat.alat_klarifikasi import JAWAB, TANYA, staf_arsip, tulis

pytestmark = pytest.mark.django_db
S = StatusRiwayat


def dikabari(langkah: LangkahUsulan) -> set[int]:
    return set(Kabar.objects.filter(kunci__startswith=f"klarifikasi:{langkah.pk}:").values_list("pengguna", flat=True))


def akun(kantor: KantorUji, *nomor: int) -> set[int]:
    return {kantor.akun(satu).pk for satu in nomor}


# --- who writes ------------------------------------------------------------------------------------------------


@pytest.mark.syarat("POSO-7-3b")
@pytest.mark.parametrize(
    ("nomor", "pihak"),
    [(PEMILIK, Pihak.PEGAWAI), (FASILITATOR, Pihak.FASILITATOR), (ADMINISTRATOR, Pihak.ADMINISTRATOR)],
)
def test_each_side_writes_in_its_own_name(kantor_contoh: KantorUji, nomor: int, pihak: str):
    satu = ajukan(kantor_contoh)
    langkah = tulis(kantor_contoh, nomor, satu)
    assert (langkah.status, langkah.sebagai, langkah.oleh, langkah.isi) == ("", pihak, kantor_contoh.akun(nomor), TANYA)
    jejak = Jejak.objects.get(aksi="riwayat.klarifikasi", objek=f"riwayat:{satu.pk}")
    assert TANYA not in str(jejak.rincian)
    assert Riwayat.objects.get(pk=satu.pk).status == S.DIAJUKAN  # nothing stands still for a question


@pytest.mark.parametrize("nomor", [TETANGGA, FASILITATOR_LAIN, PEJABAT, KEPALA, 9])
def test_nobody_else_writes(kantor_contoh: KantorUji, nomor: int):
    staf_arsip(kantor_contoh)
    with pytest.raises(TidakBerwenang):
        tulis(kantor_contoh, nomor, ajukan(kantor_contoh))
    assert not LangkahUsulan.objects.klarifikasi().exists()


def test_with_the_assignment_the_word_ends(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh)
    tulis(kantor_contoh, FASILITATOR, satu)
    kemarin = timezone.localdate() - timedelta(days=1)
    Penugasan.objects.filter(pengguna=kantor_contoh.akun(FASILITATOR)).update(berlaku_sampai=kemarin)
    with pytest.raises(TidakBerwenang):
        tulis(kantor_contoh, FASILITATOR, satu, "Masih ada lagi.")
    jawaban = tulis(kantor_contoh, PEMILIK, satu, JAWAB)
    assert kantor_contoh.akun(FASILITATOR).pk not in dikabari(jawaban)


def test_nobody_asks_as_an_officer_about_their_own_family(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh)
    nip = kantor_contoh.orang(FASILITATOR).nip
    Riwayat.objects.create(
        pegawai=kantor_contoh.orang(PEMILIK),
        jenis="pasangan",
        data={"nip_pasangan": nip},
        dibuat_oleh=kantor_contoh.akun(PEMILIK),
    )
    with pytest.raises(TidakBerwenang, match="keluarga"):
        tulis(kantor_contoh, FASILITATOR, satu)


def test_an_officer_is_an_employee_in_their_own_affairs(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh, FASILITATOR, data=GOLONGAN | {"golongan": "III/d"})
    assert tulis(kantor_contoh, FASILITATOR, satu).sebagai == Pihak.PEGAWAI


@pytest.mark.parametrize("status", [S.TERVALIDASI, S.DITOLAK, S.DIBATALKAN, S.DIGANTI])
def test_what_is_decided_is_not_discussed(kantor_contoh: KantorUji, status: str):
    satu = usulan(kantor_contoh, status)
    with pytest.raises(SudahBerubah, match="klarifikasinya selesai"):
        tulis(kantor_contoh, PEMILIK, satu)


def test_a_decision_between_page_and_click_is_noticed(kantor_contoh: KantorUji):
    basi = ajukan(kantor_contoh)
    actions.batalkan(by=kantor_contoh.akun(PEMILIK), riwayat=Riwayat.objects.get(pk=basi.pk))
    with pytest.raises(SudahBerubah):
        tulis(kantor_contoh, FASILITATOR, basi)


@pytest.mark.parametrize("isi", ["", "   ", "\n\n"])
def test_nothing_is_no_question(kantor_contoh: KantorUji, isi: str):
    with pytest.raises(IsianSalah) as tolakan:
        tulis(kantor_contoh, PEMILIK, ajukan(kantor_contoh), isi)
    assert list(tolakan.value.isian) == ["isi"]


def test_a_thousand_letters_are_the_most(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh)
    tulis(kantor_contoh, PEMILIK, satu, "a" * 1000)
    with pytest.raises(IsianSalah, match="1 hal"):
        tulis(kantor_contoh, PEMILIK, satu, "b" * 1001)


def test_pressed_twice_it_stands_once(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh)
    assert tulis(kantor_contoh, FASILITATOR, satu) == tulis(kantor_contoh, FASILITATOR, satu, f" {TANYA}\r\n")
    assert satu.langkah.klarifikasi().count() == 1


def test_nobody_goes_on_and_on(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh)
    for urutan in range(BERUNTUN):
        tulis(kantor_contoh, PEMILIK, satu, f"Pertanyaan {urutan}")
    with pytest.raises(SudahBerubah, match="Tunggu jawabannya"):
        tulis(kantor_contoh, PEMILIK, satu, "Satu lagi")
    tulis(kantor_contoh, FASILITATOR, satu, JAWAB)
    tulis(kantor_contoh, PEMILIK, satu, "Satu lagi")


def test_the_database_keeps_no_empty_question(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh)
    with pytest.raises(IntegrityError), transaction.atomic():
        LangkahUsulan.objects.create(riwayat=satu)


def test_confidential_rows_have_no_such_way(kantor_contoh: KantorUji):
    """They live in a table of their own, which a step cannot even name."""
    model = LangkahUsulan._meta.get_field("riwayat").related_model
    assert model is Riwayat
    assert not {"hukdis", "kesehatan", "harta", "izin_cerai"} & set(SEMUA)


# --- who is told -----------------------------------------------------------------------------------------------


def test_the_first_question_goes_to_whose_turn_it_is(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh)
    assert dikabari(tulis(kantor_contoh, PEMILIK, satu)) == akun(kantor_contoh, FASILITATOR)


def test_after_the_fasilitator_the_turn_is_the_administrators(kantor_contoh: KantorUji):
    satu = usulan(kantor_contoh, S.DIAJUKAN)
    actions.verifikasi(by=kantor_contoh.akun(FASILITATOR), riwayat=satu)
    Penugasan.objects.filter(pengguna=kantor_contoh.akun(FASILITATOR)).delete()  # the one who verified has left
    tahu = dikabari(tulis(kantor_contoh, PEMILIK, satu))
    holders = Penugasan.objects.berlaku().filter(peran="administrator").values_list("pengguna", flat=True)
    assert tahu == set(holders)


def test_a_question_goes_to_the_employee_and_the_answer_back(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh)
    assert dikabari(tulis(kantor_contoh, FASILITATOR, satu)) == akun(kantor_contoh, PEMILIK)
    assert dikabari(tulis(kantor_contoh, PEMILIK, satu, JAWAB)) == akun(kantor_contoh, FASILITATOR)


@pytest.mark.syarat("POSO-7-3b")
def test_what_the_administrator_asks_reaches_the_fasilitator_too(kantor_contoh: KantorUji):
    satu = usulan(kantor_contoh, S.DIAJUKAN)
    actions.verifikasi(by=kantor_contoh.akun(FASILITATOR), riwayat=satu)
    assert dikabari(tulis(kantor_contoh, ADMINISTRATOR, satu)) == akun(kantor_contoh, PEMILIK, FASILITATOR)
    assert dikabari(tulis(kantor_contoh, FASILITATOR, satu, JAWAB)) == akun(kantor_contoh, PEMILIK, ADMINISTRATOR)


def test_whoever_filled_it_in_is_asked_and_answers(kantor_contoh: KantorUji):
    satu = isikan(
        by=kantor_contoh.akun(FASILITATOR),
        pegawai=kantor_contoh.orang(PEMILIK),
        jenis="golongan",
        data=GOLONGAN,
        bukti=[berkas(kantor_contoh, PEMILIK)],
        pernyataan=True,
    )
    assert dikabari(tulis(kantor_contoh, PEMILIK, satu)) == akun(kantor_contoh, FASILITATOR)
    jawaban = tulis(kantor_contoh, FASILITATOR, satu, JAWAB)
    assert (jawaban.sebagai, dikabari(jawaban)) == (Pihak.PENGISI, akun(kantor_contoh, PEMILIK))


def test_the_employees_next_step_is_to_answer(kantor_contoh: KantorUji):
    satu, pemilik = ajukan(kantor_contoh), kantor_contoh.akun(PEMILIK)
    tulis(kantor_contoh, FASILITATOR, satu)
    langkah = langkah_berikutnya(pemilik, satu.pegawai, [])
    assert langkah is not None
    assert (langkah.kalimat, langkah.alamat) == (TANYA, f"/riwayat/usulan/{satu.pk}/#perjalanan")
    tulis(kantor_contoh, PEMILIK, satu, JAWAB)
    lain = langkah_berikutnya(pemilik, satu.pegawai, [])
    assert lain is None or lain.keadaan != "ditanyakan"


def test_the_queue_says_what_waits_for_an_answer(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh)
    assert keadaan_klarifikasi([satu.pk]) == {}
    tulis(kantor_contoh, FASILITATOR, satu)
    assert keadaan_klarifikasi([satu.pk]) == {satu.pk: "ditanyakan"}
    tulis(kantor_contoh, PEMILIK, satu, JAWAB)
    assert keadaan_klarifikasi([satu.pk]) == {satu.pk: "ada_jawaban"}


# --- pages and API ---------------------------------------------------------------------------------------------


def test_the_desk_asks_and_the_employee_answers_on_their_page(situs: Situs):
    satu = ajukan(situs.kantor)
    meja, alamat = reverse("riwayat:periksa", args=[satu.pk]), reverse("riwayat:klarifikasi", args=[satu.pk])
    petugas, pemilik = situs.masuk(FASILITATOR), situs.masuk(PEMILIK)
    assert "Kirim klarifikasi" in teks(petugas.get(meja))
    hasil = petugas.post(alamat, {"isi": TANYA, "dari": "periksa"})
    assert (hasil.status_code, hasil["Location"]) == (302, f"{meja}#perjalanan")
    assert "Menunggu jawaban" in teks(petugas.get(reverse("riwayat:antrean")))
    halaman = reverse("riwayat:usulan", args=[satu.pk])
    assert TANYA in teks(pemilik.get(halaman))
    assert pemilik.post(alamat, {"isi": JAWAB})["Location"] == f"{halaman}#perjalanan"
    assert JAWAB in teks(petugas.get(meja))
    assert "Ada jawaban" in teks(petugas.get(reverse("riwayat:antrean")))


def test_an_empty_or_overlong_question_comes_back_with_its_sentence(situs: Situs):
    satu = ajukan(situs.kantor)
    alamat, klien = reverse("riwayat:klarifikasi", args=[satu.pk]), situs.masuk(PEMILIK)
    kosong, panjang = klien.post(alamat, {"isi": " "}), klien.post(alamat, {"isi": "x" * 1001})
    assert (kosong.status_code, panjang.status_code) == (422, 422)
    assert "Tulis pertanyaan atau jawaban Anda." in teks(kosong)
    assert "x" * 1001 in panjang.content.decode()
    assert klien.post(alamat, {"isi": "Ya?", "dari": "//contoh.id"}).status_code == 422


def test_what_was_written_is_shown_as_written(situs: Situs):
    satu = ajukan(situs.kantor)
    tulis(situs.kantor, PEMILIK, satu, "<script>alert(1)</script>")
    assert b"<script>alert(1)" not in situs.masuk(FASILITATOR).get(reverse("riwayat:periksa", args=[satu.pk])).content


def test_a_finished_row_offers_no_form(situs: Situs):
    satu = usulan(situs.kantor, S.TERVALIDASI)
    assert "Kirim klarifikasi" not in teks(situs.masuk(PEMILIK).get(reverse("riwayat:usulan", args=[satu.pk])))


def test_of_two_fasilitators_the_one_who_asked_is_answered(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh)
    PenugasanFactory.create(
        pengguna=kantor_contoh.akun(TETANGGA), peran="fasilitator", unit=kantor_contoh.orang(PEMILIK).unit
    )
    tulis(kantor_contoh, FASILITATOR, satu)
    assert dikabari(tulis(kantor_contoh, PEMILIK, satu, JAWAB)) == akun(kantor_contoh, FASILITATOR)
