"""Proposing a row through the pages: readings are answered one by one, nothing typed is lost, nothing goes in twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from docservice.dokumen.models import Dokumen, Isian
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat import actions
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from tests.docservice.factories import versi_dari
from tests.docservice.halaman import (
    ADMINISTRATOR,
    FASILITATOR,
    FASILITATOR_LAIN,
    KEPALA,
    PEMILIK,
    TETANGGA,
    Situs,
    teks,
    tersembunyi,
)

LAIN = {"golongan": "III/a", "jenis_kp": "211", "mk_golongan_tahun": "0", "mk_golongan_bulan": "0"}
SEDANG, ASAL = {"langkah": "simpan"}, {"HX-Request": "true"}
SESUAI = {"asal_sk_nomor": "sesuai", "asal_sk_tanggal": "sesuai", "asal_tmt_golongan": "sesuai"}


@pytest.fixture
def sk(situs: Situs) -> Dokumen:
    """A decree that was read: number with doubt, two dates without."""
    dokumen = situs.dokumen(PEMILIK, "SK_CPNS")
    for nama, nilai, keyakinan in (
        ("nomor", "821.13/0456/BKPSDM/2022", 61),
        ("tanggal", "2022-01-20", 96),
        ("tmt", "2022-02-01", 96),
        ("golongan", "XIV/z", 96),  # a misreading that no field would accept
    ):
        kotak = [0.2, 0.3, 0.5, 0.32]
        Isian.objects.create(
            versi=dokumen.versi_terkini, nama=nama, nilai=nilai, halaman=1, kotak=kotak, keyakinan=keyakinan
        )
    return dokumen


def alamat(dokumen: Dokumen) -> str:
    return f"{reverse('riwayat:baru')}?dokumen={dokumen.pk}&jenis=golongan"


def kirim(klien: Client, jalur: str, langkah: str, **isi: Any) -> Any:
    """The form as a browser sends it: its hidden fields, what was typed, the button pressed."""
    return klien.post(jalur, {**tersembunyi(klien.get(jalur)), **LAIN, **SESUAI, **isi, "langkah": langkah})


def ajukan(situs: Situs, sk: Dokumen) -> Riwayat:
    kirim(situs.masuk(PEMILIK), alamat(sk), "ajukan", pernyataan="on")
    return Riwayat.objects.get(bukti__dokumen=sk)


def test_a_reading_is_offered_with_its_strip_and_neither_answer_is_chosen(situs: Situs, sk: Dokumen):
    jawaban = situs.masuk(PEMILIK).get(alamat(sk))
    isi = teks(jawaban)
    assert "Periksa isian yang kami baca" in isi
    assert "20 Januari 2022" in isi
    assert isi.count("Kami tidak yakin membaca bagian ini. Tulis sesuai kertas.") == 1
    assert jawaban.content.count(b'class="potongan"') == 3
    assert b"checked" not in jawaban.content
    assert "XIV/z" not in isi


def test_unanswered_readings_do_not_count_whatever_the_field_holds(situs: Situs, sk: Dokumen):
    saya = situs.masuk(PEMILIK)
    jawaban = kirim(saya, alamat(sk), "periksa", asal_sk_nomor="", sk_nomor="821.13/0456/BKPSDM/2022")
    assert jawaban.status_code == 422
    assert teks(jawaban).count("Nomor SK: pilih Sesuai atau Perbaiki.") == 2  # summary and field
    assert jawaban.content.decode().count(" checked") == 2  # the others stay answered
    assert 'value="III/a" selected' in jawaban.content.decode()


def test_agreeing_takes_the_value_that_was_read_not_what_the_form_sent(situs: Situs, sk: Dokumen):
    kirim(situs.masuk(PEMILIK), alamat(sk), "ajukan", pernyataan="on", sk_nomor="palsu", tmt_golongan="1 Mei 2026")
    baris = Riwayat.objects.get(bukti__dokumen=sk)
    assert (baris.data["sk_nomor"], baris.tmt) == ("821.13/0456/BKPSDM/2022", date(2022, 2, 1))
    assert baris.asal_isian["sk_nomor"] == "sesuai"
    assert baris.asal_isian["golongan"] == "diketik"


def test_correcting_takes_what_was_typed_and_says_so_to_the_officers(situs: Situs, sk: Dokumen):
    perbaikan = {"asal_sk_nomor": "diperbaiki", "sk_nomor": "821.13/0458/BKPSDM/2022"}
    kirim(situs.masuk(PEMILIK), alamat(sk), "ajukan", pernyataan="on", **perbaikan)
    baris = Riwayat.objects.get(bukti__dokumen=sk)
    assert (baris.data["sk_nomor"], baris.asal_isian["sk_nomor"]) == ("821.13/0458/BKPSDM/2022", "diperbaiki")
    isi = teks(situs.masuk(FASILITATOR).get(reverse("riwayat:periksa", args=[baris.pk])))
    assert "Diperbaiki pegawai" in isi
    assert "Terbaca di halaman: “821.13/0456/BKPSDM/2022”" in isi


def test_a_rule_of_the_kind_is_said_at_the_field_and_in_the_summary(situs: Situs, sk: Dokumen):
    salah = {"asal_tmt_golongan": "diperbaiki", "tmt_golongan": "2 Februari 2022"}
    jawaban = kirim(situs.masuk(PEMILIK), alamat(sk), "periksa", **salah)
    assert jawaban.status_code == 422
    assert teks(jawaban).count("TMT golongan harus tanggal 1. Ubah tanggalnya.") == 2
    assert "2 Februari 2022" in jawaban.content.decode()


def test_the_summary_shows_everything_once_more_and_can_be_changed(situs: Situs, sk: Dokumen):
    saya = situs.masuk(PEMILIK)
    jawaban = kirim(saya, alamat(sk), "periksa")
    assert "Periksa sebelum mengajukan" in teks(jawaban)
    assert "Golongan ruang III/a, Penata Muda" in teks(jawaban)
    assert b"checked" not in jawaban.content  # the statement is never pre-ticked
    assert not Riwayat.objects.filter(bukti__dokumen=sk).exists()
    kembali = saya.post(alamat(sk), {**tersembunyi(jawaban), "langkah": "ubah"})
    assert kembali.status_code == 200
    assert kembali.content.decode().count(" checked") == 3


def test_what_is_typed_is_kept_until_it_is_sent(situs: Situs, sk: Dokumen):
    klien, jalur = situs.masuk(PEMILIK), alamat(sk)
    semua = {**tersembunyi(klien.get(jalur)), **LAIN, "asal_sk_nomor": "diperbaiki", "sk_nomor": "821/7", **SEDANG}
    assert "Tersimpan " in teks(klien.post(jalur, semua, headers=ASAL | {"referer": f"http://testserver{jalur}"}))
    kembali = klien.get(jalur).content.decode()
    assert 'value="821/7"' in kembali
    assert "Isian Anda kami simpan." in kembali
    klien.post(jalur, semua, headers=ASAL | {"referer": f"http://testserver{jalur}"})
    assert kirim(klien, jalur, "ajukan", pernyataan="on").status_code == 302
    assert not klien.cookies["isian"].value, "nothing waits any more"


def test_a_page_that_hides_where_it_stands_says_that_nothing_was_kept(situs: Situs, sk: Dokumen):
    assert "Belum tersimpan." in teks(situs.masuk(PEMILIK).post(alamat(sk), {**LAIN, **SEDANG}, headers=ASAL))


def test_without_the_statement_nothing_is_sent_and_nothing_is_lost(situs: Situs, sk: Dokumen):
    jawaban = kirim(situs.masuk(PEMILIK), alamat(sk), "ajukan")
    assert jawaban.status_code == 422
    assert "Centang dulu pernyataan" in teks(jawaban)
    assert tersembunyi(jawaban)["golongan"] == "III/a"
    assert not Riwayat.objects.filter(bukti__dokumen=sk).exists()


def test_sending_twice_leads_to_the_one_proposal(situs: Situs, sk: Dokumen):
    saya, isi = situs.masuk(PEMILIK), {**LAIN, **SESUAI, "pernyataan": "on", "langkah": "ajukan"}
    isi |= tersembunyi(saya.get(alamat(sk)))
    tujuan = {saya.post(alamat(sk), isi).headers["Location"] for _ in range(2)}
    baris = Riwayat.objects.get(bukti__dokumen=sk)
    assert tujuan == {reverse("riwayat:usulan", args=[baris.pk])}


def test_readings_of_a_file_that_was_replaced_meanwhile_are_answered_again(situs: Situs, sk: Dokumen):
    saya = situs.masuk(PEMILIK)
    lama = tersembunyi(saya.get(alamat(sk)))
    versi_dari(sk, b"%PDF-1.7 baru")
    jawaban = saya.post(alamat(sk), {**LAIN, **SESUAI, **lama, "pernyataan": "on", "langkah": "ajukan"})
    assert jawaban.status_code == 409
    assert "Berkas ini baru saja diganti. Isian Anda tetap ada" in teks(jawaban)
    assert not Riwayat.objects.filter(bukti__dokumen=sk).exists()


def test_the_first_step_lists_what_can_prove_something_and_does_not_yet(situs: Situs, sk: Dokumen):
    saya = situs.masuk(PEMILIK)
    sumpah = situs.dokumen(PEMILIK, "BA_SUMPAH")
    isi = saya.get(reverse("riwayat:baru")).content.decode()
    assert f"?dokumen={sk.pk}&amp;jenis=golongan" in isi
    assert f"?dokumen={sumpah.pk}&amp;" not in isi
    ajukan(situs, sk)
    assert f"?dokumen={sk.pk}&amp;" not in saya.get(reverse("riwayat:baru")).content.decode()


def test_a_paper_that_proves_nothing_is_refused_with_a_way_on(situs: Situs):
    sumpah = situs.dokumen(PEMILIK, "BA_SUMPAH")
    jawaban = situs.masuk(PEMILIK).get(f"{reverse('riwayat:baru')}?dokumen={sumpah.pk}")
    assert jawaban.status_code == 422
    assert f"{sumpah.jenis.nama} bukan bukti riwayat. Pilih dokumen lain." in teks(jawaban)


def test_who_may_begin_a_proposal_and_who_finds_nothing(situs: Situs, sk: Dokumen):
    boleh = {PEMILIK: 200, FASILITATOR: 200, FASILITATOR_LAIN: 404, ADMINISTRATOR: 200, KEPALA: 403, TETANGGA: 404}
    assert {n: situs.masuk(n).get(alamat(sk)).status_code for n in boleh} == boleh


@pytest.mark.syarat("BABEL-1-17")
def test_after_sending_the_owner_sees_whose_turn_it_is_and_may_withdraw(situs: Situs, sk: Dokumen):
    baris, saya = ajukan(situs, sk), situs.masuk(PEMILIK)
    isi = teks(saya.get(reverse("riwayat:usulan", args=[baris.pk])))
    assert "Diajukan" in isi
    assert "Diperiksa fasilitator" in isi
    saya.post(reverse("riwayat:tarik", args=[baris.pk]))
    baris.refresh_from_db()
    assert baris.status == StatusRiwayat.DIBATALKAN
    assert saya.post(reverse("riwayat:tarik", args=[baris.pk])).status_code == 409


def test_nobody_else_withdraws_a_proposal(situs: Situs, sk: Dokumen):
    baris = ajukan(situs, sk)
    tarik = reverse("riwayat:tarik", args=[baris.pk])
    assert {n: situs.masuk(n).post(tarik).status_code for n in (FASILITATOR, TETANGGA)} == {
        FASILITATOR: 403,
        TETANGGA: 404,
    }


def test_a_returned_proposal_keeps_what_was_typed_and_goes_again(situs: Situs, sk: Dokumen):
    baris, saya = ajukan(situs, sk), situs.masuk(PEMILIK)
    actions.kembalikan(by=situs.akun(FASILITATOR), riwayat=baris, catatan="Masa kerja belum benar.")
    perbaiki = reverse("riwayat:perbaiki", args=[baris.pk])
    halaman = saya.get(perbaiki)
    assert "Masa kerja belum benar." in teks(halaman)
    assert 'value="III/a" selected' in halaman.content.decode()
    kirim(saya, perbaiki, "ajukan", pernyataan="on", mk_golongan_bulan="3")
    baris.refresh_from_db()
    assert (baris.status, baris.data["mk_golongan_bulan"]) == (StatusRiwayat.DIAJUKAN, 3)


def test_a_form_opened_before_the_last_change_does_not_overwrite_it(situs: Situs, sk: Dokumen):
    baris, saya = ajukan(situs, sk), situs.masuk(PEMILIK)
    actions.kembalikan(by=situs.akun(FASILITATOR), riwayat=baris, catatan="Periksa lagi.")
    perbaiki = reverse("riwayat:perbaiki", args=[baris.pk])
    lama = tersembunyi(saya.get(perbaiki))
    Riwayat.objects.filter(pk=baris.pk).update(revisi=99)
    jawaban = saya.post(perbaiki, {**LAIN, **SESUAI, **lama, "pernyataan": "on", "langkah": "ajukan"})
    assert jawaban.status_code == 409
    assert "Data ini baru saja diubah orang lain. Isian Anda tetap ada" in teks(jawaban)


def test_the_history_shows_the_value_in_force_the_proposal_above_and_its_proof(situs: Situs, sk: Dokumen):
    ajukan(situs, sk)
    isi = teks(situs.masuk(PEMILIK).get(reverse("riwayat:riwayat")))
    assert f"Evaluasi kinerja saat ini: {timezone.localdate().year - 1}: Baik" in isi
    assert "bukti: SK CPNS Diajukan" in isi
    hanya = teks(situs.masuk(PEMILIK).get(f"{reverse('riwayat:riwayat')}?jenis=kinerja"))
    assert "bukti: SK CPNS" not in hanya


@pytest.mark.syarat("BABEL-14-3")
def test_a_row_that_starts_later_is_not_called_the_present_one(situs: Situs, sk: Dokumen):
    baris = ajukan(situs, sk)
    for tmt in ("2022-02-01", "2099-04-01"):
        Riwayat.objects.filter(pk=baris.pk).update(
            tmt=tmt, status=StatusRiwayat.TERVALIDASI, divalidasi_pada=timezone.now()
        )
        isi = teks(situs.masuk(PEMILIK).get(reverse("riwayat:riwayat")))
        assert ("Golongan saat ini: III/a" in isi) is (tmt < "2099")
        assert ("Mulai 1 April 2099: III/a Penata Muda" in isi) is (tmt > "2099")


def test_officers_open_the_history_of_those_they_may_see(situs: Situs):
    jalur = f"{reverse('riwayat:riwayat')}?pegawai={situs.orang(PEMILIK).nip}"
    boleh = {FASILITATOR: 200, ADMINISTRATOR: 200, TETANGGA: 404}
    assert {n: situs.masuk(n).get(jalur).status_code for n in boleh} == boleh
    assert "Usulkan perubahan" not in teks(situs.masuk(FASILITATOR).get(jalur))


def test_a_read_decree_offers_its_next_step_to_its_owner_only(situs: Situs, sk: Dokumen):
    dokumen = reverse("dokumen:dokumen", args=[sk.pk])
    assert "Periksa isian" in teks(situs.masuk(PEMILIK).get(dokumen))
    assert "Periksa isian" not in teks(situs.masuk(FASILITATOR).get(dokumen))
    baris = ajukan(situs, sk)
    sesudah = teks(situs.masuk(PEMILIK).get(dokumen))
    assert "Periksa isian" not in sesudah
    assert "Riwayat golongan III/a Penata Muda diajukan" in sesudah
    Dokumen.objects.filter(pk=sk.pk).update(status=StatusDokumen.TERVERIFIKASI)
    actions.verifikasi(by=situs.akun(FASILITATOR), riwayat=baris)
