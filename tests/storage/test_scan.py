"""A page that is nothing but a scan is decoded instead of drawn; whatever could make it look otherwise is drawn."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from storage import inspect, render_pages, scan_child
from tests.storage import pdf_buatan as buat

SIZE = (1131, 1600)
CONTENT = b"1 0 0 1 0 0 cm BT /F1 12 Tf 14.4 TL ET q 595 0 0 842 0 0 cm /P Do Q"
PICTURE = (
    b"/Type/XObject/Subtype/Image/Width 1240/Height 1754/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode"
)
RESOURCES = b"/Resources<</XObject<</P 5 0 R>>%b>>/Contents 4 0 R%b"


def jpeg(mode: str = "L") -> bytes:
    slope = np.repeat(np.linspace(0, 255, 1754, dtype=np.uint8)[:, None], 1240, axis=1)
    out = io.BytesIO()
    Image.fromarray(slope).convert(mode).save(out, "JPEG", quality=90)
    return out.getvalue()


def scan(
    content: bytes = CONTENT, picture: bytes = PICTURE, resources: bytes = b"", page: bytes = b"", data: bytes = b""
) -> bytes:
    objects = {4: buat.stream(content), 5: buat.stream(data or jpeg(), picture)}
    return buat.pdf(objects, page=RESOURCES % (resources, page), hooked=False)


def found(pdf: bytes) -> bytes | None:
    with pikepdf.open(io.BytesIO(pdf)) as same:
        return scan_child.find(pypdfium2.PdfDocument(pdf)[0], same, 1)


def drawn(pdf: bytes, size: tuple[int, int] = SIZE) -> Image.Image | None:
    with pikepdf.open(io.BytesIO(pdf)) as same:
        return scan_child.drawn(pypdfium2.PdfDocument(pdf)[0], same, 1, size)


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_scan_looks_as_pdfium_draws_it(mode: str) -> None:
    pdf = scan(
        picture=PICTURE.replace(b"DeviceGray", b"DeviceRGB" if mode == "RGB" else b"DeviceGray"), data=jpeg(mode)
    )
    ours, theirs = drawn(pdf), pypdfium2.PdfDocument(pdf)[0].render(scale=1600 / 842).to_pil()
    assert ours is not None
    assert (ours.mode, ours.size) == (mode, theirs.size)
    assert np.abs(np.asarray(ours.convert("L"), int) - np.asarray(theirs.convert("L"), int)).max() <= 3


OTHERWISE = {
    "inverted": scan(picture=PICTURE + b"/Decode[1 0]"),
    "masked": scan(picture=PICTURE + b"/Mask[0 10]"),
    "in other colours": scan(picture=PICTURE.replace(b"DeviceGray", b"DeviceRGB")),
    "in colours of its own": scan(picture=PICTURE.replace(b"/DeviceGray", b"[/CalGray<</WhitePoint[1 1 1]>>]")),
    "of another size": scan(picture=PICTURE.replace(b"Width 1240", b"Width 620")),
    "in a layer": scan(picture=PICTURE + b"/OC<</Type/OCG/Name(x)>>"),
    "through a state": scan(b"/G gs " + CONTENT, resources=b"/ExtGState<</G<</ca 0.1>>>>"),
    "with default colours": scan(resources=b"/ColorSpace<</DefaultGray[/CalGray<</WhitePoint[1 1 1]>>]>>"),
    "with words": scan(CONTENT + b" BT /F1 12 Tf (LUNAS) Tj ET"),
    "beside a picture": scan(CONTENT + b" q 50 0 0 50 0 0 cm /P Do Q"),
    "painted over": scan(CONTENT + b" 0 0 300 300 re f"),
    "clipped": scan(b"0 0 300 842 re W n " + CONTENT),
    "larger than the page": scan(CONTENT.replace(b"595 0 0 842 0 0", b"1190 0 0 1684 0 0")),
    "smaller than the page": scan(CONTENT.replace(b"595 0 0 842 0 0", b"297 0 0 421 0 0")),
    "mirrored": scan(CONTENT.replace(b"595 0 0 842 0 0", b"-595 0 0 842 595 0")),
    "turned": scan(page=b"/Rotate 90"),
    "cropped": scan(page=b"/CropBox[0 0 595 400]"),
    "annotated": scan(page=b"/Annots[<</Type/Annot/Subtype/Square/Rect[0 0 300 300]/IC[0 0 0]>>]"),
    "unbalanced": scan(b"Q " + CONTENT),
    "busy": scan(b"q Q " * 400 + CONTENT),
    "empty": scan(b""),
    "of no JPEG": scan(data=b"bukan gambar"),
    "of no picture": buat.pages(1),
}


@pytest.mark.parametrize("how", OTHERWISE)
def test_what_may_look_otherwise_is_left_to_pdfium(how: str) -> None:
    assert found(scan()) == jpeg()
    assert found(OTHERWISE[how]) is None


def test_a_page_that_only_one_parser_sees_is_left_to_pdfium() -> None:
    pdf = scan()
    with pikepdf.open(io.BytesIO(pdf)) as same:
        assert scan_child.find(pypdfium2.PdfDocument(pdf)[0], same, 2) is None
    with pikepdf.open(io.BytesIO(scan(data=jpeg() + b"\0"))) as other:
        assert scan_child.find(pypdfium2.PdfDocument(pdf)[0], other, 1) is None


def test_too_few_pixels_or_damaged_ones_are_left_to_pdfium() -> None:
    assert drawn(scan(), (1300, 1840)) is None
    cut = scan(data=jpeg()[:9000])
    assert found(cut)
    assert drawn(cut) is None


def test_previews_of_a_scan_are_as_large_as_any(tmp_path: Path) -> None:
    path = tmp_path / "pindai.pdf"
    path.write_bytes(scan())
    assert inspect(path, filename="pindai.pdf").accepted
    page = render_pages(path, type="pdf", out=tmp_path, turns={1: 90})[0]
    assert (page.width, page.height) == (1600, 1131)
    with Image.open(page.path) as preview:
        row = np.asarray(preview.convert("L"))[500]
        assert (row[-10] < 5, row[10] > 250) == (True, True)
