"""Further kinds of the register: everything their text states is read, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from search import Page, Word, extract, find_fields
from tests.search.conftest import facts, fields
from tests.search.drawing import Paper, pdf
from tests.search.papers_more import further_papers


@pytest.mark.parametrize("paper", further_papers(), ids=lambda paper: str(paper.kind))
def test_a_paper_of_each_kind_gives_its_facts_and_no_others(paper: Paper, tmp_path: Path) -> None:
    file = tmp_path / "surat.pdf"
    file.write_bytes(pdf(paper))
    found = extract(file)
    assert found.kind == paper.kind
    assert {field.name: field.value for field in found.fields} == paper.facts
    assert all(field.box for field in found.fields)


def test_a_date_of_birth_is_never_the_date_of_the_paper() -> None:
    assert "tanggal" not in facts("Nama : Laras\nTempat/Tgl Lahir : Teluk Permai, 12-05-1993\n")
    apart = facts("Tanggal Lahir : 12-05-1993\nTELUK PERMAI, 12-05-1993\n")  # its label was read elsewhere
    assert (apart["tanggal_lahir"], "tanggal" in apart) == ("1993-05-12", False)


def test_a_number_that_breaks_off_in_dirt_is_never_sure() -> None:
    broken, whole = (fields(f"NOMOR : 850/01{rest}\nMenimbang : bahwa")["nomor"] for rest in ("“2/DISKOMINFO/2025", ""))
    assert broken.confidence < 80 < whole.confidence


def test_the_signers_post_is_not_the_subjects() -> None:
    text = "Yang bertanda tangan di bawah ini:\nJabatan : Kepala Dinas\nmenyatakan bahwa\nJabatan : Guru Ahli Muda\n"
    assert facts(text)["jabatan"] == "Guru Ahli Muda"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Predikat kinerja pegawai : SANGAT BAIK", "predikat", "Sangat Baik"),
        ("Predikat kinerja : Lumayan", "predikat", None),
        ("Predikat kinerja : Baik\nPredikat kinerja pegawai : Kurang", "predikat", None),
        ("Jumlah angka kredit : 137,50", "angka_kredit", "137.50"),
        ("Angka kredit : 100,00 37,50 137,50", "angka_kredit", None),
        ("tanggal 23 Juni 2018 telah dilangsungkan akad nikah", "tanggal_nikah", "2018-06-23"),
        ("Nama : X, lahir 23 Juni 2018", "tanggal_nikah", None),
        ("Masa kerja golongan : 12 tahun 0 bulan\n7. Berdasarkan masa kerja : 14 tah.n 0 bulan", "mkg", None),
        ("gaji pokok sebesar Rp2.785.7#0,00 sebulan", "gaji", None),
        ("gaji pokok sebesar Rp2.785.700,- sebulan", "gaji", "2785700"),
        ("gaji pokok sebesar Rp2.785.700,00.", "gaji", "2785700"),
        ("masa kerja golongan 5 Tahun | Bulan", "mkg", "05-01"),
        ("cuti terhitung mulai tanggal 1 Juli 2025 sampai dengan 12 Juli 2025", "tmt", None),
    ],
)
def test_what_only_some_papers_say_is_read_or_left_out(text: str, name: str, value: str | None) -> None:
    assert facts(text).get(name) == value


def test_dirt_around_words_is_no_part_of_a_value_and_makes_it_doubtful() -> None:
    text = "Nama : Melkianus Tandi Rerung. S.T.\nJabatan : Arsiparis Ahli- Madya\nUnit kerja : SMA.Negeri 2 Ampana -\n"
    found = fields(text)
    values = {name: field.value for name, field in found.items()}
    assert values == {"nama": "Melkianus Tandi Rerung, S.T.", "jabatan": "Arsiparis Ahli Madya",
                      "unit": "SMA Negeri 2 Ampana"}  # fmt: skip
    assert all(field.confidence < 80 for field in found.values())
    assert facts("Nama : Slamet Raharjo,\n")["nama"] == "Slamet Raharjo"
    gap = fields("Nama : Abdul Gafur Lasimpala, S Kom.\n")["nama"]
    assert (gap.value, gap.confidence < 80) == ("Abdul Gafur Lasimpala, S.Kom.", True)
    assert facts("Jabatan : Staf - Umum\nUnit kerja : Dinas Kebudayaan dan Ke-Pemudaan\n") == {
        "jabatan": "Staf - Umum", "unit": "Dinas Kebudayaan dan Ke-Pemudaan"}  # fmt: skip


def test_of_two_people_one_could_read_nobody_is_chosen() -> None:
    couple = "II. Istri\nNama lengkap : Laras\nTempat/tanggal lahir : Teluk Permai, 12 Mei 1993\n"
    assert facts(couple) == {}
    assert "tanggal_lahir" not in facts("Tanggal lahir : 12 Mei 1993\nTanggal lahir : 1x Mxi 19\n")


def test_a_name_or_post_under_a_stamp_is_left_to_the_person() -> None:
    def read(sure: float) -> list[str]:
        words = [("Jabatan", 99.0), (":", 99.0), ("Perawat", sure), ("Ahli", 55.0), ("Pertama", 99.0)]
        placed = [Word(text, (0.1 * at, 0.1, 0.1 * at + 0.08, 0.12), one) for at, (text, one) in enumerate(words, 1)]
        page = Page(1, "ocr", " ".join(text for text, _ in words), 90.0, 100, 100, placed)
        return [field.value for field in find_fields([page])]

    assert read(99.0) == ["Perawat Ahli Pertama"]
    assert read(55.0) == []
    assert facts("Jabatan : Perawat\\Ahli Pertama\n") == {}
