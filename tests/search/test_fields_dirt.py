"""What a copy of a copy adds to the print is told from it, and where it cannot be told the value is left out."""

from __future__ import annotations

import pytest

from search import Page, Word, find_fields
from search.words.titles import titles
from tests.search.conftest import facts


def doubtful(text: str) -> dict[str, str]:
    """What is found where no word was read surely."""
    return {field.name: field.value for field in find_fields([Page(1, "ocr", text, 75.0, 0, 0)])}


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("- Nama - : Imanuel Wuisan", "nama", "Imanuel Wuisan"),
        ("” Nama . : Imanuel Wuisan", "nama", "Imanuel Wuisan"),
        (".. I. Nama : Imanuel Wuisan", "nama", "Imanuel Wuisan"),
        ("1: Nama : Imanuel Wuisan", "nama", "Imanuel Wuisan"),
        ("6.: Jabatan ~ : Arsiparis Mahir", "jabatan", "Arsiparis Mahir"),
        ("“.2. Tempat/Tanggal Lahir. : Muara Senja, 25 April 1988", "tanggal_lahir", "1988-04-25"),
        ("- Unit kerja | : Dinas Pangan", "unit", "Dinas Pangan"),
        ("Ditetapkan di Ampana\npada.tanggal 20 April 2024", "tanggal", "2024-04-20"),
    ],
)
def test_dirt_around_a_label_does_not_hide_its_row(line: str, name: str, value: str) -> None:
    assert facts(line)[name] == value


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("Dian-Permatasari, S.Kom.", "Dian Permatasari, S.Kom."),
        ("GRACE, TUMBELAKA", "GRACE TUMBELAKA"),
        ("i“Rosmiati Lamadjido,S.AP.", "Rosmiati Lamadjido, S.AP."),
        ("Abdul Gafur Lasimpala, A.Md.Kes", "Abdul Gafur Lasimpala, A.Md.Kes."),
        ("Slamet Raharjo, S.Pd M.Si", "Slamet Raharjo, S.Pd., M.Si."),
        ("Joko Purnomo, S.Pa.", None),
        ("Joko | Purnomo", "Joko Purnomo"),
        ("RID!WAN", None),
        ("Imanuel Wuisan N", None),
        ("Fitri", None),
        ("ABdul Gafur Lasimpala, S.Pd.", None),
    ],
)
def test_a_doubtful_name_is_put_right_by_the_titles_there_are_or_left_out(read: str, name: str | None) -> None:
    assert doubtful(f"Nama : {read}").get("nama") == name


def test_what_was_surely_read_stays_as_it_is_printed() -> None:
    assert facts("Nama : Siti Nur-Azizah, S.Xyz.")["nama"] == "Siti Nur-Azizah, S.Xyz."
    assert facts("Nama : Suharto")["nama"] == "Suharto"
    assert facts("Unit Kerja : Badan-Keuangan Daerah")["unit"] == "Badan-Keuangan Daerah"


def test_titles_are_known_however_they_are_printed_but_not_by_other_capitals() -> None:
    assert titles("S. Kom") == titles("SKom") == ["S.Kom."]
    assert titles("S.Sos. M.Si") == ["S.Sos.", "M.Si."]
    assert titles("S.PD.") == ["S.Pd."]
    assert titles("S.Pa.") is titles("Lasimpala") is titles("") is None


@pytest.mark.parametrize(
    ("read", "post"),
    [
        ("Perawat Ahli Pertana", "Perawat Ahli Pertama"),
        ("Analis Kebijakan Ahli Muga", "Analis Kebijakan Ahli Muda"),
        ("Arsiparis Ahli Mg", None),
        ("1 Arsiparis Ahli Madya", "Arsiparis Ahli Madya"),
    ],
)
def test_a_post_has_one_of_the_levels_there_are(read: str, post: str | None) -> None:
    assert doubtful(f"Jabatan : {read}").get("jabatan") == post


@pytest.mark.parametrize(
    ("read", "unit"),
    [
        ("UPTDPuskesmas Tentena", "UPTD Puskesmas Tentena"),
        ("SMA Negeri -2 Ampana Kota", "SMA Negeri 2 Ampana Kota"),
        ("Badan-Keuangan dan Aset -Daerah", "Badan Keuangan dan Aset Daerah"),
        ("« UPTD Puskesmas,Tentena", "UPTD Puskesmas Tentena"),
        ("Pinas Pangan", "Dinas Pangan"),
        ("SMB Negeri 2 Ampana", "SMB Negeri 2 Ampana"),
        ("SMA Negeri 2 Ampana Kota / /NN", None),
        ("Badan/Keuangan dan Aset Daerah", None),
        ("Badan Keuang n Aset Daerah", None),
    ],
)
def test_what_dirt_did_to_an_office_is_undone_or_it_is_left_out(read: str, unit: str | None) -> None:
    assert doubtful(f"Unit Kerja : {read}").get("unit") == unit


def test_a_doubtful_roman_month_that_may_have_lost_a_stroke_is_left_out() -> None:
    rest = "\nPada hari Sabtu tanggal 7 Februari 2016 telah dilangsungkan akad nikah"
    assert "nomor" not in doubtful(f"Nomor : 3010/031/V/2018{rest}")
    assert doubtful(f"Nomor : 3010/031/VI/2018{rest}")["nomor"] == "3010/031/VI/2018"
    assert facts(f"Nomor : 3010/031/V/2018{rest}")["nomor"] == "3010/031/V/2018"


def test_a_doubtful_number_that_lost_a_slash_is_left_out() -> None:
    rest = "\nPada hari Sabtu tanggal 7 Mei 2018 telah dilangsungkan akad nikah"
    assert "nomor" not in doubtful(f"Nomor : 9981/031V/V2018{rest}")
    assert doubtful(f"Nomor : 9981/031/V/2018{rest}")["nomor"] == "9981/031/V/2018"
    assert facts(f"Nomor : 9981/031V/V2018{rest}")["nomor"] == "9981/031V/V2018"


def test_of_a_rise_in_pay_what_was_before_is_not_what_is_from_now_on() -> None:
    before = (
        "5. Gaji pokok lama : Rp3.645.200,00\nb. Tanggal mulai berlaku : 15 Agustus 2024\n"
        "d. Masa kerja golongan : 12 tahun 0 bulan\n"
    )
    assert not {"tmt", "mkg"} & set(facts(before))
    after = "7. Berdasarkan masa kerja : 14 tahun 0 bulan\n9. Terhitung mulai tanggal : 16 Agustus 2026"
    assert (facts(before + after)["tmt"], facts(before + after)["mkg"]) == ("2026-08-16", "14-00")


def test_a_count_glued_to_its_word_is_half_a_number() -> None:
    assert "mkg" not in facts("Masa kerja golongan : Itahun 0 bulan")
    assert facts("Masa kerja golongan : I tahun 0 bulan")["mkg"] == "01-00"


def test_a_worn_colon_before_credit_points_is_no_digit_of_theirs() -> None:
    assert "angka_kredit" not in facts("Jumlah angka kredit : 7137,50")
    assert facts("Jumlah angka kredit : 1137,50")["angka_kredit"] == "1137.50"


def test_a_birth_date_whose_label_was_worn_is_not_the_date_of_the_paper() -> None:
    assert "tanggal" not in facts("Nama lengkap : Rosmiati\nTempat/tanggal tahir : Karang Jati, 13 Oktober 1982")


@pytest.mark.parametrize("number", ["NIP : 198210132008012003", "NIK : 7205135310820004"])
def test_a_day_that_the_persons_own_number_holds_is_not_the_date_of_the_paper(number: str) -> None:
    assert facts("Poso, 13 Oktober 1982")["tanggal"] == "1982-10-13"
    assert "tanggal" not in facts(f"{number}\nPoso, 13 Oktober 1982")


def test_a_leave_whose_end_is_hidden_has_no_day_from_which_it_holds_for_good() -> None:
    text = "SURAT IZIN CUTI TAHUNAN\nterhitung mulai tanggal 16 April 2025 A"
    assert "tmt" not in facts(text)
    assert facts(text.replace("CUTI TAHUNAN", "BELAJAR"))["tmt"] == "2025-04-16"


def test_a_birth_date_of_one_of_two_people_in_a_column_of_its_own_is_not_the_date_of_the_paper() -> None:
    def column(left: float, *texts: str) -> list[Word]:
        return [
            Word(text, (left + 0.05 * place, 0.1 * row, left + 0.05 * place + 0.04, 0.1 * row + 0.02), 97.0)
            for row, line in enumerate(texts, start=1)
            for place, text in enumerate(line.split())
        ]

    labels, values = ("Tempat/tanggal lahir", "Tempat/tanggal lahir"), ("Poso, 8 Agustus 1988", "Ampana, 18 Mei 1991")
    words = [*column(0.1, *labels), *column(0.5, *values)]
    page = Page(1, "ocr", "\n".join([*labels, *values]), 97.0, 2480, 3508, words)
    assert "tanggal" not in {field.name for field in find_fields([page])}
