"""What BKN writes, read: names of columns, spellings, dates, and every mistake at once."""

from __future__ import annotations

import pytest

from docservice.rekonsiliasi import baku
from docservice.rekonsiliasi.ekspor import DIBULATKAN, baca_ekspor
from docservice.riwayat.sandi import sidik
from storage import Table

NIP, PPPK = "199001012015031901", "199503182022212951"


def satu(judul: list[str], *baris: list[str]):
    return baca_ekspor(Table(judul, [(n, sel) for n, sel in enumerate(baris, start=2)]))


@pytest.mark.parametrize(
    "judul",
    [
        ["NIP BARU", "NAMA", "TANGGAL LAHIR", "GOL AKHIR NAMA"],
        ["nip_baru", "nama", "tgl_lahir", "gol_ruang_akhir_id"],
        ["nipBaru", "Nama", "tglLahir", "golRuangAkhir"],
    ],
)
def test_columns_are_known_by_name_however_they_are_written(judul: list[str]):
    isi = satu(judul, [NIP, "SARI", "31-12-1990", "31" if "id" in judul[3] else "III/A"])
    assert isi.galat == []
    assert isi.orang[0].nilai == {"nama": "SARI", "tanggal_lahir": "1990-12-31", "golongan": "III/a"}


def test_order_does_not_matter_and_what_nobody_knows_is_reported():
    isi = satu(["CATATAN KANTOR", "NAMA", "PNS ID", "NIP BARU", "EMAIL"], ["x", "SARI", "1", NIP, "a@b"])
    assert "NAMA" not in isi.asing
    assert isi.asing == ["CATATAN KANTOR"]
    assert [salah for _, salah in isi.galat] == [
        "Tidak ada kolom yang dapat dibandingkan selain nama. Pakai judul kolom asli SIASN."
    ]


def test_a_file_of_something_else_is_refused_with_a_sentence():
    isi = satu(["Tanggal", "Jumlah"], ["1-1-2026", "2"])
    assert [salah for _, salah in isi.galat] == [
        "Tidak ada kolom NIP. Ekspor dari SIASN memuat kolom “NIP BARU”.",
        "Tidak ada kolom NAMA. Ekspor ulang dengan kolom itu.",
    ]


def test_every_mistake_of_every_line_is_named_at_once():
    isi = satu(
        ["NIP", "NAMA", "TMT CPNS"],
        [NIP, "SARI", "1-1-2015"],
        ["123", "", "kemarin"],
        ["1.99001012015032e+17", "BUDI", ""],
        [NIP, "SARI LAGI", ""],
    )
    assert isi.galat == [
        (2, f"NIP {NIP} ada lebih dari sekali."),
        (3, "NIP terdiri atas 18 angka."),
        (3, "Nama belum diisi."),
        (3, "TMT CPNS “kemarin” tidak dikenal. Tulis seperti 31-12-2026."),
        (4, DIBULATKAN),
        (5, f"NIP {NIP} ada lebih dari sekali."),
    ]


def test_of_a_nik_only_its_fingerprint_is_kept():
    isi = satu(["NIP", "NAMA", "NIK"], [NIP, "SARI", "3201 0101 0190 0001"])
    assert isi.orang[0].nilai["nik"] == sidik("nik", "3201010101900001")


def test_bkn_leaves_the_standing_of_a_pppk_empty():
    isi = satu(["NIP", "NAMA", "STATUS CPNS PNS"], [PPPK, "NADYNE", ""], [NIP, "SARI", "P"])
    assert [o.nilai["jenis_asn"] for o in isi.orang] == ["PPPK", "PNS"]


@pytest.mark.parametrize(
    ("baca", "teks", "nilai"),
    [
        (baku.golongan, "32", "III/b"),
        (baku.golongan, "Penata Muda (III/B)", "III/b"),
        (baku.golongan, "Golongan IX", "IX"),
        (baku.golongan, "khusus", "khusus"),
        (baku.kedudukan, "1", "01"),
        (baku.kedudukan, "AKTIF", "01"),
        (baku.agama, "ISLAM", "1"),
        (baku.kawin, "Belum Kawin", "4"),
        (baku.tanggal, "01/02/2024", "2024-02-01"),
        (baku.tanggal, "2024-02-01 00:00:00", "2024-02-01"),
        (baku.tempat, "KAB. BANGKA", "bangka"),
        (baku.tempat, "Kotabaru", "kotabaru"),
        (baku.jurusan, "S-1 PENDIDIKAN BIOLOGI", "pendidikanbiologi"),
        (baku.jurusan, "SLTA", "slta"),
        (baku.rapat, "S.Kom., M.T.", "skommt"),
        (lambda teks: baku.menurut(baku.JENJANG, teks), "S-1/Sarjana", "40"),
        (lambda teks: baku.menurut(baku.KELAMIN, teks), "F", "P"),
        (lambda teks: baku.menurut(baku.JENIS_JABATAN, teks), "Jabatan Fungsional Umum", "4"),
    ],
)
def test_the_same_thing_written_otherwise_is_no_difference(baca, teks, nilai):
    assert baca(teks) == nilai
