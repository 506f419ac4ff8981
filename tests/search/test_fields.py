"""Facts from text: every shape offices use, and silence where the text is weak."""

from __future__ import annotations

import pytest

from search import Page, Word, find_fields
from tests.search.conftest import facts, fields

PROMOTION = (
    "5. Pangkat lama/Golongan ruang/TMT : Penata Muda / III/a / 01-03-2019\n"
    "terhitung mulai tanggal 01-12-2025 dinaikkan pangkatnya menjadi Penata Muda Tingkat I\n"
    "golongan ruang III/b, dengan masa kerja golongan 06 Tahun 09 Bulan, dan diberikan gaji pokok sebesar\n"
    "Rp3.186.600,00 (tiga juta seratus delapan puluh enam ribu enam ratus rupiah) ditambah"
)


def test_a_promotion_reports_the_rank_it_gives_and_keeps_the_old_one_apart() -> None:
    found = facts(PROMOTION)
    assert found["golongan"] == "III/b"
    assert found["tmt"] == "2025-12-01"
    assert found["golongan_lama"] == "III/a"
    assert found["tmt_lama"] == "2019-03-01"
    assert found["mkg"] == "06-09"
    assert found["gaji"] == "3186600"


def test_the_old_rank_and_its_date_in_brackets_are_not_taken_for_the_new() -> None:
    text = PROMOTION.replace("Penata Muda / III/a / 01-03-2019", "Penata Muda (III/a), TMT 1 Maret 2019")
    found = facts(text)
    assert (found["golongan"], found["tmt"]) == ("III/b", "2025-12-01")


def test_a_golongan_that_contradicts_its_rank_is_left_out() -> None:
    assert "golongan" not in facts(PROMOTION.replace("III/b", "II/b"))


def test_the_highest_golongan_is_believed_with_its_rank_alone() -> None:
    assert facts("Golongan ruang : Pembina Utama, IV/e")["golongan"] == "IV/e"
    assert "golongan" not in facts("Dalam golongan ruang : IV/e")
    assert facts("Dalam golongan ruang : IV/c")["golongan"] == "IV/c"


@pytest.mark.parametrize("printed", ["Ill/b", "lII/b", "III /b", "III/B", "1II/b"])
def test_a_misread_golongan_is_repaired_when_its_rank_agrees(printed: str) -> None:
    assert facts(PROMOTION.replace("III/b", printed))["golongan"] == "III/b"


@pytest.mark.parametrize("printed", ["Ill/a", "lll/a", "1II/a", "I1I/a", "|ll / a", "IIl/A"])
def test_a_misread_golongan_without_a_rank_is_read_but_never_with_confidence(printed: str) -> None:
    found = fields(f"diangkat sebagai Calon Pegawai Negeri Sipil golongan ruang {printed}, dengan")["golongan"]
    assert found.value == "III/a"
    assert found.confidence < 65
    assert fields(f"Golongan ruang : {printed}")["golongan"].value == "III/a"


@pytest.mark.parametrize("printed", ["TIub", "HI/b", "IlVb", "INI/b", "Hb"])
def test_a_worn_golongan_is_that_of_its_rank_when_the_letter_agrees(printed: str) -> None:
    found = fields(PROMOTION.replace("III/b", printed))["golongan"]
    assert (found.value, found.confidence < 65) == ("III/b", True)
    assert "golongan" not in facts(PROMOTION.replace("III/b", f"{printed[:-1]}c"))
    assert facts(PROMOTION.replace("III/a", f"{printed[:-1]}a"))["golongan_lama"] == "III/a"


@pytest.mark.parametrize("printed", ["|ll/a", "!II/a", ": |ll/a", ":|II/a"])
def test_a_stroke_taken_for_a_mark_is_not_lost(printed: str) -> None:
    assert facts(f"diangkat sebagai Calon Pegawai Negeri Sipil golongan ruang {printed}").get("golongan") == "III/a"
    assert facts(f"Golongan ruang {printed}").get("golongan", "III/a") == "III/a"


def test_specks_behind_words_are_no_full_stops() -> None:
    found = facts(
        "Nama : Suryo Adi.Nugraha, S.Pd.\nJabatan : Pranata Komputer. Ahli Pertama\nUnit Kerja : Dinas. Sosial"
    )
    assert (found["nama"], found["jabatan"]) == ("Suryo Adi Nugraha, S.Pd.", "Pranata Komputer Ahli Pertama")
    assert found["unit"] == "Dinas Sosial"
    assert facts("Nama : Suryo .Adi NUGRAHA.PUTRA")["nama"] == "Suryo Adi NUGRAHA PUTRA"
    whole = facts("Nama : Drs. Moh. Arifin, S.Sos., M.Si.\nUnit Kerja : Kantor Kec. Poso Kota\nJabatan : Kep. Seksi")
    assert whole["nama"] == "Drs. Moh. Arifin, S.Sos., M.Si."
    assert (whole["unit"], whole["jabatan"]) == ("Kantor Kec. Poso Kota", "Kep. Seksi")


@pytest.mark.parametrize(
    "line", ["NIP 2 19930512201903291 1", "NIP : 1 19930512 201903 2 911", "NIP ' 199305122019032911"]
)
def test_a_worn_colon_is_no_digit_of_the_nip(line: str) -> None:
    assert facts(line)["nip"] == "199305122019032911"


def test_pay_and_time_in_rank_bear_specks() -> None:
    found = facts(PROMOTION.replace("gaji pokok", "gaji'pokok").replace("600,00", "600.00").replace("06 T", '06 "T'))
    assert (found["gaji"], found["mkg"], found["tmt"]) == ("3186600", "06-09", "2025-12-01")
    assert facts(PROMOTION.replace("01-12-2025", "O1- 12-2025"))["tmt"] == "2025-12-01"


@pytest.mark.parametrize("printed", ["llll/a", "IIV/a", "lV/f", "III/e", "I/7", "11", "1/2"])
def test_what_is_no_golongan_is_none(printed: str) -> None:
    assert "golongan" not in facts(f"diangkat sebagai Calon Pegawai Negeri Sipil golongan ruang {printed}, dengan")


def test_an_amount_that_contradicts_its_words_is_left_out() -> None:
    assert "gaji" not in facts(PROMOTION.replace("3.186.600", "3.188.600"))


@pytest.mark.parametrize(
    "line",
    [
        "gaji pokok sebesar Rp. 2.485.900,- sebulan",
        "gaji pokok Rp2.485.900,00",
        "Gaji Pokok : Rp 2.485.900",
        "gaji pokok sebesar Rp2,485,900",
    ],
)
def test_amounts_in_the_ways_offices_write_them(line: str) -> None:
    assert facts(line)["gaji"] == "2485900"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("NOMOR 800.1.3.2/1187/BKPSDM/2025", "800.1.3.2/1187/BKPSDM/2025"),
        ("NOMOR : 821.2/123/BKPSDM/2020", "821.2/123/BKPSDM/2020"),
        ("Nomor: 822.4/56/BKD/2016", "822.4/56/BKD/2016"),
        ("NOMOR : 875.1/0277/2015", "875.1/0277/2015"),
        ("NOMOR: 800/0017855", "800/0017855"),
        ("NOMOR Kep.100.3.3.1/445/BKPSDM/2026", "Kep.100.3.3.1/445/BKPSDM/2026"),
        ("NOMOR 100.3.3.2/252/431.013/2025", "100.3.3.2/252/431.013/2025"),
        ("NOMOR : 800.1.2.5 / 29.881 / BKPSDMA", "800.1.2.5/29.881/BKPSDMA"),
        ("NOMOR : 800.1.11.13/BKPSDM/SK/5428/2024", "800.1.11.13/BKPSDM/SK/5428/2024"),
        ("NOMOR 800.1.11.4/12/Disdikbud/XI/2025", "800.1.11.4/12/Disdikbud/XI/2025"),
        ("NOMOR 800.1.6.2/B.04/BKPSDM/0007/2026", "800.1.6.2/B.04/BKPSDM/0007/2026"),
        ("NOMOR 145 TAHUN 2019", "145 TAHUN 2019"),
        ("NOMOR : SK.821.13-123", "SK.821.13-123"),
        ("Nomor : B-2201/AK.02/2025          Teluk Permai, 3 Juni 2025", "B-2201/AK.02/2025"),
    ],
)
def test_numbers_old_and_new(line: str, number: str) -> None:
    assert facts(f"KEPUTUSAN BUPATI\n{line}\nTENTANG\nMenimbang : a")["nomor"] == number


def test_a_number_of_another_paper_is_not_the_number_of_this_one() -> None:
    text = "KEPUTUSAN BUPATI\nMenimbang : bahwa\nNomor : PG-915/0004/KR/2025 tanggal 12 November 2025"
    assert "nomor" not in facts(text)


@pytest.mark.parametrize(
    "printed",
    ["199305122019032911", "19930512 201903 2 911", "19930512 2019032911", "1993O5l2 2019O3 2 9l1"],
)
def test_a_nip_however_it_is_printed(printed: str) -> None:
    assert facts(f"Nama : Laras\nNIP : {printed}")["nip"] == "199305122019032911"


@pytest.mark.parametrize("printed", ["199313122019032911", "199305122019132911", "199305122019034911", "1993"])
def test_a_number_that_cannot_be_a_nip_is_left_out(printed: str) -> None:
    assert "nip" not in facts(f"Nama : Laras\nNIP : {printed}")


def test_a_repaired_nip_is_less_sure() -> None:
    assert (
        fields("NIP : 1993O512 201903 2 911")["nip"].confidence < fields("NIP : 199305122019032911")["nip"].confidence
    )


def test_the_one_who_signs_is_not_the_one_it_is_about() -> None:
    text = "Ditetapkan di Teluk Permai\npada tanggal 20 November 2025\nSekar\nNIP 19741103 199912 2 901"
    assert facts(text) == {"tanggal": "2025-11-20"}


def test_a_statement_is_about_the_one_named_second() -> None:
    text = (
        "SURAT PERNYATAAN MELAKSANAKAN TUGAS\nYang bertanda tangan di bawah ini:\n"
        "Nama : Sekar Ayuning Palupi\nNIP : 197411031999122901\n"
        "dengan ini menyatakan bahwa:\nNama : Laras Kinanti\nNIP : 199305122019032911"
    )
    found = facts(text)
    assert (found["nama"], found["nip"]) == ("Laras Kinanti", "199305122019032911")


def test_a_list_of_people_is_about_nobody_in_particular() -> None:
    found = facts("Nama : Laras\nNIP : 199305122019032911\nNama : Ratna\nNIP : 197903232007012914")
    assert "nip" not in found
    assert "nama" not in found


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("1. Nama : Laras Kinanti Wulandari, S.Kom.", "Laras Kinanti Wulandari, S.Kom."),
        ("N a m a : dr. Bramantyo Hadi Kusuma;", "dr. Bramantyo Hadi Kusuma"),
        ("Nama/NIP : Ma'ruf Amin / 199305122019032911", "Ma'ruf Amin"),
        ("NAMA LENGKAP : I GUSTI NGURAH ADI", "I GUSTI NGURAH ADI"),
    ],
)
def test_names_as_printed(line: str, name: str) -> None:
    assert facts(line)["nama"] == name


def test_a_birth_date_that_contradicts_the_nip_is_doubtful() -> None:
    sure = fields("NIP : 199305122019032911\nTempat/Tanggal Lahir : Teluk Permai, 12 Mei 1993")
    doubtful = fields("NIP : 199305122019032911\nTempat/Tanggal Lahir : Teluk Permai, 13 Mei 1993")
    assert sure["tanggal_lahir"].confidence > 90
    assert doubtful["tanggal_lahir"].confidence < 60


@pytest.mark.parametrize(
    "closing",
    [
        "Ditetapkan di Teluk Permai\npada tanggal 1 Oktober 2025",
        "Ditetapkan di : Teluk Permai\nPada tanggal : 01-10-2025",
        "Ditetapkan di Teluk Permai\npada tanggal satu bulan Oktober tahun dua ribu dua puluh lima",
    ],
)
def test_the_date_of_a_decree(closing: str) -> None:
    assert facts(f"KEPUTUSAN\nNomor PG-1 tanggal 12 November 2024\n{closing}")["tanggal"] == "2025-10-01"


def test_a_birth_place_and_date_is_not_place_and_date_of_a_letter() -> None:
    assert "tanggal" not in facts("Tempat/Tanggal Lahir : Teluk Permai, 12 Mei 1993")


def test_a_pension_starts_when_its_row_says() -> None:
    text = "DENGAN HAK PENSIUN\n9. BERHENTI AKHIR BULAN : Maret 2026\n10. PENSIUN TMT : 01-04-2026"
    assert facts(text)["tmt"] == "2026-04-01"


def test_two_effective_dates_without_a_verb_are_nobodys_guess() -> None:
    assert "tmt" not in facts("mulai berlaku tanggal 1 Mei 2020\nTMT 1 Juni 2021")


def test_a_leave_has_a_first_and_a_last_day() -> None:
    found = facts("diberikan cuti mulai tanggal 22 Desember 2025 sampai dengan tanggal 30 Desember 2025")
    assert (found["mulai"], found["selesai"]) == ("2025-12-22", "2025-12-30")


def test_a_nik_must_hold_a_birth_date() -> None:
    assert facts("NIK : 3174095205930001")["nik"] == "3174095205930001"
    assert "nik" not in facts("NIK : 3174099905930001")


def test_a_new_post_goes_before_the_old() -> None:
    text = "Jabatan lama : Pengelola Kepegawaian\nJabatan baru : Analis Sumber Daya Manusia Aparatur"
    assert facts(text)["jabatan"] == "Analis Sumber Daya Manusia Aparatur"


def test_facts_may_stand_on_any_page_and_say_on_which() -> None:
    found = fields("KEPUTUSAN BUPATI", "NIP : 199305122019032911")
    assert found["nip"].page == 2


def test_a_label_and_a_value_read_in_two_blocks_are_one_row() -> None:
    labels = [Word("Nama", (0.1, 0.30, 0.2, 0.32), 95.0), Word("NIP", (0.1, 0.34, 0.2, 0.36), 95.0)]
    values = [
        Word("Laras", (0.4, 0.30, 0.5, 0.32), 95.0),
        Word("Kinanti", (0.51, 0.30, 0.6, 0.32), 90.0),
        Word("199305122019032911", (0.4, 0.34, 0.7, 0.36), 95.0),
    ]
    page = Page(1, "ocr", "Nama\nNIP\n\nLaras Kinanti\n199305122019032911", 95.0, 1000, 1400, labels + values)
    found = {field.name: field for field in find_fields([page])}
    assert found["nama"].value == "Laras Kinanti"
    assert found["nama"].box == (0.4, 0.30, 0.6, 0.32)
    assert found["nip"].value == "199305122019032911"


def test_nothing_on_the_page_gives_nothing() -> None:
    assert find_fields([]) == []
    assert facts("") == {}
    assert facts("Pegawai yang baik hati dan tidak sombong") == {}


@pytest.mark.parametrize("places", [1, 3, 12])
def test_words_that_are_not_those_of_the_text_give_no_places(places: int) -> None:
    words = [Word("Nama", (0.1, 0.1, 0.2, 0.12), 99.0)] * places
    page = Page(1, "ocr", "Nama : Laras Kinanti\nUnit Kerja : Dinas Sosial", 90.0, 100, 100, words)
    assert {field.name: (field.value, field.box) for field in find_fields([page])} == {
        "nama": ("Laras Kinanti", None),
        "unit": ("Dinas Sosial", None),
    }
