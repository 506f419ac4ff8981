"""Photos as phones send them: kept as they are, decoded in the child only, offered as a PDF."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pillow_heif
import pytest
from PIL import Image

from storage import Inspection, inspect, render_pages, safe_copy
from tests.storage.test_mutations import damaged

UPSIDE = 0x0112


def photo(kind: str, size: tuple[int, int] = (640, 480), **options) -> bytes:
    made = io.BytesIO()
    picture = Image.new("RGB", size, "white")
    picture.paste((200, 0, 0), (0, 0, size[0] // 2, size[1] // 2))  # red stands top left
    pillow_heif.register_heif_opener()
    picture.save(made, kind, **options)
    return made.getvalue()


def look(folder: Path, content: bytes, name: str) -> Inspection:
    (folder / name).write_bytes(content)
    return inspect(folder / name, filename=name)


KINDS = {"HEIF": ("foto.heic", "heic", "image/heic"), "WEBP": ("foto.webp", "webp", "image/webp")}


@pytest.mark.parametrize("kind", KINDS)
def test_an_honest_photo_is_accepted_drawn_and_copied_to_a_pdf(tmp_path: Path, kind: str) -> None:
    name, short, mime = KINDS[kind]
    content = photo(kind)
    seen = look(tmp_path, content, name)
    assert (seen.accepted, seen.type, seen.mime, seen.pages) == (True, short, mime, 1)
    (page,) = render_pages(tmp_path / name, type=short, out=tmp_path / "halaman")
    assert (page.width, page.height) == (640, 480)
    copy = safe_copy(tmp_path / name)
    assert inspect(copy, filename=copy.name).accepted
    assert (tmp_path / name).read_bytes() == content


@pytest.mark.parametrize("kind", KINDS)
def test_which_way_is_up_is_what_the_phone_noted(tmp_path: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[UPSIDE] = 6  # turned a quarter to the right when shown
    name, short, _mime = KINDS[kind]
    (tmp_path / name).write_bytes(photo(kind, exif=exif.tobytes()))
    (page,) = render_pages(tmp_path / name, type=short, out=tmp_path / "halaman")
    assert (page.width, page.height) == (480, 640)
    with Image.open(page.path) as drawn:
        red, _green, blue = drawn.convert("RGB").getpixel((460, 20))  # type: ignore[misc]
        assert red > 150 > blue


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("foto.jpg", "HEIF", "ekstensi_tidak_sesuai"),
        ("foto.heic", "WEBP", "ekstensi_tidak_sesuai"),
        ("foto.heic", "JPEG", "ekstensi_tidak_sesuai"),
    ],
)
def test_name_and_content_agree(tmp_path: Path, name: str, kind: str, code: str) -> None:
    seen = look(tmp_path, photo(kind), name)
    assert (seen.accepted, seen.reason_code) == (False, code)


@pytest.mark.parametrize("kind", KINDS)
def test_a_cut_or_damaged_photo_never_ends_in_an_exception(tmp_path: Path, kind: str) -> None:
    import random

    chance, name, whole = random.Random(kind), KINDS[kind][0], photo(kind)
    assert look(tmp_path, whole[: len(whole) // 2], name).reason_code == "rusak"
    for _ in range(15):
        seen = look(tmp_path, damaged(whole, chance), name)
        assert seen.accepted == (seen.reason_code is None)


def test_a_photo_that_claims_to_be_gigantic_is_refused_at_its_header(tmp_path: Path) -> None:
    whole = photo("HEIF")
    at = whole.index(b"ispe") + 8
    seen = look(tmp_path, whole[:at] + (60_000).to_bytes(4, "big") * 2 + whole[at + 8 :], "foto.heic")
    assert seen.reason_code in {"gambar_terlalu_besar", "rusak"}


@pytest.mark.parametrize("brand", [b"avif", b"msf1", b"hevc"])
def test_relatives_we_cannot_read_get_their_own_advice(tmp_path: Path, brand: bytes) -> None:
    assert look(tmp_path, b"\0\0\0\x18ftyp" + brand + bytes(40), "foto.heic").reason_code == "foto_heic"


def test_every_page_of_a_tiff_is_in_its_copy(tmp_path: Path) -> None:
    frames = [Image.new("1", (1654, 2339), n % 2) for n in range(5)]
    frames[0].save(tmp_path / "a.tif", save_all=True, append_images=frames[1:], compression="group4", dpi=(200, 200))
    with pikepdf.open(safe_copy(tmp_path / "a.tif")) as copy:
        assert [[round(float(side)) for side in page.mediabox] for page in copy.pages] == [[0, 0, 595, 842]] * 5
