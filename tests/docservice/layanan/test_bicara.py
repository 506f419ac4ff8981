"""Conversation, objection and the day by which a request must be completed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from docservice.akun.models import Kabar
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import Klaim
from docservice.layanan import actions, bicara
from docservice.layanan.jobs import jaga_batas
from docservice.layanan.models import Keberatan, Permohonan
from docservice.layanan.status import BOLEH_KODE, StatusPermohonan
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.halaman import (
    ADMINISTRATOR,
    FASILITATOR,
    FASILITATOR_LAIN,
    KEPALA,
    PEMILIK,
    TETANGGA,
    Situs,
    teks,
)
from tests.docservice.layanan.alat import mohon, permohonan

pytestmark = pytest.mark.django_db
P = StatusPermohonan
LAIN = 20


@pytest.fixture
def situs(kantor_contoh: KantorUji) -> Situs:
    PenugasanFactory(pengguna=kantor_contoh.akun(LAIN), sk_nomor="Kep.lain", berlaku_dari=date(2026, 1, 1))
    return Situs(kantor_contoh)


def kirim(situs: Situs, nomor: int, satu: Permohonan, tindakan: str, **isi: str) -> Any:
    return situs.masuk(nomor).post(reverse("layanan:putuskan", args=[satu.pk, tindakan]), isi)


def halaman(situs: Situs, nomor: int, satu: Permohonan) -> str:
    return teks(situs.masuk(nomor).get(reverse("layanan:permohonan", args=[satu.pk])))


def ditolak(situs: Situs, oleh: int = ADMINISTRATOR) -> Permohonan:
    """The walker's request, refused by *oleh*."""
    satu = permohonan(situs.kantor, P.BKPSDM)
    return actions.tms(by=situs.akun(oleh), permohonan=satu, alasan="Predikat kinerja 2025 Cukup.", kode="kinerja")


# --- conversation ----------------------------------------------------------------------------------------------


def test_applicant_and_officers_talk_and_are_told_of_it(situs: Situs):
    satu = permohonan(situs.kantor, P.FASILITATOR)
    assert kirim(situs, FASILITATOR, satu, "pesan", isi="Mana KARPEG Anda?").status_code == 302
    assert kirim(situs, PEMILIK, satu, "pesan", isi="Sudah saya unggah.").status_code == 302
    assert "Percakapan (2 pesan)" in (isi := halaman(situs, ADMINISTRATOR, satu))
    assert "Mana KARPEG Anda?" in isi
    kabar = Kabar.objects.filter(teks__startswith="Pesan baru pada")
    assert set(kabar.values_list("pengguna", flat=True)) == {situs.akun(PEMILIK).pk, situs.akun(FASILITATOR).pk}
    assert "Mana" not in "".join(kabar.values_list("teks", flat=True))  # a notice may be mailed; a message stays here


def test_an_empty_message_is_not_sent(situs: Situs):
    satu = permohonan(situs.kantor, P.FASILITATOR)
    jawaban = kirim(situs, PEMILIK, satu, "pesan", isi="  ")
    assert jawaban.status_code == 422
    assert "Tulis dulu pesannya." in teks(jawaban)
    assert not satu.pesan.exists()


@pytest.mark.parametrize(("nomor", "status"), [(TETANGGA, 404), (FASILITATOR_LAIN, 404), (KEPALA, 403)])
def test_nobody_else_joins_the_conversation(situs: Situs, nomor: int, status: int):
    satu = permohonan(situs.kantor, P.FASILITATOR)
    assert kirim(situs, nomor, satu, "pesan", isi="Halo").status_code == status
    assert not satu.pesan.exists()


# --- why, and once more ----------------------------------------------------------------------------------------


def test_a_no_names_the_class_of_its_reason(situs: Situs):
    satu = permohonan(situs.kantor, P.BKPSDM)
    tanpa = kirim(situs, ADMINISTRATOR, satu, "btl", alasan="Unggah SK PNS.")
    assert tanpa.status_code == 422
    assert "Pilih dulu golongan alasannya." in teks(tanpa)
    with pytest.raises(BelumLengkap, match="golongan"):  # what can be completed does not end a request
        actions.tms(by=situs.akun(ADMINISTRATOR), permohonan=satu, alasan="x", kode="berkas_kurang")
    kirim(situs, ADMINISTRATOR, satu, "btl", alasan="Unggah SK PNS.", kode="berkas_kurang")
    assert "Berkas belum lengkap: Unggah SK PNS." in halaman(situs, ADMINISTRATOR, satu)
    assert satu.putusan.latest("pk").kode == "berkas_kurang"


def test_an_end_is_asked_once_more(situs: Situs):
    satu = permohonan(situs.kantor, P.BKPSDM)
    isi = {"alasan": "Predikat kinerja 2025 Cukup.", "kode": "kinerja"}
    tanya = kirim(situs, ADMINISTRATOR, satu, "tms", **isi)
    assert tanya.status_code == 200
    assert "Nyatakan tidak memenuhi syarat? TMS bersifat akhir untuk periode ini." in teks(tanya)
    assert Permohonan.objects.get(pk=satu.pk).status == P.BKPSDM
    assert kirim(situs, ADMINISTRATOR, satu, "tms", yakin="1", **isi).status_code == 302
    assert Permohonan.objects.get(pk=satu.pk).status == P.TMS


def test_who_may_not_decide_is_not_asked(situs: Situs):
    satu = permohonan(situs.kantor, P.BKPSDM)
    assert kirim(situs, FASILITATOR, satu, "tms", alasan="x", kode="kinerja").status_code == 403


def test_every_code_belongs_to_a_decision():
    assert all(kode in {satu for daftar in BOLEH_KODE.values() for satu in daftar} for kode in BOLEH_KODE[P.BTL])


# --- objection -------------------------------------------------------------------------------------------------


def test_an_upheld_objection_brings_the_request_back(situs: Situs):
    satu = ditolak(situs)
    assert "Ajukan keberatan" in halaman(situs, PEMILIK, satu)
    assert kirim(situs, PEMILIK, satu, "keberatan", alasan="Predikat 2025 saya Baik.").status_code == 302
    assert "Keberatan Menunggu jawaban Predikat 2025 saya Baik." in halaman(situs, LAIN, satu)
    isi = {"putusan": "diterima", "jawaban": "Anda benar, predikatnya Baik."}
    assert kirim(situs, LAIN, satu, "jawab", **isi).status_code == 302
    assert Permohonan.objects.get(pk=satu.pk).status == P.BKPSDM
    assert "Keberatan diterima Predikat 2025" in halaman(situs, PEMILIK, satu)
    assert Kabar.objects.filter(pengguna=situs.akun(PEMILIK), teks__startswith="Keberatan diterima:").exists()


def test_an_objection_that_is_not_upheld_leaves_the_end_as_it_is(situs: Situs):
    satu = ditolak(situs)
    bicara.ajukan_keberatan(by=situs.akun(PEMILIK), permohonan=satu, alasan="Mohon ditinjau.")
    bicara.jawab_keberatan(by=situs.akun(LAIN), permohonan=satu, putusan="ditolak", jawaban="Predikatnya Cukup.")
    assert Permohonan.objects.get(pk=satu.pk).status == P.TMS
    assert mohon(situs.kantor).pk != satu.pk  # and he may ask anew


def test_whoever_refused_does_not_answer_the_objection(situs: Situs):
    satu = ditolak(situs)
    bicara.ajukan_keberatan(by=situs.akun(PEMILIK), permohonan=satu, alasan="Mohon ditinjau.")
    with pytest.raises(TidakBerwenang, match="administrator lain"):
        bicara.jawab_keberatan(by=situs.akun(ADMINISTRATOR), permohonan=satu, putusan="ditolak", jawaban="Tidak.")
    assert "Kirim jawaban" not in halaman(situs, ADMINISTRATOR, satu)
    for nomor in (FASILITATOR, KEPALA, PEMILIK):
        with pytest.raises(TidakBerwenang):
            bicara.jawab_keberatan(by=situs.akun(nomor), permohonan=satu, putusan="ditolak", jawaban="Tidak.")


def test_an_objection_is_the_applicants_once_and_in_time(situs: Situs):
    satu = ditolak(situs)
    with pytest.raises(TidakBerwenang):
        bicara.ajukan_keberatan(by=situs.akun(FASILITATOR), permohonan=satu, alasan="x")
    with pytest.raises(BelumLengkap):
        bicara.ajukan_keberatan(by=situs.akun(PEMILIK), permohonan=satu, alasan=" ")
    with (
        time_machine.travel(datetime(2026, 12, 16, 2, 0, tzinfo=UTC)),
        pytest.raises(SudahBerubah, match="15 Desember"),
    ):
        bicara.ajukan_keberatan(by=situs.akun(PEMILIK), permohonan=satu, alasan="Terlambat.")
    bicara.ajukan_keberatan(by=situs.akun(PEMILIK), permohonan=satu, alasan="Mohon ditinjau.")
    with pytest.raises(SudahBerubah, match="sudah diajukan"):
        bicara.ajukan_keberatan(by=situs.akun(PEMILIK), permohonan=satu, alasan="Lagi.")
    assert Keberatan.objects.count() == 1


def test_an_objection_is_against_tms_only(situs: Situs):
    satu = permohonan(situs.kantor, P.BKPSDM)
    with pytest.raises(SudahBerubah, match="TMS"):
        bicara.ajukan_keberatan(by=situs.akun(PEMILIK), permohonan=satu, alasan="x")


def test_an_objection_does_not_open_a_second_request(situs: Situs):
    satu = ditolak(situs)
    bicara.ajukan_keberatan(by=situs.akun(PEMILIK), permohonan=satu, alasan="Mohon ditinjau.")
    baru = mohon(situs.kantor)
    with pytest.raises(SudahBerubah, match=baru.nomor):
        bicara.jawab_keberatan(by=situs.akun(LAIN), permohonan=satu, putusan="diterima", jawaban="Ya.")
    assert not Keberatan.objects.get().putusan


# --- the day ---------------------------------------------------------------------------------------------------


def perlu_dilengkapi(situs: Situs) -> Permohonan:
    satu = permohonan(situs.kantor, P.BKPSDM)
    return actions.btl(
        by=situs.akun(ADMINISTRATOR), permohonan=satu, alasan="unggah ulang SK PNS.", kode="berkas_keliru"
    )


def jaga() -> None:
    jaga_batas("", Klaim(Job(), "uji"))


def test_what_is_to_be_completed_says_until_when(situs: Situs):
    satu = perlu_dilengkapi(situs)
    assert satu.batas == date(2026, 12, 4)  # fourteen working days after Monday the 16th
    isi = halaman(situs, PEMILIK, satu)
    assert "Perlu dilengkapi (BTL) sebelum 4 Desember 2026: unggah ulang SK PNS." in isi
    assert "Lengkapi sebelum 4 Desember 2026" in isi


def test_the_stages_it_was_born_under_say_how_long(situs: Situs):
    satu = permohonan(situs.kantor, P.BKPSDM)
    satu.aturan_beku["tahap"].append(["btl", 5])
    satu.save()
    satu = actions.btl(by=situs.akun(ADMINISTRATOR), permohonan=satu, alasan="Unggah SK.", kode="berkas_kurang")
    assert satu.batas == date(2026, 11, 23)


def test_one_is_reminded_once_and_then_it_ends_by_itself(situs: Situs):
    satu = perlu_dilengkapi(situs)
    jaga()
    assert not Kabar.objects.filter(teks__contains="lengkapi sebelum").exists()
    with time_machine.travel(datetime(2026, 12, 2, 2, 0, tzinfo=UTC)):
        jaga()
        jaga()
    assert Kabar.objects.filter(pengguna=situs.akun(PEMILIK), teks__contains="lengkapi sebelum").count() == 1
    with time_machine.travel(datetime(2026, 12, 4, 2, 0, tzinfo=UTC)):
        jaga()
    satu.refresh_from_db()
    assert satu.status == P.KEDALUWARSA
    assert satu.putusan.latest("pk").oleh is None
    assert "Kedaluwarsa: Tidak dilengkapi sebelum 4 Desember 2026." in halaman(situs, PEMILIK, satu)


def test_what_was_sent_again_in_time_does_not_end(situs: Situs):
    satu = perlu_dilengkapi(situs)
    actions.lengkapi(by=situs.akun(PEMILIK), permohonan=satu)
    with time_machine.travel(datetime(2026, 12, 20, 2, 0, tzinfo=UTC)):
        jaga()
        with pytest.raises(SudahBerubah):
            actions.kedaluwarsa(permohonan=satu)
    satu.refresh_from_db()
    assert (satu.status, satu.batas) == (P.FASILITATOR, None)


def test_a_day_that_has_not_come_ends_nothing(situs: Situs):
    satu = perlu_dilengkapi(situs)
    with time_machine.travel(datetime(2026, 12, 3, 2, 0, tzinfo=UTC)), pytest.raises(SudahBerubah):
        actions.kedaluwarsa(permohonan=satu)
