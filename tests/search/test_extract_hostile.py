"""Files that are not what they say: an answer or a refusal, always soon, never a crash of ours."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pikepdf
import pytest

from search import EngineMissing, Unreadable, extract
from search.findings import TIDAK_TERBACA
from tests.search.drawing import image, jpeg, pdf
from tests.search.papers import pay_rise


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "berkas"
    path.write_bytes(content)
    return path


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims to be *width* × *height* and brings a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj trailer << /Root 1 0 R >>",
        b"bukan berkas apa pun" * 50,
        b"\xff\xd8\xff\xe0" + b"\0" * 500,
        b"PK\x03\x04" + b"\0" * 500,
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        png_header(60_000, 60_000),
    ],
    ids=["empty", "header", "no-pages", "text", "jpeg-head", "zip", "gif", "bomb"],
)
def test_what_is_no_readable_document_is_refused_in_plain_words(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="Berkas"):
        extract(saved(tmp_path, content))


def test_a_truncated_picture_is_refused(tmp_path: Path) -> None:
    whole = jpeg(image(pay_rise(), dpi=100))
    with pytest.raises(Unreadable):
        extract(saved(tmp_path, whole[: len(whole) // 2]))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="tidak ditemukan") as refusal:
        extract(tmp_path / "tidak-ada.pdf")
    assert refusal.value.cause == "missing"


def test_a_locked_pdf_asks_for_one_without_password(tmp_path: Path) -> None:
    with pikepdf.open(saved(tmp_path, pdf(pay_rise()))) as document:
        document.save(tmp_path / "terkunci.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(Unreadable, match="kata sandi"):
        extract(tmp_path / "terkunci.pdf")


def test_a_page_that_claims_to_be_a_square_kilometre_is_drawn_small(tmp_path: Path) -> None:
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(14_400, 14_400))
        document.pages[0].MediaBox = [0, 0, 2_800_000, 2_800_000]
        document.save(tmp_path / "luas.pdf")
    page = extract(tmp_path / "luas.pdf").pages[0]
    assert page.source == "none"
    assert page.width * page.height <= 41_000_000


def test_more_pages_than_anyone_scans_are_refused_before_reading_one(tmp_path: Path) -> None:
    with pikepdf.new() as document:
        for _ in range(501):
            document.add_blank_page()
        document.save(tmp_path / "tebal.pdf")
    with pytest.raises(Unreadable, match="501 halaman"):
        extract(tmp_path / "tebal.pdf")


def test_one_page_that_cannot_be_opened_does_not_cost_the_others(tmp_path: Path) -> None:
    with pikepdf.open(saved(tmp_path, pdf(pay_rise()))) as document:
        document.add_blank_page()
        document.pages[1].obj["/Type"] = pikepdf.Name("/Bukan")
        document.save(tmp_path / "rusak.pdf")
    read = extract(tmp_path / "rusak.pdf")
    assert read.readable
    assert read.pages[0].source == "layer"
    assert read.pages[1].findings in ([TIDAK_TERBACA], ["kosong"])


def test_a_language_that_is_not_installed_is_the_operators_matter(tmp_path: Path) -> None:
    with pytest.raises(EngineMissing, match="tesseract-ocr-zzz"):
        extract(saved(tmp_path, jpeg(image(pay_rise(), dpi=100))), language="zzz")
