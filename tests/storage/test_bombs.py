"""Small files that would be enormous: refused quickly, in a child that stays small."""

from __future__ import annotations

import io
import os
import socket
import struct
import sys
import time
import zlib
from collections.abc import Callable
from multiprocessing import forkserver
from pathlib import Path

import pytest
from PIL import Image

from storage import Inspection, UnsafeToRender, deep_scan, inspect, inspection, render_pages
from storage.policy import MB
from tests.storage import pdf_buatan as buat

SECONDS = 5.0
"""Of CPU, clamd's and all children's together: an idle machine spends the same by the clock, a busy one does not."""


@pytest.fixture(scope="module")
def zeros() -> bytes:
    """A gigabyte of zero bytes in a megabyte: one layer."""
    return buat.bomb(1, 1_000_000_000)


@pytest.fixture(scope="module")
def nested_zeros() -> bytes:
    """Ten gigabytes in half a kilobyte: three layers."""
    return buat.bomb(3, 10_000_000_000)


def look(folder: Path, content: bytes, scanner, name: str = "a.pdf") -> Inspection:
    path = folder / "bom"
    path.write_bytes(content)
    return inspect(path, filename=name, scanner=scanner)


def timed(clamd_url: str, act: Callable[[], Inspection]) -> Inspection:
    before = cpu_seconds(clamd_url)
    seen = act()
    assert cpu_seconds(clamd_url) - before < SECONDS
    return seen


def cpu_seconds(clamd_url: str) -> float:
    """Of this process, of the fork server with the children it has buried, and of clamd (which others may share)."""
    return time.process_time() + sum(map(spent, (server_of_children(), server_of(clamd_url))))


def server_of_children() -> int:
    return int(getattr(forkserver._forkserver, "_forkserver_pid", 0) or 0)


def server_of(url: str) -> int:
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(url.removeprefix("unix://"))
        return int.from_bytes(line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)[:4], sys.byteorder)


def spent(pid: int) -> float:
    if not pid:
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / float(os.sysconf("SC_CLK_TCK"))


def test_no_child_that_looks_at_a_pdf_may_grow_beyond_half_a_gigabyte() -> None:
    """The kernel holds them to it, so the bombs below need no watching."""
    assert max(inspection.PDF_LIMITS.memory, deep_scan.LIMITS.memory) <= 512 * MB


def test_no_child_that_looks_at_a_picture_may_either_but_for_webp() -> None:
    beyond = {kind for kind, limits in inspection.KIND_LIMITS.items() if limits.memory > 512 * MB}
    assert (inspection.IMAGE_LIMITS.memory, beyond) == (512 * MB, {"webp"})
    assert inspection.KIND_LIMITS["webp"].memory == 800_000_000


def filtered(content: bytes, filters: bytes, keys: bytes = b"") -> bytes:
    return b"<</Length %d/Filter%b%b>>stream\n%b\nendstream" % (len(content), filters, keys, content)


def as_content(content: bytes, layers: int) -> bytes:
    stream = filtered(content, b"[" + b"/FlateDecode" * layers + b"]")
    return buat.pdf({4: stream}, page=b"/Contents 4 0 R")


def as_image(content: bytes, layers: int) -> bytes:
    keys = b"/Subtype/Image/Width 8000/Height 8000/BitsPerComponent 8/ColorSpace/DeviceRGB"
    image = filtered(content, b"[" + b"/FlateDecode" * layers + b"]", keys)
    draw = buat.stream(b"595 0 0 842 0 0 cm /I Do")
    return buat.pdf({4: image, 5: draw}, page=b"/Contents 5 0 R/Resources<</XObject<</I 4 0 R>>>>")


def as_object_stream(content: bytes, layers: int) -> bytes:
    keys = b"/Type/ObjStm/N 1/First 4"
    return buat.pdf({4: filtered(content, b"[" + b"/FlateDecode" * layers + b"]", keys)})


PDF_BOMBS = {
    "page content, a gigabyte": lambda one, many: as_content(one, 1),
    "page content, nested": lambda one, many: as_content(many, 3),
    "image, a gigabyte": lambda one, many: as_image(one, 1),
    "image, nested": lambda one, many: as_image(many, 3),
    "object stream, nested": lambda one, many: as_object_stream(many, 3),
    "with a predictor": lambda one, many: buat.pdf(
        {4: filtered(one, b"/FlateDecode", b"/DecodeParms<</Predictor 12/Columns 1000>>")},
        page=b"/Contents 4 0 R",
    ),
    "run length": lambda one, many: buat.pdf(
        {4: filtered(zlib.compress(b"\x81\0" * 4_000_000), b"[/FlateDecode/RunLengthDecode]")},
        page=b"/Contents 4 0 R",
    ),
}


@pytest.mark.parametrize("made", PDF_BOMBS.values(), ids=PDF_BOMBS.keys())
def test_a_pdf_bomb_is_never_accepted_and_ends_in_time(tmp_path, scanner, clamd_url, zeros, nested_zeros, made) -> None:
    content = made(zeros, nested_zeros)
    seen = timed(clamd_url, lambda: look(tmp_path, content, scanner))
    assert not seen.accepted
    assert seen.reason_code in {"rusak", "tidak_terpindai"}


def png_claiming(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    data = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + data + chunk(b"IEND", b"")


def jpeg_claiming(width: int, height: int) -> bytes:
    """A tiny honest JPEG whose header lies about its size."""
    made = io.BytesIO()
    Image.new("L", (8, 8)).save(made, "JPEG")
    content = bytearray(made.getvalue())
    at = content.index(b"\xff\xc0") + 5
    content[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(content)


def tiff_claiming(width: int, height: int) -> bytes:
    tags = [
        (256, width),
        (257, height),
        (258, 8),
        (259, 1),
        (262, 1),
        (273, 8),
        (277, 1),
        (278, height),
        (279, 4),
    ]
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + struct.pack("<I", 0)


IMAGE_BOMBS = {
    "png 50,000 square": ("a.png", png_claiming(50_000, 50_000)),
    "png 9,000 square": ("a.png", png_claiming(9_000, 9_000)),
    "jpeg 65,500 square": ("a.jpg", jpeg_claiming(65_500, 65_500)),
    "jpeg 9,000 square": ("a.jpg", jpeg_claiming(9_000, 9_000)),
    "tiff 60,000 square": ("a.tif", tiff_claiming(60_000, 60_000)),
}


@pytest.mark.parametrize(("name", "content"), IMAGE_BOMBS.values(), ids=IMAGE_BOMBS.keys())
def test_an_image_bomb_is_refused_at_its_header(tmp_path: Path, scanner, clamd_url, name: str, content: bytes) -> None:
    seen = timed(clamd_url, lambda: look(tmp_path, content, scanner, name))
    assert (seen.accepted, seen.reason_code) == (False, "gambar_terlalu_besar")


def test_a_picture_of_the_largest_allowed_size_is_accepted(tmp_path: Path, scanner) -> None:
    made = io.BytesIO()
    Image.new("RGBA", (9921, 7016), "white").save(made, "PNG", compress_level=1)  # A3 at 600 dpi
    assert look(tmp_path, made.getvalue(), scanner, "a3.png").accepted


@pytest.mark.parametrize(("side", "code"), [(4895, None), (4910, "gambar_terlalu_besar")])
def test_a_webp_is_opened_up_to_its_own_size_and_refused_by_name_above(tmp_path, scanner, side, code) -> None:
    made = io.BytesIO()
    Image.new("RGBA", (side, side), (200, 10, 10, 90)).save(made, "WEBP", quality=1, method=0)
    assert look(tmp_path, made.getvalue(), scanner, "a.webp").reason_code == code


def test_a_bomb_is_not_drawn_either(tmp_path: Path, nested_zeros: bytes) -> None:
    path = tmp_path / "bom.pdf"
    path.write_bytes(as_content(nested_zeros, 3))
    with pytest.raises(UnsafeToRender):
        render_pages(path, type="pdf", out=tmp_path / "halaman")
