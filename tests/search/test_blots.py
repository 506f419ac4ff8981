"""What a stamp or a pen lies over is not believed, and what only stands in a table is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from search import extract
from search.pages import Page, Word
from search.quick.blots import HIDDEN, NEXT, SEEN, Blots, find_blots
from search.quick.ink import LONG_SIDE, even_light, find_ink, work_size

WIDE, HIGH = 1240, LONG_SIDE
ROWS = (("Nama", "Laras Kinanti"), ("NIP", "199305122019032911"), ("Unit kerja", "Dinas Kesehatan"), ("Nomor", "12"))
TOP, STEP = 300, 70


def sheet() -> Image.Image:
    picture = Image.new("RGB", (WIDE, HIGH), "white")
    for row, (label, value) in enumerate(ROWS):
        for x, text in ((150, label), (500, f": {value}")):
            ImageDraw.Draw(picture).text((x, TOP + STEP * row), text, font=ImageFont.load_default(26), fill="black")
    for row in range(12):
        text = f"Ketentuan ke {row} tentang pegawai daerah yang menjalankan tugasnya."
        ImageDraw.Draw(picture).text((150, 800 + 50 * row), text, font=ImageFont.load_default(26), fill="black")
    return picture


def framed(picture: Image.Image) -> Image.Image:
    """Every row in a cell of a table."""
    draw = ImageDraw.Draw(picture)
    for row in range(len(ROWS) + 1):
        draw.line((130, TOP - 18 + STEP * row, 1100, TOP - 18 + STEP * row), fill="black", width=3)
    for x in (130, 480, 1100):
        draw.line((x, TOP - 18, x, TOP - 18 + STEP * len(ROWS)), fill="black", width=3)
    return picture


def signed(picture: Image.Image) -> Image.Image:
    """A pen across the NIP's digits, and on down."""
    line = [(560, 250), (640, 330), (600, 380), (700, 400), (660, 460), (760, 380), (800, 560)]
    ImageDraw.Draw(picture).line(line, fill=(25, 25, 60), width=6, joint="curve")
    return picture


def stamped(picture: Image.Image) -> Image.Image:
    ImageDraw.Draw(picture).ellipse((540, 260, 820, 540), outline=(110, 45, 150), width=8)
    return picture


def blots(picture: Image.Image) -> Blots | None:
    work = work_size(even_light(np.asarray(picture.convert("L"))))
    ink = find_ink(work)
    assert ink is not None
    return find_blots(work, ink.height)


def page(picture: Image.Image, folder: Path) -> Page:
    picture.save(folder / "halaman.png")
    return extract(folder / "halaman.png").pages[0]


@pytest.mark.parametrize("draw", [lambda picture: picture, framed])
def test_print_and_its_table_are_no_blots(draw, tmp_path: Path) -> None:
    picture = draw(sheet())
    found = blots(picture)
    words = page(picture, tmp_path).words
    assert len(words) > 60
    assert found is None or not [word.text for word in words if found.touch(word.box)]


@pytest.mark.parametrize("draw", [signed, stamped])
def test_what_lies_under_it_is_not_believed(draw, tmp_path: Path) -> None:
    picture = draw(sheet())
    found = blots(picture)
    assert found is not None
    words = page(picture, tmp_path).words
    touched = [word for word in words if found.touch(word.box)]
    assert 1 <= len(touched) < 12
    assert all(word.confidence <= SEEN for word in touched)
    beside = [word for word in words if found.touch(word.box, NEXT)]
    assert all(word.confidence <= SEEN for word in beside)
    assert all(word.confidence <= HIDDEN for word in touched if any(map(str.isdigit, word.text)))
    assert all(word.confidence > SEEN for word in words if word.text in ("Ketentuan", "tugasnya."))


def test_a_crossed_number_is_nobodys(tmp_path: Path) -> None:
    fields = {}
    for name, draw in (("plain", lambda picture: picture), ("signed", signed)):
        draw(picture := sheet()).save(tmp_path / "halaman.png")
        fields[name] = {field.name: field.value for field in extract(tmp_path / "halaman.png").fields}
        assert picture.size == (WIDE, HIGH)
    assert fields["plain"]["nip"] == "199305122019032911"
    assert "nip" not in fields["signed"]


def test_a_page_that_was_turned_to_be_read_knows_where_its_blots_are() -> None:
    mask = np.zeros((40, 20), np.uint8)
    mask[0:20, 0:10] = 1  # the corner at the top left
    word = Word("Kata", (0.0, 0.5, 0.5, 1.0), 99.0)  # the corner at the bottom left
    assert not Blots(mask, 5.0).touch(word.box)
    # Turned clockwise by 90 the bottom left comes to the top left; so what is seen there lies at the bottom left.
    assert Blots(mask, 5.0).turned_back(90).doubted(word).confidence == SEEN


def test_on_a_copy_full_of_specks_nothing_is_sure(tmp_path: Path) -> None:
    chance = np.random.default_rng(7)
    pixels = np.asarray(sheet().convert("L")).copy()
    Image.fromarray(pixels).save(tmp_path / "bersih.png")
    down, across = chance.integers(0, HIGH, 4000), chance.integers(0, WIDE, 4000)
    pixels[down, across] = 30
    Image.fromarray(pixels).save(tmp_path / "salinan.png")
    clean, copy = (extract(tmp_path / name) for name in ("bersih.png", "salinan.png"))
    assert any(word.confidence > SEEN for word in clean.pages[0].words)
    assert copy.pages[0].words
    assert all(word.confidence <= SEEN for word in copy.pages[0].words)
    assert all(field.confidence <= SEEN for field in copy.fields)


def test_rings_within_rings_are_blots_all_of_them() -> None:
    """Each fills most of the page: they are looked at together, or a page of them would take as many pages' time."""
    picture = sheet()
    rings = [(20 + 12 * n, 20 + 12 * n, WIDE - 20 - 12 * n, HIGH - 20 - 12 * n) for n in range(6)]
    for ring in rings:
        ImageDraw.Draw(picture).ellipse(ring, outline=(90, 30, 120), width=4)
    seen = blots(picture)
    assert seen is not None
    for left, top, right, _bottom in rings:
        x, y = (left + right) / 2, HIGH / 2
        assert seen.mask[round(y + (y - top) * 0.7071 - 1), round(x + (right - x) * 0.7071 - 1)] == 1
    assert not seen.mask[800:830, 150:400].any()
