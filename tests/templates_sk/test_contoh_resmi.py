"""Ten filled examples as a personnel office writes them, and what implementations seen in the field got wrong."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

import templates_sk
from templates_sk import DataError, gaji_pokok, kind, kinds, nama_lengkap, render, terbilang, validate
from templates_sk.susunan import hukum
from tests.templates_sk.letak import halaman

PAKET = Path(templates_sk.__file__).parent
KP = {
    "kepala": "BUPATI TANJUNG LESTARI",
    "nomor": "800.1.3.2/1187/BKPSDM/2025",
    "nomor_draf": "800.1.3.2/……/BKPSDM/2025",
    "tempat": "Teluk Permai",
    "tanggal": "2025-11-20",
    "penanda_tangan": {"jabatan": "BUPATI TANJUNG LESTARI", "nama": "DAMAR LANGIT PRANATA"},
    "nomor_urut": 14,
    "nama": "Laras Kinanti Wulandari, S.Kom.",
    "nip": "199305122019032911",
    "tempat_lahir": "Teluk Permai",
    "tanggal_lahir": "1993-05-12",
    "pendidikan": "S-1 Teknik Informatika",
    "golongan_lama": "III/a",
    "tmt_lama": "2019-03-01",
    "jabatan": "Pranata Komputer Ahli Pertama",
    "unit_kerja": "Dinas Komunikasi dan Informatika",
    "jenis_kp": "pilihan",
    "ak_kumulatif": "112.5",
    "tmt_kp": "2025-12-01",
    "golongan_baru": "III/b",
    "mk_tahun": 6,
    "mk_bulan": 9,
    "gaji_pokok": 3186600,
    "pertek": {"penerbit": "Kepala Kantor Regional XI BKN", "nomor": "PG-91530004411", "tanggal": "2025-11-12"},
    "tembusan": ["Kepala Kantor Regional XI BKN", "Kepala BPKAD", "Yang bersangkutan"],
}
SEPULUH = [
    (
        "sk_kenaikan_pangkat",
        KP,
        "PETIKAN | NOMOR 800.1.3.2/1187/BKPSDM/2025 | nomor urut: 14 | 12-05-1993 | Penata Muda / III/a / 01-03-2019 | "
        "01-12-2025 | Penata Muda Tingkat I | III/b | 112,500 | 06 Tahun 09 Bulan | Rp3.186.600,00 | Teluk Permai | "
        "20 November 2025 | BUPATI TANJUNG LESTARI, | DAMAR LANGIT PRANATA | Tembusan: | Yang bersangkutan.",
    ),
    (
        "surat_kgb",
        {},
        "Teluk Permai, 2 Desember 2024 | Yth. | Suryo Adi Nugraha, S.Pd. | Rp3.645.200,00 | 12 tahun 0 bulan | "
        "Rp3.760.100,00 | tiga juta tujuh ratus enam puluh ribu seratus rupiah | 14 tahun 0 bulan | 1 Januari 2025 | "
        "1 Januari 2027 | Pasal 11 Peraturan Pemerintah Nomor 7 Tahun 1977 | a.n. BUPATI TANJUNG LESTARI | Sekar",
    ),
    (
        "sk_pensiun",
        {},
        "BATAS USIA PENSIUN | PH-94110002207 | Drs. Wirya Saputra | 14-03-1968 | Rp5.399.900,00/33 tahun 1 bulan | "
        "Maret 2026 | 01-04-2026 | Rp4.050.000,00 (empat juta lima puluh ribu rupiah) | Ratna Dewi Anggraini | Galih | "
        "36% (tiga puluh enam persen) | Jalan Cempaka Nomor 7, Teluk Permai",
    ),
    (
        "sk_pengangkatan_pns",
        {},
        "Nadira Puspa Ayu, A.Md.Kes. | D-III Kebidanan | II/c | 445/1180/RSUD-TP/2025 | 00712/LATSAR/2025 | "
        "04 Tahun 01 Bulan | Rp2.485.900,00",
    ),
    (
        "sk_jabatan_fungsional",
        {},
        "PERPINDAHAN DARI JABATAN LAIN | 118/UKOM/2025 | B-2201/AK.02/2025 | Fajar Ramadhan Putra, S.A.P. | "
        "Analis Sumber Daya Manusia Aparatur | 62,500 | enam puluh dua koma lima | Rp540.000,00",
    ),
    (
        "sk_jabatan_pelaksana",
        {},
        "800.1.3.1/210/DINSOS/2025 | Intan Permata Sari, S.E. | Penata Tingkat I, III/d | Penata Laporan Keuangan | "
        "Pengelola Pemanfaatan Barang Milik Daerah | 1 September 2025 | a.n. BUPATI TANJUNG LESTARI | SEKRETARIS",
    ),
    (
        "sk_tugas_belajar",
        {},
        "dr. Bramantyo Hadi Kusuma | Universitas Samudra Nusa | Spesialis Penyakit Dalam | 48 (empat puluh delapan) | "
        "8 (delapan) tahun",
    ),
    (
        "surat_cuti_tahunan",
        {},
        "SURAT IZIN CUTI TAHUNAN | tahun 2025 | Maya Lestari Dewi, S.KM. | 5 (lima) hari kerja | 22 Desember 2025 | "
        "30 Desember 2025 | dengan ketentuan sebagai berikut: | a. | b. | 8 Desember 2025",
    ),
    (
        "sk_hukuman_disiplin",
        {"jenis_hukuman": "potong_tukin_6", "bulan_mulai": "November 2025", "pasal": "Pasal 4 huruf f"},
        "RAHASIA | 25% (DUA PULUH LIMA PERSEN) SELAMA 6 (ENAM) BULAN | Yoga Prasetyo Nugroho | Pasal 4 huruf f | "
        "November 2025 | hari kerja ke-15 (lima belas)",
    ),
    (
        "sk_pengangkatan_pppk",
        {},
        "Rizky Aditya Mahendra, S.Kom. | 199406152025211920 | IX | Rp3.203.600,00",
    ),
    (
        "perjanjian_kerja",
        {},
        "hari ini, Rabu, | tanggal satu bulan Oktober tahun dua ribu dua puluh lima | Rp3.203.600,00 | "
        "tiga juta dua ratus tiga ribu enam ratus rupiah | PIHAK KEDUA | PIHAK KESATU",
    ),
]


def baca(kode, **ubah):
    """The text of the naskah in the order of its lines."""
    hasil = render(kode, kind(kode).sample | ubah)
    return " ".join(k.teks for _, _, semua in halaman(hasil.pdf) for k in semua)


@pytest.mark.parametrize(("kode", "ubah", "kata"), SEPULUH, ids=[kode for kode, _, _ in SEPULUH])
def test_the_ten_examples_print_what_the_office_expects(kode, ubah, kata):
    isi = baca(kode, **ubah)
    assert [satu for satu in kata.split(" | ") if satu not in isi] == []


SEMUA_KATA = "\n".join(json.dumps(k.wording.model_dump(), ensure_ascii=False) for k in kinds())


def test_no_wording_cites_what_is_no_longer_in_force():
    cabut = r"PP 53|Nomor 53 Tahun 2010|Nomor 30 Tahun 2015|Nomor 5 Tahun 2014|Nomor 82 Tahun 2012|Nomor 4 Tahun 2023"
    assert re.findall(cabut, SEMUA_KATA) == []
    assert [d.judul for d in hukum.registri().values() if re.search(cabut, d.judul)] == []


def test_no_legal_basis_carries_gazette_numbers_copied_from_somewhere():
    assert [d.judul for d in hukum.registri().values() if re.search(r"Lembaran Negara|LN |TLN", d.judul)] == []


def test_no_signer_no_nip_and_no_region_is_written_into_the_wording():
    assert re.findall(r"\d{18}|Tanjung Lestari|TANJUNG LESTARI|Teluk Permai|Sekar|Damar|DAMAR", SEMUA_KATA) == []


def test_the_discipline_decree_cites_the_rule_in_force_and_offers_no_abolished_punishment():
    isi = baca("sk_hukuman_disiplin")
    assert "Peraturan Pemerintah Nomor 94 Tahun 2021" in isi
    with pytest.raises(DataError):
        validate("sk_hukuman_disiplin", kind("sk_hukuman_disiplin").sample | {"jenis_hukuman": "penundaan_kgb"})


def test_pay_is_read_from_the_table_and_never_interpolated():
    assert gaji_pokok("III/a", 15, on=date(2025, 1, 1)) == gaji_pokok("III/a", 14, on=date(2025, 1, 1)) == 3461100
    assert gaji_pokok("IX", 1, on=date(2025, 1, 1)) == gaji_pokok("IX", 0, on=date(2025, 1, 1)) == 3203600


@pytest.mark.parametrize("besar", [10**9 + 1, 999_999_999_999, 10**12, 123_456_789_012_345])
def test_words_of_great_numbers_are_exact(besar):
    assert "  " not in terbilang(besar)
    assert terbilang(besar) != terbilang(besar - 1)


@pytest.mark.parametrize("nama", ["I Gusti Ma’ruf", "DwiRahma", "d’Entrecasteaux", "Sitti Nur'aini"])
def test_names_are_printed_as_they_are_stored(nama):
    assert nama_lengkap("dr.", nama, "Sp.PD., M.Kes.") == f"dr. {nama}, Sp.PD., M.Kes."
    assert f"dr. {nama}, Sp.PD." in baca("surat_cuti_tahunan", nama=f"dr. {nama}, Sp.PD.")


@pytest.mark.parametrize("isi", ["ditandatangani oleh Bupati", "javascript:alert(1)", "ftp://contoh.example/x", "x y"])
def test_the_qr_holds_an_address_and_no_plain_text(isi):
    with pytest.raises(DataError) as salah:
        validate("surat_kgb", kind("surat_kgb").sample | {"verification_url": isi})
    assert [e.field for e in salah.value.errors] == ["verification_url"]


def test_the_qr_never_holds_the_persons_number():
    data = kind("surat_kgb").sample
    with pytest.raises(DataError) as salah:
        validate("surat_kgb", data | {"verification_url": f"https://contoh.example/cek/{data['nip']}"})
    assert "NIP" in salah.value.errors[0].message


def test_the_signature_place_does_not_depend_on_characters_of_the_text():
    biasa = render("surat_kgb", kind("surat_kgb").sample)
    jangkar = render("surat_kgb", kind("surat_kgb").sample | {"unit_kerja": "SMP # $ ^ 3"})
    assert biasa.signature == jangkar.signature


def test_dates_ask_no_locale():
    sumber = [f.read_text(encoding="utf-8") for f in PAKET.rglob("*.py")]
    assert not [s for s in sumber if "strftime" in s or "import locale" in s]


def test_the_pension_comes_from_the_consent_and_is_never_computed():
    data = kind("sk_pensiun").sample
    del data["pensiun_pokok"]
    with pytest.raises(DataError) as salah:
        validate("sk_pensiun", data)
    assert "pensiun_pokok" in {e.field for e in salah.value.errors}
    assert "Rp1.234.567,00" in baca("sk_pensiun", pensiun_pokok=1234567)


@pytest.mark.parametrize("butir", range(0, 12, 2))
def test_a_ruling_never_parts_from_its_label_whatever_stands_above(butir):
    menimbang = ["bahwa pertimbangan ini memenuhi beberapa baris " * 6 + ";"] * (butir + 1)
    hasil = render("sk_mutasi", kind("sk_mutasi").sample | {"menimbang": menimbang})
    for _, _, semua in halaman(hasil.pdf):
        for label in (k for k in semua if re.fullmatch("KE[A-Z]+", k.teks)):
            assert any(abs(k.bawah - label.bawah) < 4 and k.kiri > label.kanan + 5 for k in semua), label


@pytest.mark.parametrize(
    ("kode", "ubah", "judul", "sebab"),
    [
        ("sk_pensiun", {}, "MENCAPAI BATAS USIA PENSIUN", "telah mencapai batas usia pensiun"),
        ("sk_pensiun", {"jenis": "aps"}, "PEMBERHENTIAN ATAS PERMINTAAN SENDIRI", "mengajukan permintaan berhenti"),
        ("sk_pensiun", {"jenis": "uzur"}, "TIDAK CAKAP JASMANI DAN/ATAU ROHANI", "tim penguji kesehatan"),
        ("sk_pensiun", {"golongan_baru": "IV/b"}, "PEMBERIAN KENAIKAN PANGKAT PENGABDIAN,", "pangkat pengabdian"),
        ("sk_pensiun_janda_duda", {}, "PEMBERIAN PENSIUN JANDA", "pensiun janda"),
        ("sk_pensiun_janda_duda", {"hubungan": "suami"}, "PEMBERIAN PENSIUN DUDA", "pensiun duda"),
        ("sk_pensiun_janda_duda", {"hubungan": "anak", "tanggal_nikah": None}, "PENSIUN ANAK", "pensiun anak"),
        ("sk_pensiun_janda_duda", {"golongan_anumerta": "IV/a"}, "KENAIKAN PANGKAT ANUMERTA", "Pembina, IV/a"),
    ],
)
def test_every_kind_of_pension_says_which_it_is(kode, ubah, judul, sebab):
    teks = " ".join(baca(kode, **ubah).split())
    assert judul in teks
    assert sebab in teks
    assert ("Tanggal perkawinan" in teks) == (ubah.get("hubungan") != "anak")
