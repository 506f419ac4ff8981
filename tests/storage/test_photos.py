"""Several photos become one paper: order, bytes and direction kept; what is no photo is refused."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from storage import UnsafeToRender, combine_photos


def photo(folder: Path, name: str, size: tuple[int, int] = (600, 848), grey: int = 200, **save: object) -> Path:
    path = folder / name
    Image.new("RGB", size, (grey, grey, 200)).save(path, **save)  # type: ignore[arg-type]
    return path


def test_pages_keep_their_order_and_a_jpeg_its_bytes(tmp_path: Path):
    photos = [photo(tmp_path, f"{n}.jpg", grey=n * 60) for n in (3, 1, 2)]
    assert combine_photos(photos, tmp_path / "sk.pdf") == 3
    with pikepdf.open(tmp_path / "sk.pdf") as pdf:
        inside = [next(iter(page.get_images().values())).read_raw_bytes() for page in pdf.pages]
        assert inside == [one.read_bytes() for one in photos]
        assert [[round(float(side)) for side in page.mediabox] for page in pdf.pages] == [[0, 0, 595, 842]] * 3


def test_the_same_photos_give_the_same_file(tmp_path: Path):
    photos = [photo(tmp_path, "1.jpg"), photo(tmp_path, "2.png", grey=90)]
    for name in ("a.pdf", "b.pdf"):
        combine_photos(photos, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_phone_held_sideways_gives_an_upright_page(tmp_path: Path):
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by a quarter to see it upright
    combine_photos([photo(tmp_path, "1.jpg", (848, 600), exif=exif)], tmp_path / "sk.pdf")
    with pikepdf.open(tmp_path / "sk.pdf") as pdf:
        page = pdf.pages[0]
        width, height = (float(side) for side in page.mediabox[2:])
        assert (width > height) == (page.get("/Rotate", 0) % 180 == 90)
        assert page.get("/Rotate", 0) % 360 == 90


@pytest.mark.parametrize(("name", "orientation"), [("1.jpg", 5), ("1.jpg", 7), ("1.png", 6), ("1.png", 8)])
def test_a_mirrored_photo_and_a_turned_picture_give_an_upright_page(tmp_path: Path, name: str, orientation: int):
    exif = Image.Exif()
    exif[0x0112] = orientation
    combine_photos([photo(tmp_path, name, (848, 600), exif=exif)], tmp_path / "sk.pdf")
    with pikepdf.open(tmp_path / "sk.pdf") as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert (int(image.Width), int(image.Height), pdf.pages[0].get("/Rotate", 0)) == (600, 848, 0)


def test_a_screenshot_with_see_through_parts_lies_on_white(tmp_path: Path):
    Image.new("RGBA", (400, 300), (0, 0, 0, 0)).save(tmp_path / "1.png")
    combine_photos([tmp_path / "1.png"], tmp_path / "sk.pdf")
    with pikepdf.open(tmp_path / "sk.pdf") as pdf:
        image = Image.open(io.BytesIO(next(iter(pdf.pages[0].get_images().values())).read_raw_bytes()))
        assert image.getpixel((5, 5)) == (255, 255, 255)


def bomb() -> bytes:
    """A PNG of a few bytes that says it is 60,000 pixels wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("bad", [b"%PDF-1.7 bukan foto", b"", b"\xff\xd8\xff\xe0" + b"\0" * 200, bomb()])
def test_one_bad_photo_refuses_the_whole_and_leaves_nothing(tmp_path: Path, bad: bytes):
    (tmp_path / "2.jpg").write_bytes(bad)
    with pytest.raises(UnsafeToRender):
        combine_photos([photo(tmp_path, "1.jpg"), tmp_path / "2.jpg"], tmp_path / "sk.pdf")
    assert not (tmp_path / "sk.pdf").exists()
