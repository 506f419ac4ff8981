"""A scan is decoded with as few of its pixels as plain print needs, and whole for whoever needs more."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from search.reading import by_tesseract, pdf, photo, pictures, tesseract
from search.reading.pictures import Picture
from search.reading.types import Line
from tests.search.drawing import image, jpeg, scan_pdf
from tests.search.papers import pay_rise

A4 = (2480, 3508)


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pindai")
    page = image(pay_rise(), dpi=300).resize(A4)
    (folder / "pindai.jpg").write_bytes(jpeg(page))
    (folder / "rebah.jpg").write_bytes(jpeg(page.transpose(Image.Transpose.ROTATE_90), orientation=6))
    (folder / "pindai.pdf").write_bytes(scan_pdf([page], dpi=300))
    page.save(folder / "pindai.png", compress_level=1)
    return folder


def read(path: Path) -> Picture:
    if path.suffix != ".pdf":
        return pictures.load(str(path), 0)
    with pdf.page(str(path), 0) as page:
        return pdf.picture(page)


@pytest.mark.parametrize("name", ["pindai.jpg", "rebah.jpg", "pindai.pdf"])
def test_half_the_pixels_stand_for_the_whole(scans: Path, name: str) -> None:
    picture = read(scans / name)
    assert (picture.width, picture.height) == A4
    assert picture.dpi == pytest.approx(300, abs=1)
    assert picture.grey.shape == (A4[1] // 2, A4[0] // 2)
    whole = picture.whole()
    assert (whole.grey.shape, whole.whole()) == (A4[::-1], whole)
    assert np.abs(pictures.halved(whole.grey, A4[0] // 2).astype(int) - picture.grey).mean() < 2


def test_what_is_no_jpeg_or_not_large_is_decoded_as_it_is(scans: Path, tmp_path: Path) -> None:
    assert read(scans / "pindai.png").grey.shape == A4[::-1]
    (tmp_path / "kecil.jpg").write_bytes(jpeg(image(pay_rise(), dpi=200)))
    small = read(tmp_path / "kecil.jpg")
    assert small.grey.shape == (small.height, small.width)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_it_is_still_the_same_page(scans: Path, degrees: int) -> None:
    picture = read(scans / "pindai.jpg")
    turned = picture.turned(degrees)
    assert (turned.width, turned.height) == (A4 if degrees == 180 else A4[::-1])
    assert np.array_equal(turned.turned(360 - degrees).grey, picture.grey)
    assert np.array_equal(turned.whole().grey, picture.whole().turned(degrees).grey)


def test_tesseract_gets_every_pixel(scans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []

    def words(sheet: Image.Image, language: str) -> list[list[Line]]:
        seen.append(sheet.size)
        return []

    monkeypatch.setattr(tesseract, "words", words)
    monkeypatch.setattr(tesseract, "orientation", lambda sheet: 0)
    by_tesseract.read(read(scans / "pindai.jpg"), "ind")
    assert set(seen) == {A4}


def test_a_sheet_is_cut_out_of_the_whole_photo(scans: Path, tmp_path: Path) -> None:
    table = Image.new("L", (3024, 4032), 60)
    table.paste(image(pay_rise(), dpi=300).resize((2480, 3300)), (272, 366))
    (tmp_path / "foto.jpg").write_bytes(jpeg(table))
    picture = read(tmp_path / "foto.jpg")
    assert picture.grey.shape == (2016, 1512)
    flat = photo.straightened(picture)
    assert flat is not None
    assert flat.picture.grey.shape == pytest.approx((3300, 2480), abs=40)
