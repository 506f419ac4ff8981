"""Drawn decrees in, their text, places and facts out; through the real sandbox and the real Tesseract."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

import sandbox
from search import PAGE_LIMITS, Extraction, extract
from search.findings import KOSONG, TERBALIK
from search.quick.model import load
from search.reading import pictures
from search.reading.pictures import from_image
from search.reading.recognise import recognise
from tests.search.drawing import Paper, image, jpeg, pdf, scan_pdf, worn
from tests.search.papers import all_papers, full_appointment, pay_rise, promotion

TURNS = (0.7, -1.0, 1.5, -0.4)


@pytest.fixture(scope="module")
def clean_scan(tmp_path_factory: pytest.TempPathFactory) -> Extraction:
    path = tmp_path_factory.mktemp("sk") / "sk.jpg"
    path.write_bytes(jpeg(image(pay_rise())))
    return extract(path)


def saved(folder: Path, content: bytes, name: str = "berkas.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def facts(read: Extraction) -> dict[str, str]:
    return {field.name: field.value for field in read.fields}


def test_the_child_of_the_caller_reads_the_same(tmp_path: Path, clean_scan: Extraction) -> None:
    path = saved(tmp_path, jpeg(image(pay_rise())), "sk.jpg")
    with sandbox.Child([str(path)], limits=PAGE_LIMITS) as child:
        assert extract(path, child=child) == clean_scan
        assert child.ask("search.reading.child:survey", str(path)) == 1


@pytest.mark.parametrize("paper", all_papers(), ids=lambda paper: paper.kind)
def test_a_text_layer_gives_every_fact_of_the_document(paper: Paper, tmp_path: Path) -> None:
    read = extract(saved(tmp_path, pdf(paper)))
    assert read.pages[0].source == "layer"
    assert read.kind == paper.kind
    assert facts(read) == paper.facts


def test_worn_scans_give_nearly_every_fact_and_no_wrong_one(tmp_path: Path) -> None:
    papers = [promotion(1), promotion(2), full_appointment(), pay_rise()]
    pictures = [worn(image(paper, dpi=200), turn=TURNS[number % 4], seed=number) for number, paper in enumerate(papers)]
    right = total = 0
    for paper, picture in zip(papers, pictures, strict=True):
        got = facts(extract(saved(tmp_path, scan_pdf([picture], dpi=200))))
        assert got.items() <= paper.facts.items()
        right += len(got)
        total += len(paper.facts)
    assert right >= 0.95 * total


def test_a_clean_scan_gives_every_fact_with_high_confidence(clean_scan: Extraction) -> None:
    assert clean_scan.pages[0].source == "ocr"
    assert clean_scan.pages[0].confidence > 85
    assert facts(clean_scan) == pay_rise().facts
    assert min(field.confidence for field in clean_scan.fields) > 40


def test_each_page_is_judged_for_itself(tmp_path: Path) -> None:
    text, scan = (
        saved(tmp_path, pdf(pay_rise()), "a.pdf"),
        saved(tmp_path, scan_pdf([image(pay_rise())]), "b.pdf"),
    )
    with pikepdf.open(text) as whole, pikepdf.open(scan) as other:
        whole.pages.extend(other.pages)
        whole.add_blank_page()
        whole.save(tmp_path / "campur.pdf")
    read = extract(tmp_path / "campur.pdf", words=False)
    assert [page.source for page in read.pages] == ["layer", "ocr", "none"]
    assert [page.number for page in read.pages] == [1, 2, 3]
    assert read.pages[2].findings == [KOSONG]
    assert read.pages[0].words == []


def test_words_are_the_text_in_order_and_lie_on_the_page(clean_scan: Extraction) -> None:
    page = clean_scan.pages[0]
    assert page.text.split() == [word.text for word in page.words]
    for word in page.words:
        left, top, right, bottom = word.box
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1


def test_layer_and_scan_put_a_fact_at_the_same_place(clean_scan: Extraction, tmp_path: Path) -> None:
    layer = extract(saved(tmp_path, pdf(pay_rise())))
    places = {field.name: field.box for field in layer.fields}
    for field in clean_scan.fields:
        if field.name in ("nip", "nama", "nomor", "gaji", "tmt"):
            assert field.box == pytest.approx(places[field.name], abs=0.012)


def test_tesseract_alone_is_a_setting(tmp_path: Path) -> None:
    path = saved(tmp_path, scan_pdf([worn(image(pay_rise(), dpi=200))], dpi=200))
    quick, alone = (extract(path, reader=reader) for reader in ("cepat", "tesseract"))
    assert facts(quick)["nip"] == facts(alone)["nip"] == pay_rise().facts["nip"]
    assert [word.confidence for word in quick.pages[0].words] != [word.confidence for word in alone.pages[0].words]


def test_without_its_network_the_quick_reader_leaves_the_page_to_tesseract(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.quick.model.FOLDER", tmp_path / "belum-disiapkan")
    load.cache_clear()
    picture = from_image(image(pay_rise(), dpi=200))
    assert recognise(picture, "ind", "cepat") == recognise(picture, "ind", "tesseract")


def test_a_page_of_grass_is_no_print_and_soon_said(tmp_path: Path) -> None:
    """As a cat on a lawn: edges everywhere, letters nowhere."""
    blades = np.random.default_rng(3).integers(0, 255, (2400, 60), dtype=np.uint8)
    picture = (
        Image.fromarray(np.repeat(blades, 30, axis=1)).rotate(30, fillcolor=90).filter(ImageFilter.GaussianBlur(3))
    )
    begun = time.monotonic()
    page = extract(saved(tmp_path, jpeg(picture), "kucing.jpg")).pages[0]
    assert time.monotonic() - begun < 90
    assert page.findings
    assert page.confidence < 80


@pytest.mark.parametrize("size", [(20_000, 600), (600, 20_000)])
def test_a_picture_twenty_thousand_pixels_long_is_answered(size: tuple[int, int], tmp_path: Path) -> None:
    picture = Image.new("L", size, 250)
    ImageDraw.Draw(picture).text((100, 250), "NIP 199305122019032911", font=ImageFont.load_default(60), fill=0)
    page = extract(saved(tmp_path, jpeg(picture), "panjang.jpg")).pages[0]
    assert (page.width, page.height) == size


def test_a_page_upside_down_is_read_and_its_places_are_those_of_the_page_as_it_is(
    clean_scan: Extraction, tmp_path: Path
) -> None:
    turned = image(pay_rise()).rotate(180)
    read = extract(saved(tmp_path, jpeg(turned), "terbalik.jpg"))
    assert facts(read)["nip"] == pay_rise().facts["nip"]
    assert TERBALIK in read.pages[0].findings
    upright = {field.name: field.box for field in clean_scan.fields}
    box = next(field.box for field in read.fields if field.name == "nip")
    expected = upright["nip"]
    assert box is not None
    assert expected is not None
    assert box == pytest.approx((1 - expected[2], 1 - expected[3], 1 - expected[0], 1 - expected[1]), abs=0.012)


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_page_on_its_side_is_read_and_reported(degrees: int, tmp_path: Path) -> None:
    turned = image(pay_rise()).rotate(degrees, expand=True)
    read = extract(saved(tmp_path, scan_pdf([turned])))
    assert facts(read)["nomor"] == pay_rise().facts["nomor"]
    assert TERBALIK in read.pages[0].findings


def test_a_phone_photo_is_turned_as_its_exif_says(tmp_path: Path) -> None:
    held_sideways = image(pay_rise()).transpose(Image.Transpose.ROTATE_90)
    read = extract(saved(tmp_path, jpeg(held_sideways, orientation=6), "foto.jpg"))
    page = read.pages[0]
    assert page.height > page.width
    assert TERBALIK not in page.findings
    assert facts(read)["nip"] == pay_rise().facts["nip"]


def test_a_plain_tiff_is_turned_as_it_says(tmp_path: Path) -> None:
    sheet = Image.new("L", (400, 300), 255)
    sheet.paste(0, (0, 0, 200, 300))  # dark on the left: on top when turned clockwise
    sheet.save(tmp_path / "pindai.tif", tiffinfo={0x0112: 6})
    upright = pictures.load(str(tmp_path / "pindai.tif"), 0)
    assert (upright.width, upright.height) == (300, 400)
    assert (upright.grey[10, 150], upright.grey[390, 150]) == (0, 255)


def test_an_exif_turn_inside_a_pdf_is_not_obeyed_because_no_viewer_does(tmp_path: Path) -> None:
    path = tmp_path / "foto.pdf"
    picture = saved(tmp_path, jpeg(image(pay_rise()), orientation=6), "foto.jpg")
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(str(picture), 0, 0, *A4)
    canvas.save()
    page = extract(path).pages[0]
    assert (page.width, page.height) == image(pay_rise()).size
    assert page.findings == []


def test_every_frame_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    frames = [image(pay_rise(), dpi=150).convert("1"), Image.new("1", (1240, 1754), 1)]
    path = tmp_path / "pindai.tif"
    frames[0].save(path, save_all=True, append_images=frames[1:], compression="group4")
    read = extract(path)
    assert [page.source for page in read.pages] == ["ocr", "none"]
    assert facts(read)["nomor"] == pay_rise().facts["nomor"]


def test_a_transparent_png_is_read_as_on_paper(tmp_path: Path) -> None:
    grey = image(pay_rise(), dpi=150)
    ink = Image.new("RGBA", grey.size, (0, 0, 0, 0))
    ink.putalpha(grey.point(lambda value: 255 - value))
    ink.save(tmp_path / "a.png")
    assert facts(extract(tmp_path / "a.png"))["nip"] == pay_rise().facts["nip"]


def test_a_scan_of_sixteen_bits_a_pixel_is_read(tmp_path: Path) -> None:
    grey = np.asarray(image(pay_rise()), dtype=np.uint16) * 257
    Image.fromarray(grey).save(tmp_path / "dalam.tif")
    assert facts(extract(tmp_path / "dalam.tif"))["nip"] == pay_rise().facts["nip"]


def test_text_hidden_under_a_scan_is_not_believed(tmp_path: Path) -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawImage(ImageReader(BytesIO(jpeg(image(pay_rise())))), 0, 0, *A4)
    hidden = canvas.beginText(72, 400)
    hidden.setTextRenderMode(3)
    hidden.textLine("Nama : Orang Lain Sama Sekali   NIP : 197001011995011901   Gaji pokok Rp9.999.900,00")
    canvas.drawText(hidden)
    canvas.save()
    read = extract(saved(tmp_path, out.getvalue()))
    assert read.pages[0].source == "ocr"
    assert facts(read)["nip"] == pay_rise().facts["nip"]
    assert "Orang Lain" not in read.pages[0].text
