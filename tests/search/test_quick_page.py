"""Drawn pages through the quick reader alone: lines, their order, and what is no line."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from search.pages import Word
from search.quick import page
from search.quick.decode import Sign
from search.quick.lookalikes import told_apart
from search.quick.model import load
from search.quick.opinion import agreed
from search.quick.strips import Strip
from search.quick.words import words
from tests.search.drawing import image, worn
from tests.search.papers import pay_rise

SIZE = (1654, 2339)
NUMBERS = ("satu", "dua", "tiga", "empat", "lima", "enam")
LEFT_COLUMN = [f"kolom kiri baris ke {number} dari naskah ini" for number in NUMBERS]
RIGHT_COLUMN = [f"kolom kanan baris ke {number} dari naskah ini" for number in NUMBERS]


def sheet() -> Image.Image:
    return Image.new("L", SIZE, 255)


def write(picture: Image.Image, x: int, y: int, text: str, size: int = 32) -> None:
    ImageDraw.Draw(picture).text((x, y), text, font=ImageFont.load_default(size), fill=0)


def lines(picture: Image.Image) -> list[str]:
    paragraphs = page.read(np.asarray(picture), load(), load("eng"))
    return [" ".join(word.text for word in line) for lines in paragraphs for line in lines]


def test_two_columns_are_read_one_after_the_other() -> None:
    picture = sheet()
    write(picture, 200, 150, "JUDUL DI ATAS KEDUA KOLOM YANG PANJANG SEKALI")
    for number, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
        write(picture, 100, 300 + 60 * number, left)
        write(picture, 900, 300 + 60 * number, right)
    write(picture, 100, 800, "penutup halaman")
    assert lines(picture)[1:] == [*LEFT_COLUMN, *RIGHT_COLUMN, "penutup halaman"]


def test_a_label_and_its_value_are_one_line() -> None:
    picture = sheet()
    for number, (label, value) in enumerate(
        (("Nama", "Laras Kinanti"), ("NIP", "199305122019032911"), ("Unit", "Dinas"))
    ):
        write(picture, 150, 200 + 60 * number, label)
        write(picture, 600, 200 + 60 * number, f": {value}")
    assert lines(picture) == ["Nama : Laras Kinanti", "NIP : 199305122019032911", "Unit : Dinas"]


def test_a_table_with_rules_is_read_without_them() -> None:
    picture = sheet()
    draw = ImageDraw.Draw(picture)
    for row in range(4):
        draw.line((100, 290 + 80 * row, 1500, 290 + 80 * row), fill=0, width=3)
        cells = ("Pangkat", "Tanggal", "Nomor") if row == 0 else ("Penata", "01-04-2025", f"82{row}")
        for column, text in enumerate(cells):
            if row < 3:
                write(picture, 130 + 450 * column, 310 + 80 * row, text)
    for column in range(4):
        draw.line((100 + 450 * column, 290, 100 + 450 * column, 530), fill=0, width=3)
    assert lines(picture) == ["Pangkat Tanggal Nomor", "Penata 01-04-2025 821", "Penata 01-04-2025 822"]


def test_lines_close_above_each_other_stay_two() -> None:
    picture = sheet()
    for number in range(6):
        write(picture, 150, 200 + 36 * number, "yang bertanda tangan di bawah ini")
    assert lines(picture) == ["yang bertanda tangan di bawah ini"] * 6


@pytest.mark.parametrize("degrees", [-4.0, -1.5, 2.5, 5.0])
def test_a_page_askew_is_read(degrees: float) -> None:
    text = " ".join(lines(worn(image(pay_rise(), dpi=200), turn=degrees)))
    assert pay_rise().facts["nip"] in text.replace(" ", "")
    assert pay_rise().facts["nomor"] in text


def test_words_lie_where_they_are_printed() -> None:
    picture = sheet()
    write(picture, 400, 1000, "SATU")
    for number in range(5):
        write(picture, 150, 200 + 60 * number, "baris yang menemani kata itu di atas")
    word = next(w for p in page.read(np.asarray(picture), load()) for line in p for w in line if w.text == "SATU")
    ink = np.argwhere(np.asarray(picture)[980:] < 128) + np.array([980, 0])
    (top, left), (bottom, right) = ink.min(axis=0), ink.max(axis=0)
    expected = (left / SIZE[0], top / SIZE[1], right / SIZE[0], bottom / SIZE[1])
    assert word.box == pytest.approx(expected, abs=0.003)


@pytest.mark.parametrize("size", [(1, 1), (3, 2000), (2000, 3), (20_000, 300)])
def test_a_picture_of_any_shape_is_answered(size: tuple[int, int]) -> None:
    assert lines(Image.new("L", size, 255)) == []


def test_grain_without_print_costs_no_network() -> None:
    grain = np.random.default_rng(1).integers(0, 255, (2339, 1654), dtype=np.uint8)
    assert sum(map(len, lines(Image.fromarray(grain).filter(ImageFilter.GaussianBlur(1.5))))) < 20_000


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Ill/b", "III/b"),
        ("(l|/c),", "(II/c),"),
        ("1V/a", "IV/a"),
        ("0217/031/V1/2018", "0217/031/VI/2018"),
        ("571/1JZ/UNL/2016", "571/IJZ/UNL/2016"),
        ("800.1.11.13/1533/BKPSDM/2024", "800.1.11.13/1533/BKPSDM/2024"),
        ("1/a/2", "1/a/2"),
        ("ilmu", "ilmu"),
        ("11/12/2024", "11/12/2024"),
    ],
)
def test_strokes_are_told_apart_only_where_one_reading_can_be_meant(read: str, meant: str) -> None:
    assert told_apart(read) == meant


def word(text: str, left: float, right: float, sure: float) -> Word:
    return Word(text, (left, 0.1, right, 0.12), sure)


@pytest.mark.parametrize(
    ("other", "text", "sure"),
    [
        ([word("2025", 0.1, 0.2, 60.0)], "2025", 97.0),
        ([word("2026", 0.1, 0.2, 60.0)], "2025", 55.0),
        ([word("2026", 0.1, 0.2, 99.0)], "2026", 55.0),
        ([word("20", 0.1, 0.15, 99.0), word("25", 0.15, 0.2, 98.0)], "2025", 98.0),
        ([word("2026", 0.7, 0.8, 99.0)], "2025", 55.0),
        ([], "2025", 55.0),
    ],
)
def test_agreement_is_the_confidence(other: list[Word], text: str, sure: float) -> None:
    (held,) = agreed([word("2025", 0.1, 0.2, 70.0)], other)
    assert (held.text, held.confidence) == (text, sure)


def test_readers_who_differ_about_a_blank_alone_are_not_sure() -> None:
    line, other = [word("NILUH", 0.1, 0.2, 97.0)], [word("NI", 0.1, 0.13, 96.0), word("LUH", 0.15, 0.2, 96.0)]
    assert [(held.text, held.confidence) for held in agreed(line, other)] == [("NILUH", 75.0)]


def test_a_first_stroke_that_the_other_reader_knows_for_a_colon_is_one() -> None:
    other = [word(":", 0.1, 0.105, 66.0), word("6", 0.11, 0.12, 99.0)]
    assert [one.text for one in agreed([word("16", 0.1, 0.12, 70.0)], other)] == [":", "6"]
    assert max(one.confidence for one in agreed([word("16", 0.1, 0.12, 70.0)], other)) == 55.0
    assert [one.text for one in agreed([word("26", 0.1, 0.12, 70.0)], other)] == ["26"]


@pytest.mark.parametrize(("widest", "torn"), [(2, False), (11, True)])
def test_a_word_with_a_gap_as_wide_as_a_blank_may_be_two(widest: int, torn: bool) -> None:
    """Two words with a blank of ten pixels between them; *widest* pixels between the second letter and the third."""
    pixels = np.ones((36, 150), np.float32)
    starts = [6, 14, *(20 + widest + 8 * n for n in range(3)), *(52 + widest + 8 * n for n in range(5))]
    for start in starts:
        pixels[8:28, start : start + 6] = -1
    letters = [Sign(text, at // 3 + 1, 0.99) for text, at in zip("NILUHSUKMA", starts, strict=True)]
    blank = Sign(" ", (starts[5] - 5) // 3, 0.99)
    found = list(words([*letters[:5], blank, *letters[5:]], Strip(pixels, np.eye(2, 3))))
    assert [(one.text, one.torn) for one in found] == [("NILUH", torn), ("SUKMA", False)]
