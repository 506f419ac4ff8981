"""Photos of a sheet: found, straightened, read, and every word placed back where it lies on the photo."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image

from search.pages import Box
from search.reading.child import read_picture
from search.reading.photo import straightened
from search.reading.pictures import from_image
from search.sheet import Sheet
from tests.search.drawing import image, worn
from tests.search.papers import pay_rise

CORNERS = np.array([[170, 120], [1390, 210], [1460, 1880], [90, 1800]], np.float32)
SIZE = (1560, 2000)


def photo(table: int = 70, shadow: float = 0.5) -> Image.Image:
    """The pay rise's letter, leaning, half of it in the shadow of a hand."""
    page = (np.array(image(pay_rise(), dpi=150)) * 0.9).astype(np.uint8)
    high, wide = page.shape
    frame = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    move = cv2.getPerspectiveTransform(frame, CORNERS)
    seen = cv2.warpPerspective(page, move, SIZE, flags=cv2.INTER_AREA, borderValue=float(table))
    across = np.arange(SIZE[0]) / SIZE[0]
    light = 1 - shadow / (1 + np.exp(-(across - 0.5) * 40))
    return Image.fromarray((seen * light).astype(np.uint8))


def test_the_corners_of_the_sheet_are_found() -> None:
    flat = straightened(from_image(photo()))
    assert flat is not None
    assert np.array(flat.sheet.corners) * SIZE == pytest.approx(CORNERS, abs=14)
    assert flat.picture.height / flat.picture.width == pytest.approx(1.24, abs=0.03)  # as seen, leaning


@pytest.mark.parametrize(
    "page",
    [
        image(pay_rise(), dpi=100),
        worn(image(pay_rise(), dpi=100), turn=2),
        Image.fromarray(np.random.default_rng(1).integers(0, 255, (900, 700), dtype=np.uint8)),
        Image.new("L", (700, 900), 90),
        Image.new("L", (3, 900), 90),
    ],
    ids=["scan", "askew", "noise", "empty", "strip"],
)
def test_what_is_no_photo_of_a_sheet_stays_as_it_is(page: Image.Image) -> None:
    assert straightened(from_image(page)) is None


def test_a_leaning_sheet_in_half_a_shadow_is_read_and_its_words_lie_on_the_photo() -> None:
    reading = read_picture(from_image(photo()), "ind", "cepat")
    facts = pay_rise().facts
    assert facts["nip"] in reading.text
    assert facts["nomor"] in reading.text
    assert (reading.width, reading.height) == SIZE
    assert reading.findings == {}
    (nip,) = [word for word in reading.words if word.text == facts["nip"]]
    left, top, right, bottom = (round(part * side) for part, side in zip(nip.box, (*SIZE, *SIZE), strict=True))
    ink = np.asarray(photo())[top:bottom, left:right]
    assert ink.min() < 60 < 90 < np.median(ink)


@pytest.mark.parametrize("box", [(0.1, 0.1, 0.2, 0.11), (0.5, 0.8, 0.9, 0.82), (0.0, 0.0, 1.0, 1.0)])
def test_there_and_back_is_the_same_place(box: Box) -> None:
    a, b, c, d = ((float(x) / SIZE[0], float(y) / SIZE[1]) for x, y in CORNERS)
    sheet = Sheet((a, b, c, d))
    assert sheet.on_sheet(sheet.on_photo(box)) == pytest.approx(box, abs=0.02)
    assert sheet.on_photo((0, 0, 0, 0))[:2] == pytest.approx(a)
    assert Sheet(((0, 0), (1, 0), (1, 1), (0, 1))).on_photo(box) == pytest.approx(box)
