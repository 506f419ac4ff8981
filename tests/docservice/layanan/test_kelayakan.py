"""Who may be promoted today, and what exactly is missing (riwayat-layanan D.l; BABEL 10)."""

from __future__ import annotations

from datetime import date

import pytest

from docservice.dokumen.status import StatusDokumen
from docservice.layanan.kelayakan import Butir, Hasil, Pemeriksaan, awal_bulan_depan, tambah_tahun
from docservice.layanan.models import AturanLayanan
from docservice.pegawai.models import Halangan, Pegawai
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from tests.docservice.bersama import KantorUji
from tests.docservice.layanan.alat import BERKAS, berpangkat, hasil, kp, lengkapi
from tests.docservice.riwayat.alat import berkas

pytestmark = pytest.mark.django_db


def butir(pemeriksaan: Pemeriksaan, kode: str) -> Butir:
    return next(b for b in pemeriksaan.butir if b.kode == kode)


def kode(daftar: list[Butir]) -> set[str]:
    return {b.kode for b in daftar}


# --- the sample people -----------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-10-1l", "BABEL-14-5")
def test_damar_is_eligible_and_the_decree_is_planned_from_his_row(kantor_contoh: KantorUji):
    lengkapi(kantor_contoh)
    periksa = hasil(kantor_contoh, 13)
    assert (periksa.lengkap, periksa.kurang, periksa.tidak, periksa.menunggu) == (True, [], [], [])
    assert periksa.data == {
        "jenis_kp": "101",
        "golongan_lama": "III/a",
        "tmt_lama": "2022-02-01",
        "golongan_baru": "III/b",
        "tmt_kp": "2026-12-01",
        "mk_tahun": 4,
        "mk_bulan": 10,
        "gaji_pokok": 3_089_300,
    }


@pytest.mark.syarat("BABEL-10-2", "BABEL-10-3")
def test_damar_without_papers_is_told_each_missing_one_and_nothing_else(kantor_contoh: KantorUji):
    periksa = hasil(kantor_contoh, 13)
    assert kode(periksa.kurang) == {"golongan", *(f"dokumen:{jenis}:{minor}" for jenis, minor in BERKAS)}
    assert periksa.tidak == []
    assert butir(periksa, "dokumen:EKIN:2025").nama.endswith("2025")


@pytest.mark.parametrize("tanpa", ["SK_CPNS", "SK_PNS", "EKIN", "KARPEG"])
def test_the_one_missing_kind_is_the_one_that_is_named(kantor_contoh: KantorUji, tanpa: str):
    lengkapi(kantor_contoh, kecuali=tanpa)
    periksa = hasil(kantor_contoh, 13)
    assert {b.jenis_dokumen for b in periksa.kurang} == {tanpa}
    assert not periksa.lengkap


def test_ratna_is_blocked_until_she_has_passed_the_service_examination(kantor_contoh: KantorUji):
    lengkapi(kantor_contoh, 14)
    periksa = hasil(kantor_contoh, 14)
    assert (periksa.data["golongan_lama"], periksa.data["golongan_baru"]) == ("II/d", "III/a")
    assert kode(periksa.kurang) == {"dokumen:STL_UD:"}
    assert butir(periksa, "puncak").keterangan == "Paling tinggi III/b, Penata Muda Tingkat I."
    berkas(kantor_contoh, 14, "STL_UD", status=StatusDokumen.TERVERIFIKASI)
    assert hasil(kantor_contoh, 14).lengkap


@pytest.mark.parametrize(
    ("nomor", "kalimat"),
    [
        (16, "Sedang menjalani hukuman disiplin tingkat sedang sampai 31 Maret 2027."),
        (19, "Sedang menjalani tugas belajar sampai 31 Juli 2027."),
        (20, "Sedang menjalani cuti di luar tanggungan negara sampai 30 April 2027."),
    ],
)
def test_whoever_is_hindered_is_told_by_what_and_until_when(kantor_contoh: KantorUji, nomor: int, kalimat: str):
    periksa = hasil(kantor_contoh, nomor)
    assert butir(periksa, "halangan").hasil == Hasil.TIDAK
    assert butir(periksa, "halangan").keterangan == kalimat
    assert not periksa.lengkap


@pytest.mark.parametrize("nomor", [11, 17, 19, 20, 21, 22, 23, 24])
def test_cpns_pppk_retired_and_absent_people_are_no_active_civil_servants(kantor_contoh: KantorUji, nomor: int):
    periksa = hasil(kantor_contoh, nomor)
    assert butir(periksa, "aktif").hasil == Hasil.TIDAK
    assert not periksa.lengkap


@pytest.mark.parametrize("nomor", [1, 5, 7, 9, 12, 15, 16, 18])
def test_structural_and_functional_posts_take_another_path(kantor_contoh: KantorUji, nomor: int):
    assert butir(hasil(kantor_contoh, nomor), "jalur").hasil == Hasil.TIDAK


@pytest.mark.syarat("BABEL-14-5")
def test_a_proposal_that_nobody_validated_counts_for_nothing(kantor_contoh: KantorUji):
    lengkapi(kantor_contoh)
    Riwayat.objects.milik(kantor_contoh.orang(13)).jenis("golongan").update(status=StatusRiwayat.DIVERIFIKASI)
    periksa = hasil(kantor_contoh, 13)
    assert kode(periksa.kurang) == {"golongan"}
    assert periksa.data == {}


# --- rules -----------------------------------------------------------------------------------------------------


def test_four_years_in_rank_count_to_the_first_of_next_month(kantor_contoh: KantorUji):
    berpangkat(kantor_contoh, 13, "III/a", date(2022, 12, 1))
    assert butir(hasil(kantor_contoh, 13), "masa_pangkat").hasil == Hasil.TERPENUHI


def test_too_short_in_rank_says_from_when(kantor_contoh: KantorUji):
    berpangkat(kantor_contoh, 13, "III/a", date(2023, 1, 1))
    satu = butir(hasil(kantor_contoh, 13), "masa_pangkat")
    assert satu.hasil == Hasil.TIDAK
    assert "3 tahun 11 bulan" in satu.keterangan
    assert "Dapat diajukan mulai 1 Januari 2027." in satu.keterangan


@pytest.mark.parametrize(
    ("pendidikan", "golongan", "boleh"),
    [("15", "III/a", True), ("15", "III/b", False), ("40", "III/c", True), ("40", "III/d", False), ("05", "I/d", True)],
)
def test_the_top_rank_follows_education(kantor_contoh: KantorUji, pendidikan: str, golongan: str, boleh: bool):
    Pegawai.objects.filter(nip=kantor_contoh.nip[13]).update(tingkat_pendidikan=pendidikan)
    berpangkat(kantor_contoh, 13, golongan, date(2020, 4, 1))
    assert (butir(hasil(kantor_contoh, 13), "puncak").hasil == Hasil.TERPENUHI) is boleh


def test_an_unknown_education_is_not_guessed(kantor_contoh: KantorUji):
    Pegawai.objects.filter(nip=kantor_contoh.nip[13]).update(tingkat_pendidikan="??")
    berpangkat(kantor_contoh, 13, "III/a", date(2020, 4, 1))
    assert butir(hasil(kantor_contoh, 13), "puncak").hasil == Hasil.TIDAK


@pytest.mark.parametrize("predikat", ["Butuh Perbaikan", "Kurang", "Sangat Kurang"])
def test_one_bad_year_of_the_last_two_is_enough_to_wait(kantor_contoh: KantorUji, predikat: str):
    baris = Riwayat.objects.milik(kantor_contoh.orang(13)).jenis("kinerja").get(data__tahun=2024)
    Riwayat.objects.filter(pk=baris.pk).update(data={**baris.data, "predikat": predikat})
    satu = butir(hasil(kantor_contoh, 13), "kinerja")
    assert satu.hasil == Hasil.TIDAK
    assert f"2024: {predikat}" in satu.nilai


def test_a_missing_year_is_named(kantor_contoh: KantorUji):
    Riwayat.objects.milik(kantor_contoh.orang(13)).jenis("kinerja").filter(data__tahun=2025).delete()
    satu = butir(hasil(kantor_contoh, 13), "kinerja")
    assert (satu.hasil, satu.keterangan) == (Hasil.KURANG, "Riwayat evaluasi kinerja 2025 belum tervalidasi.")


@pytest.mark.parametrize(
    ("dari", "sampai", "hasilnya"),
    [
        (date(2026, 11, 16), None, Hasil.TIDAK),
        (date(2026, 11, 17), None, Hasil.TERPENUHI),
        (date(2026, 1, 1), date(2026, 11, 16), Hasil.TIDAK),
        (date(2026, 1, 1), date(2026, 11, 15), Hasil.TERPENUHI),
    ],
)
def test_a_hindrance_counts_on_its_first_and_last_day(
    kantor_contoh: KantorUji, dari: date, sampai: date | None, hasilnya: Hasil
):
    Halangan.objects.create(
        pegawai=kantor_contoh.orang(13), jenis="hukdis_berat", dari=dari, sampai=sampai, dasar="Kep.1"
    )
    assert butir(hasil(kantor_contoh, 13), "halangan").hasil == hasilnya


@pytest.mark.parametrize(
    ("status", "hasilnya", "kata"),
    [
        (StatusDokumen.TERVERIFIKASI, Hasil.TERPENUHI, "Terverifikasi"),
        (StatusDokumen.MENUNGGU, Hasil.MENUNGGU, "tidak perlu melakukan apa pun"),
        (StatusDokumen.DIPROSES, Hasil.MENUNGGU, ""),
        (StatusDokumen.DIKEMBALIKAN, Hasil.KURANG, "Dikembalikan"),
        (StatusDokumen.GAGAL, Hasil.KURANG, "tidak dapat diterima"),
    ],
)
def test_a_paper_is_judged_by_its_state(kantor_contoh: KantorUji, status: str, hasilnya: Hasil, kata: str):
    berkas(kantor_contoh, 13, "KARPEG", status=status)
    satu = butir(hasil(kantor_contoh, 13), "dokumen:KARPEG:")
    assert satu.hasil == hasilnya
    assert kata in satu.keterangan


def test_of_several_papers_the_verified_one_fills_the_slot(kantor_contoh: KantorUji):
    baik = berkas(kantor_contoh, 13, "KARPEG", status=StatusDokumen.TERVERIFIKASI)
    berkas(kantor_contoh, 13, "KARPEG", status=StatusDokumen.DIKEMBALIKAN)
    assert butir(hasil(kantor_contoh, 13), "dokumen:KARPEG:").dokumen == baik.pk


def test_another_years_paper_fills_no_slot(kantor_contoh: KantorUji):
    berkas(kantor_contoh, 13, "EKIN", minor="2023", status=StatusDokumen.TERVERIFIKASI)
    assert butir(hasil(kantor_contoh, 13), "dokumen:EKIN:2024").hasil == Hasil.KURANG


@pytest.mark.syarat("BABEL-10-5")
def test_every_rule_names_its_article_and_the_decision_that_set_it(kantor_contoh: KantorUji):
    assert all(a.dasar and a.keputusan_nomor and a.keputusan_tanggal for a in kp().aturan_berlaku)
    assert all(s.keputusan_nomor for s in kp().syarat_berlaku)
    for satu in ("masa_pangkat", "puncak", "kinerja", "halangan"):
        berpangkat(kantor_contoh, 13, "III/a", date(2022, 2, 1))
        assert butir(hasil(kantor_contoh, 13), satu).dasar


def test_a_rule_whose_period_is_over_no_longer_counts(kantor_contoh: KantorUji):
    berpangkat(kantor_contoh, 13, "III/a", date(2022, 2, 1))
    lama = AturanLayanan.objects.get(kode="masa_dalam_pangkat_tahun")
    AturanLayanan.objects.filter(pk=lama.pk).update(berlaku_sampai=date(2026, 10, 31))
    lama.pk, lama.nilai, lama.berlaku_dari = None, 5, date(2026, 11, 1)
    lama.save()
    assert butir(hasil(kantor_contoh, 13), "masa_pangkat").hasil == Hasil.TIDAK


# --- the calendar ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hari", "bulan_depan"),
    [
        (date(2026, 11, 1), date(2026, 12, 1)),
        (date(2026, 11, 30), date(2026, 12, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2024, 2, 29), date(2024, 3, 1)),
    ],
)
def test_the_next_first_of_the_month(hari: date, bulan_depan: date):
    assert awal_bulan_depan(hari) == bulan_depan


def test_a_leap_day_plus_years_is_the_first_of_march():
    assert tambah_tahun(date(2024, 2, 29), 1) == date(2025, 3, 1)
    assert tambah_tahun(date(2024, 2, 29), 4) == date(2028, 2, 29)
