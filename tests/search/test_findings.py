"""Legibility of pages: good ones pass, each fault is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFilter

from search import ADVICE, box_of, findings, spot
from search.reading import measure
from search.reading.child import read_picture
from search.reading.pictures import from_image
from search.reading.types import Reading
from search.sheet import Sheet
from tests.search.drawing import grained, image, worn
from tests.search.papers import pay_rise

Fault = Callable[[Image.Image], Image.Image]


def places(picture: Image.Image) -> dict[str, str]:
    return read_picture(from_image(picture), "ind", "cepat").findings


def codes(picture: Image.Image) -> set[str]:
    return set(places(picture))


def glare(picture: Image.Image) -> Image.Image:
    grey = picture.point(lambda value: int(60 + value * 0.6))
    ImageDraw.Draw(grey).ellipse((350, 300, 950, 1000), fill=255)
    return grey


GOOD: dict[str, Fault] = {
    "clean": lambda page: page,
    "worn": worn,
    "noisy": lambda page: grained(page, 20),
    "faded": lambda page: page.point(lambda value: int(180 + value * 0.27)),
    "grey photo": lambda page: page.point(lambda value: int(60 + value * 0.6)),
}
BAD: dict[str, Fault] = {
    findings.BURAM: lambda page: page.filter(ImageFilter.GaussianBlur(4)),
    findings.GELAP: lambda page: page.point(lambda value: int(value * 0.35)),
    findings.SILAU: glare,
    findings.KECIL: lambda page: page.resize((page.width * 2 // 5, page.height * 2 // 5)),
    findings.MIRING: lambda page: worn(page, turn=4),
    findings.TERPOTONG: lambda page: page.crop((290, 0, page.width, page.height)),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_page_one_can_read_has_no_findings(name: str) -> None:
    assert codes(GOOD[name](image(pay_rise()))) == set()


@pytest.mark.parametrize("code", BAD)
def test_a_fault_is_named(code: str) -> None:
    assert codes(BAD[code](image(pay_rise()))) == {code}


@pytest.mark.parametrize(("place", "top", "bottom"), [("atas", 0, 600), ("tengah", 600, 1200)])
@pytest.mark.parametrize("grain", [0, 5])
def test_a_part_out_of_focus_is_seen_beside_sharp_words(place: str, top: int, bottom: int, grain: int) -> None:
    page = image(pay_rise())
    page.paste(page.crop((0, top, page.width, bottom)).filter(ImageFilter.GaussianBlur(6)), (0, top))
    assert places(grained(page, grain) if grain else page)[findings.BURAM] == place


def test_a_sheet_on_a_soft_table_is_not_out_of_focus() -> None:
    sheet = image(pay_rise())
    table = Image.new("L", (sheet.width + 200, sheet.height + 200), 90)
    table.paste(235, (100, 100, 100 + sheet.width, 100 + sheet.height))
    photo = table.filter(ImageFilter.GaussianBlur(8))
    photo.paste(sheet.crop((20, 20, sheet.width - 20, sheet.height - 20)).point(lambda v: v * 235 // 255), (120, 120))
    assert findings.BURAM not in codes(photo)


def test_the_side_that_is_cut_is_named() -> None:
    page = image(pay_rise())
    assert places(page.crop((290, 0, page.width, page.height)))[findings.TERPOTONG] == "kiri"


@pytest.mark.parametrize("turn", [0, 90])
def test_glare_is_marked_where_it_lies(turn: int) -> None:
    page = glare(image(pay_rise())).rotate(-turn, expand=True)
    width, height = page.size
    ellipse = (350, 300, 950, 1000) if turn == 0 else (width - 1000, 350, width - 300, 950)
    planted = [edge / side for edge, side in zip(ellipse, (width, height) * 2, strict=True)]
    found = box_of(places(page)[findings.SILAU])
    assert found is not None
    assert all(abs(one - other) < 0.06 for one, other in zip(found, planted, strict=True)), (found, planted)


def test_darkness_is_everywhere_and_has_no_place() -> None:
    assert places(image(pay_rise()).point(lambda value: int(value * 0.35)))[findings.GELAP] == ""


def test_a_spot_is_a_box_and_nothing_else_is() -> None:
    assert box_of(spot((0.213, -0.01, 0.57, 1.2))) == (0.21, 0, 0.57, 1)
    assert [box_of(place) for place in ("", "atas", "96 dpi", "1-2-3")] == [None] * 4


def test_what_lies_on_a_sheet_is_marked_on_its_photo() -> None:
    sheet = Sheet(((0.5, 0.5), (1.0, 0.5), (1.0, 1.0), (0.5, 1.0)))
    read = Reading("ocr", [], 10, 10, {findings.SILAU: "0-0-50-100", findings.BURAM: "atas"}).on_photo(sheet, 20, 20)
    assert read.findings == {findings.SILAU: "50-50-75-100", findings.BURAM: "atas"}


def test_blur_is_seen_through_grain() -> None:
    assert findings.BURAM in codes(grained(image(pay_rise()).filter(ImageFilter.GaussianBlur(4)), 10))


@pytest.mark.parametrize("grey", [255, 215])
def test_empty_paper_with_grain_dust_and_a_shadow_at_the_edge_is_blank(grey: int) -> None:
    paper = Image.new("L", (1654, 2339), grey)
    draw = ImageDraw.Draw(paper)
    draw.rectangle((0, 0, 30, 2339), fill=40)
    for step in range(40):
        draw.ellipse((200 + step * 30, 300 + step * 45, 202 + step * 30, 302 + step * 45), fill=30)
    assert measure.is_blank(from_image(grained(paper, 6)))


def test_a_page_with_nothing_but_a_signature_is_not_blank() -> None:
    paper = Image.new("L", (1654, 2339), 250)
    ImageDraw.Draw(paper).arc((900, 1700, 1150, 1850), 20, 300, fill=60, width=4)
    assert not measure.is_blank(from_image(paper))


def test_every_code_has_advice() -> None:
    named = {value for name, value in vars(findings).items() if name.isupper() and isinstance(value, str)}
    assert set(ADVICE) == named
