"""A page taken out of a PDF leaves the others as they were; pages that lie on their side are drawn upright."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from storage import UnsafeToRender, pages_in_order, render_pages, without_page
from tests.storage import pdf_buatan as buat
from tests.storage.musuh_gambar import picture


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Pages of 100, 200 and 300 points."""
    path = tmp_path / "a.pdf"
    with pikepdf.new() as made:
        for width in (100, 200, 300):
            made.add_blank_page(page_size=(width, 400))
        made.save(path)
    return path


@pytest.mark.parametrize(("number", "left"), [(1, [200, 300]), (2, [100, 300]), (3, [100, 200])])
def test_the_others_stay_in_their_order(three: Path, tmp_path: Path, number: int, left: list[int]) -> None:
    made = [tmp_path / "b.pdf", tmp_path / "c.pdf"]
    assert [without_page(three, number, out) for out in made] == [2, 2]
    with pikepdf.open(made[0]) as pdf:
        assert [int(page.mediabox[2]) for page in pdf.pages] == left
    assert made[0].read_bytes() == made[1].read_bytes()


@pytest.mark.parametrize("order", [[3, 1, 2], [3, 2, 1], [1, 3, 2]])
def test_pages_stand_in_the_order_asked_for(three: Path, tmp_path: Path, order: list[int]) -> None:
    made = [tmp_path / "b.pdf", tmp_path / "c.pdf"]
    assert [pages_in_order(three, order, out) for out in made] == [3, 3]
    with pikepdf.open(made[0]) as pdf:
        assert [int(page.mediabox[2]) for page in pdf.pages] == [100 * number for number in order]
    assert made[0].read_bytes() == made[1].read_bytes()


@pytest.mark.parametrize("order", [[], [1, 2], [1, 1, 2], [1, 2, 4], [1, 2, 3, 3]])
def test_an_order_that_leaves_a_page_out_or_doubles_one_is_none(three: Path, tmp_path: Path, order: list[int]) -> None:
    with pytest.raises(UnsafeToRender):
        pages_in_order(three, order, tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_page_there_is_not_cannot_be_taken_out(three: Path, tmp_path: Path, number: int) -> None:
    with pytest.raises(UnsafeToRender):
        without_page(three, number, tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize("content", [buat.pdf(), b"%PDF-1.7 rusak", picture("JPEG")], ids=["one page", "broken", "jpg"])
def test_neither_can_the_only_page_nor_one_of_what_is_no_sound_pdf(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(UnsafeToRender):
        without_page(tmp_path / "a.pdf", 1, tmp_path / "b.pdf")


@pytest.mark.parametrize(("turn", "corner"), [(90, (0, 1)), (180, (0, 0)), (270, (1, 0))])
def test_a_page_is_turned_clockwise(tmp_path: Path, turn: int, corner: tuple[int, int]) -> None:
    sheet = Image.new("L", (400, 200), "white")
    sheet.paste(0, (360, 160, 400, 200))  # black in the lower right corner
    sheet.save(tmp_path / "a.png")
    (page,) = render_pages(tmp_path / "a.png", type="png", out=tmp_path / "out", turns={1: turn})
    with Image.open(page.path) as drawn:
        grey = np.asarray(drawn.convert("L"))
    assert (page.height, page.width) == grey.shape
    assert (page.width > page.height) is (turn == 180)
    down, across = (round((0.05 + 0.9 * corner[1 - axis]) * side) for axis, side in enumerate(grey.shape))
    assert grey[down, across] < 60
    assert (page.width_points > page.height_points) is (turn == 180)
