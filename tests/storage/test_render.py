"""Page images drawn by ourselves, of every kind the archive keeps."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

import sandbox
from storage import UnsafeToRender, render_pages
from tests.storage import pdf_buatan as buat


def draw(folder: Path, content: bytes, kind: str, **options):
    path = folder / "berkas"
    path.write_bytes(content)
    return render_pages(path, type=kind, out=folder / "halaman", **options)


def picture(kind: str, image: Image.Image, **options) -> bytes:
    made = io.BytesIO()
    image.save(made, kind, **options)
    return made.getvalue()


def test_each_page_becomes_a_preview_and_a_thumbnail(tmp_path: Path) -> None:
    pages = draw(tmp_path, buat.pages(23), "pdf")
    assert [page.number for page in pages] == list(range(1, 24))
    first = pages[0]
    assert (first.width_points, first.height_points) == (595, 842)
    assert (first.width, first.height) == (1131, 1600)
    assert first.path == tmp_path / "halaman" / "0001-1600.webp"
    with Image.open(first.path) as preview, Image.open(first.thumbnail) as small:
        assert (preview.format, preview.size) == ("WEBP", (1131, 1600))
        assert (small.format, max(small.size)) == ("WEBP", 200)


def test_the_child_of_the_caller_draws_or_another_where_that_cannot(tmp_path: Path) -> None:
    for folder, reads in (("boleh", [str(tmp_path / "boleh" / "berkas")]), ("tak_boleh", [])):
        (tmp_path / folder).mkdir()
        with sandbox.Child(reads, writes=tmp_path / folder) as child:
            assert len(draw(tmp_path / folder, buat.pages(2), "pdf", child=child)) == 2


def test_what_is_drawn_is_what_is_on_the_page(tmp_path: Path) -> None:
    black_half = buat.stream(b"0 0 0 rg 0 421 595 421 re f")
    page = draw(tmp_path, buat.pdf({4: black_half}, page=b"/Contents 4 0 R"), "pdf")[0]
    with Image.open(page.path) as preview:
        grey = preview.convert("L")
        assert (grey.getpixel((500, 200)), grey.getpixel((500, 1400))) == (0, 255)


def test_the_face_of_a_form_field_is_drawn(tmp_path: Path) -> None:
    face = buat.stream(b"0 g 0 0 595 842 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]")
    widget = b"<</Type/Annot/Subtype/Widget/FT/Sig/T(ttd)/F 4/Rect[0 0 595 842]/AP<</N 5 0 R>>/P 3 0 R>>"
    signed = buat.pdf({4: widget, 5: face}, page=b"/Annots[4 0 R]", catalog=b"/AcroForm<</Fields[4 0 R]>>")
    with Image.open(draw(tmp_path, signed, "pdf")[0].path) as preview:
        assert preview.convert("L").getpixel((500, 500)) == 0


def test_a_turned_page_is_drawn_as_a_reader_shows_it(tmp_path: Path) -> None:
    page = draw(tmp_path, buat.pdf(page=b"/Rotate 90"), "pdf")[0]
    assert (page.width_points, page.height_points) == (842, 595)
    assert (page.width, page.height) == (1600, 1131)


def test_other_sizes_on_request_and_nothing_is_enlarged_beyond_150_dpi(tmp_path: Path) -> None:
    page = draw(tmp_path, buat.pages(1), "pdf", widths=(4000, 800, 100))[0]
    assert page.height == 1755
    assert [path.name for path in page.files] == ["0001-4000.webp", "0001-800.webp", "0001-100.webp"]
    assert page.thumbnail == page.files[-1]


def test_a_page_as_thin_as_a_thread_is_drawn(tmp_path: Path) -> None:
    thread = buat.pdf().replace(b"[0 0 595 842]", b"[0 0 1 14400]")
    assert draw(tmp_path, thread, "pdf")[0].width >= 1


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_jpeg_of_every_colour_is_drawn(tmp_path: Path, mode: str) -> None:
    page = draw(tmp_path, picture("JPEG", Image.new(mode, (2480, 3508)), dpi=(300, 300)), "jpeg")[0]
    assert (round(page.width_points), round(page.height_points)) == (595, 842)
    assert max(page.width, page.height) == 1600


def test_a_phone_photo_stands_upright_and_its_place_is_not_copied(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "S"
    exif[0x010E] = "RAHASIA-LOKASI"
    page = draw(tmp_path, picture("JPEG", Image.new("RGB", (400, 300)), exif=exif), "jpeg")[0]
    assert (page.width, page.height) == (300, 400)
    assert page.height_points > page.width_points
    assert b"RAHASIA-LOKASI" not in page.path.read_bytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_of_every_kind_stands_upright(tmp_path: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    half = Image.new("L", (400, 300), 255)
    half.paste(0, (0, 0, 200, 300))  # dark on the left: on top when turned clockwise
    page = draw(tmp_path, picture(kind, half, exif=exif), kind.lower())[0]
    assert page.height_points > page.width_points
    with Image.open(page.path) as preview:
        assert preview.size == (300, 400)
        top, bottom = (preview.convert("L").getpixel((150, height)) for height in (40, 360))
        assert (top, bottom) == (0, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_png_of_every_mode_is_drawn(tmp_path: Path, mode: str) -> None:
    assert draw(tmp_path, picture("PNG", Image.new(mode, (300, 200))), "png")[0].width == 300


def test_what_is_transparent_shows_white_paper(tmp_path: Path) -> None:
    page = draw(tmp_path, picture("PNG", Image.new("RGBA", (50, 50), (0, 0, 0, 0))), "png")[0]
    with Image.open(page.path) as preview:
        assert preview.convert("L").getpixel((25, 25)) == 255


def test_sixteen_bits_of_grey_keep_their_brightness(tmp_path: Path) -> None:
    page = draw(tmp_path, picture("PNG", Image.new("I;16", (50, 50), 32_768)), "png")[0]
    with Image.open(page.path) as preview:
        assert 120 <= preview.convert("L").getpixel((25, 25)) <= 136  # type: ignore[operator]  # one band


def test_each_frame_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    frames = [Image.new("1", (1240, 1754), number % 2) for number in range(3)]
    options = {"save_all": True, "append_images": frames[1:], "compression": "group4", "dpi": (150, 150)}
    pages = draw(tmp_path, picture("TIFF", frames[0], **options), "tiff")
    assert [page.number for page in pages] == [1, 2, 3]
    with Image.open(pages[0].path) as dark, Image.open(pages[1].path) as light:
        assert (dark.convert("L").getpixel((9, 9)), light.convert("L").getpixel((9, 9))) == (0, 255)


@pytest.mark.parametrize(
    ("kind", "content"),
    [("pdf", b"%PDF-1.7 rusak"), ("jpeg", b"\xff\xd8\xff rusak"), ("tiff", b"II*\0rusak"), ("pdf", b"")],
)
def test_what_cannot_be_read_is_unsafe_to_render(tmp_path: Path, kind: str, content: bytes) -> None:
    with pytest.raises(UnsafeToRender):
        draw(tmp_path, content, kind)


def test_a_pdf_is_not_drawn_as_an_image(tmp_path: Path) -> None:
    with pytest.raises(UnsafeToRender):
        draw(tmp_path, buat.pdf(), "jpeg")
