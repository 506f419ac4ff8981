"""What was guessed, cut off or lies under something is left out, or offered with a doubt."""

from __future__ import annotations

import pytest

from search import Page, Word, find_fields
from tests.search.conftest import facts, fields


def read_so(label: str, *value: tuple[str, float]) -> dict[str, str]:
    """What is found in one row whose value's words were read as surely as they say."""
    words = [Word(label, (0.1, 0.3, 0.2, 0.32), 95.0)]
    printed = [(word, sure) for text, sure in value for word in text.split()]
    words += [Word(word, (0.4 + n / 20, 0.3, 0.44 + n / 20, 0.32), sure) for n, (word, sure) in enumerate(printed)]
    page = Page(1, "ocr", f"{label}\n{' '.join(text for text, _ in value)}", 95.0, 1000, 1400, words)
    return {field.name: field.value for field in find_fields([page])}


def test_a_guessed_word_with_a_mark_in_it_may_be_another_word() -> None:
    assert read_so("Jabatan", ("Arsiparis", 95.0), ("Ahli-Madya", 95.0))["jabatan"] == "Arsiparis Ahli-Madya"
    assert "jabatan" not in read_so("Jabatan", ("Arsiparis", 95.0), ("Ahli-Madya", 55.0))
    assert "jabatan" not in read_so("Jabatan", ("Arsiparis", 95.0), ("Madya:", 55.0))
    assert "jabatan" not in read_so("Jabatan", ("iArsiparis", 55.0), ("Madya", 95.0))
    assert "unit" not in read_so("Unit kerja", ("1", 55.0), ("Dinas", 95.0), ("Sosial", 95.0))
    assert read_so("Jabatan", ("Arsiparis", 95.0), ("Madya", 55.0))["jabatan"] == "Arsiparis Madya"


def test_a_nip_that_two_readers_read_differently_is_nobodys() -> None:
    assert read_so("NIP", ("199305122019032911", 61.0)) == {"nip": "199305122019032911"}
    assert read_so("NIP", ("199305122019032911", 55.0)) == {}


def test_where_the_row_of_the_nip_cannot_be_read_another_is_somebody_elses() -> None:
    other = "tembusan kepada yang ber-NIP 197705132003012970 di tempat"
    assert facts("NIP : 199305122019032911\nNama : Laras Kinanti")["nip"] == "199305122019032911"
    assert "nip" not in facts(f"NIP : #INCP o NnX\nNama : Laras Kinanti\n{other}")


@pytest.mark.parametrize("read", ["iRidwan Abdjul", "mmitace Tumbelaka", "race Tumbelaka, S.Kom."])
def test_a_name_whose_first_letter_is_hidden_is_no_name(read: str) -> None:
    assert "nama" not in facts(f"Nama : {read}")


def test_where_the_row_of_the_day_cannot_be_read_another_day_is_not_it() -> None:
    text = "5. Gaji pokok lama : Rp3.645.200,00\nc. Tanggal mulai berlaku : 8 Februari 2021\n"
    assert facts(f"{text}9. Terhitung mulai tanggal : 9 Februari 2023")["tmt"] == "2023-02-09"
    assert "tmt" not in facts(f"{text}9. Terhitung mulai tanggal : 9 Fbrdri 20 3")


@pytest.mark.parametrize(
    "end", ["sampai dengan 15' Februari", "s.d. 1S Febrari 2025", "hingga tanggal yang ditentukan"]
)
def test_the_beginning_of_a_time_whose_end_cannot_be_read_is_no_tmt(end: str) -> None:
    text = "selama 10 (sepuluh) hari kerja, terhitung mulai tanggal 4 Februari 2025"
    assert facts(f"{text}.")["tmt"] == "2025-02-04"
    assert "tmt" not in facts(f"{text} {end}")


def test_a_time_of_thirty_years_is_a_digit_misread() -> None:
    text = "yang diselenggarakan dari tanggal 9 November 2018 sampai dengan tanggal 19 Februari"
    assert facts(f"{text} 2019")["selesai"] == "2019-02-19"
    assert not {"mulai", "selesai", "tmt"} & set(facts(f"{text} 2049"))


def test_a_number_whose_end_was_read_badly_ends_in_digits_or_is_none() -> None:
    rest = [("tentang cuti tahunan bagi pegawai negeri sipil daerah", 95.0)]
    assert read_so("Nomor", ("800.1.11/4704/BKPSDM", 95.0), *rest)["nomor"] == "800.1.11/4704/BKPSDM"
    assert read_so("Nomor", ("800.1.11/4704/BKPSDM/2024", 55.0), *rest)["nomor"] == "800.1.11/4704/BKPSDM/2024"
    assert "nomor" not in read_so("Nomor", ("800.1.11/4704/BKPSD", 75.0), *rest)


def test_a_letter_whose_subject_cannot_be_told_from_its_signer_is_about_nobody() -> None:
    signer = "Yang bertanda tangan di bawah ini\nNama : Dian Permatasari\nNIP : 198811182015111572\nJabatan : Camat\n"
    other = "Nama : Laras Kinanti\nNIP : 199305122019032911\nJabatan : Arsiparis\n"
    read = facts(f"{signer}menyatakan dengan sesungguhnya bahwa\n{other}")
    assert (read["nip"], read["nama"], read["jabatan"]) == ("199305122019032911", "Laras Kinanti", "Arsiparis")
    assert not {"nip", "nama", "jabatan"} & set(facts(f"{signer}mnytkn bhw\n"))


def test_a_roman_month_is_sure_where_a_day_in_it_stands_on_the_page() -> None:
    number, rest = "Nomor : 1507/031/VI/2018\n", "telah dilangsungkan akad nikah di hadapan pegawai pencatat pada"
    assert fields(f"{number}{rest} 14 Juni 2018")["nomor"].confidence > 80
    for day in ("14 Mei 2018", "14 Juni 2019", "hari itu"):
        found = fields(f"{number}{rest} {day}")["nomor"]
        assert found.value == "1507/031/VI/2018"
        assert found.confidence < 80


def test_a_name_that_ends_as_none_does_is_offered_with_a_doubt() -> None:
    assert fields("Nama : Stenly Wowor")["nama"].confidence > 80
    odd = fields("Nama : Steniy Wowor")["nama"]  # well read, it stays as it is, and nobody is sure of it
    assert odd.value == "Steniy Wowor"
    assert odd.confidence < 80


def test_pay_of_a_few_thousand_is_the_beginning_of_an_amount() -> None:
    assert facts("Gaji pokok : Rp2.785.700,00")["gaji"] == "2785700"
    assert "gaji" not in facts("Gaji pokok : Rp2.785")


def test_marks_that_dirt_puts_beside_an_office_are_not_its_name() -> None:
    assert facts('Unit kerja : Badan Keuangan dan Aset Daerah "')["unit"] == "Badan Keuangan dan Aset Daerah"
    assert facts("Jabatan : Perawat Ahli Pertama,")["jabatan"] == "Perawat Ahli Pertama"
    for read in ("Arsiparis, Ahli Madya", "Arsiparis Ahli, Madya"):
        assert facts(f"Jabatan : {read}")["jabatan"] == "Arsiparis Ahli Madya"
    assert facts("Jabatan : “ Penyuluh Pertanian")["jabatan"] == "Penyuluh Pertanian"
    assert facts("Jabatan : Arsiparis Ahli Madya.")["jabatan"] == "Arsiparis Ahli Madya"
    assert facts("Unit kerja : UPTD-Puskesmas Tentena")["unit"] == "UPTD Puskesmas Tentena"
    assert facts("Nama : Dian Permatasari, .S.Kom.")["nama"] == "Dian Permatasari, S.Kom."
    assert facts("Nama : Endang Sulistyowati, S.Kom.f")["nama"] == "Endang Sulistyowati, S.Kom."
    assert facts("Unit kerja : Dinas Pangan “—")["unit"] == "Dinas Pangan"
    assert facts("Unit kerja : SMA Negeri 2'Ampana Kota")["unit"] == "SMA Negeri 2 Ampana Kota"
