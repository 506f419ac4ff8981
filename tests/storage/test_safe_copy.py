"""A safe copy shows what the original shows and can do nothing."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from storage import UnsafeToRender, inspect, safe_copy
from tests.storage import pdf_buatan as buat
from tests.storage.test_active_content import ACTIVE
from tests.storage.test_signatures import signed, signer  # noqa: F401 - a fixture


def written(folder: Path, content: bytes) -> Path:
    path = folder / "surat.pdf"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("content", [content for content, _found in list(ACTIVE.values())[::3]])
def test_the_copy_of_an_active_document_is_accepted_and_the_original_untouched(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, content)
    copy = safe_copy(path)
    seen = inspect(copy, filename=copy.name)
    assert (seen.accepted, seen.active_content, seen.pages) == (True, [], 1)
    assert path.read_bytes() == content


def test_the_copy_looks_like_the_original(tmp_path: Path) -> None:
    black = buat.stream(b"0 g 100 500 200 200 re f")
    content = buat.pdf({4: black}, page=b"/Contents 4 0 R", catalog=b"/OpenAction<</S/JavaScript/JS(1)>>")
    copy = safe_copy(written(tmp_path, content), tmp_path / "aman.pdf")
    page = pypdfium2.PdfDocument(str(copy))[0]
    assert [round(side) for side in page.get_size()] == [595, 842]
    picture = page.render(scale=1).to_pil().convert("L")
    assert picture.getpixel((200, 842 - 600)) < 20
    assert picture.getpixel((400, 842 - 600)) > 235


def test_the_same_file_gives_the_same_copy(tmp_path: Path) -> None:
    path = written(tmp_path, buat.pages(2))
    assert safe_copy(path, tmp_path / "a.pdf").read_bytes() == safe_copy(path, tmp_path / "b.pdf").read_bytes()


def test_a_page_that_claims_to_be_a_field_is_drawn_no_larger_than_a_sheet_needs(tmp_path: Path) -> None:
    content = buat.pdf().replace(b"[0 0 595 842]", b"[0 0 9e4 9e4]")
    with pikepdf.open(safe_copy(written(tmp_path, content))) as copy:
        picture = next(iter(copy.pages[0].get_images().values()))
        assert int(picture["/Width"]) <= 4700


REFUSED = {
    "encrypted": lambda: buat.encrypted(buat.pdf()),
    "with a password": lambda: buat.encrypted(buat.pdf(), user="rahasia"),
    "something after the end": lambda: buat.pdf() + b"PK\3\4",
    "something before the header": lambda: b"GIF89a" + buat.pdf(),
    "cut": lambda: buat.pages(20)[:-900],
    "no pages": lambda: buat.pages(0),
    "too many pages": lambda: buat.pages(301),
    "text": lambda: b"halo",
}


@pytest.mark.parametrize("made", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_honest_gets_no_copy(tmp_path: Path, made) -> None:
    with pytest.raises(UnsafeToRender):
        safe_copy(written(tmp_path, made()), tmp_path / "aman.pdf")
    assert not (tmp_path / "aman.pdf").exists()


def test_a_signed_file_is_never_rewritten(tmp_path: Path, signer) -> None:  # noqa: F811
    path = written(tmp_path, signed(buat.pdf(), signer, "Pejabat"))
    with pytest.raises(UnsafeToRender, match="aman"):
        safe_copy(path, tmp_path / "aman.pdf")
    assert not (tmp_path / "aman.pdf").exists()
