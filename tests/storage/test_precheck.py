"""What is refused by name and first bytes alone, before a byte is kept."""

from __future__ import annotations

import pytest

from storage import precheck


@pytest.mark.parametrize(
    ("first", "name", "kind"),
    [
        (b"%PDF-1.4\n", "SK.PDF", "pdf"),
        (b"\xff\xd8\xff\xe1", "IMG_1.jpeg", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "png"),
        (b"II*\0", "a.tif", "tiff"),
        (b"MM\0*", "a.tiff", "tiff"),
    ],
)
def test_what_begins_like_its_name_is_worth_keeping(first: bytes, name: str, kind: str) -> None:
    seen = precheck(first, filename=name)
    assert (seen.accepted, seen.type, seen.reason) == (True, kind, None)


@pytest.mark.parametrize(
    ("first", "name", "code"),
    [
        (b"", "a.pdf", "kosong"),
        (b"MZ\x90", "a.pdf", "jenis_tidak_dikenal"),
        (b"<svg/>", "a.svg", "jenis_tidak_dikenal"),
        (b"II+\0", "besar.tif", "jenis_tidak_dikenal"),
        (b"\0\0\0\x1cftypavif", "a.heic", "foto_heic"),
        (b"junk%PDF-1.4", "a.pdf", "bukan_pdf_murni"),
        (b"%PDF-1.4", "a.png", "ekstensi_tidak_sesuai"),
        (b"%PDF-1.4", "pdf", "ekstensi_tidak_sesuai"),
        (b"%PDF-1.4", "../../.pdf", "ekstensi_tidak_sesuai"),
    ],
)
def test_everything_else_is_refused_with_its_reason(first: bytes, name: str, code: str) -> None:
    seen = precheck(first, filename=name)
    assert (seen.accepted, seen.reason_code) == (False, code)
    assert seen.reason
