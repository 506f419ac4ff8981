"""Malware in places clamd itself does not open: found or refused, each with a clean twin that passes."""

from __future__ import annotations

import base64
import io
import os
import random
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from storage import Inspection, Policy, ScanVerdict, clamd_dev, inspect, streams_child
from storage.deep_scan import deep_scan
from tests.storage import pdf_buatan as buat

EICAR = clamd_dev.eicar()
Made = Callable[[bytes], bytes]


def look(folder: Path, content: bytes, scanner, name: str = "a.pdf") -> Inspection:
    path = folder / "unggahan"
    path.write_bytes(content)
    return inspect(path, filename=name, scanner=scanner)


def attached(payload: bytes, keys: bytes = b"", *, flate: int = 1) -> bytes:
    objects = {4: b"<</Type/Filespec/F(a)/EF<</F 5 0 R>>>>", 5: buat.stream(payload, keys, flate=flate)}
    return buat.pdf(objects, catalog=b"/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>")


def page_content(payload: bytes, flate: int = 1) -> bytes:
    return buat.pdf({4: buat.stream(b"% " + payload, flate=flate)}, page=b"/Contents 4 0 R")


def zipped(payload: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("isi.bin", payload)
        payload = made.getvalue()
    return payload


def jpeg(payload: bytes) -> bytes:
    made = io.BytesIO()
    Image.new("L", (64, 64)).save(made, "JPEG", comment=payload)
    return made.getvalue()


def nested(payload: bytes, times: int) -> bytes:
    content = page_content(payload)
    for _ in range(times):
        content = buat.pdf({4: buat.stream(content, flate=1)})
    return content


HOSTILE: dict[str, tuple[str, Made]] = {
    "raw attachment": ("a.pdf", lambda m: attached(m, flate=0)),
    "deflated attachment": ("a.pdf", lambda m: attached(m)),
    "attachment with checksum": ("a.pdf", lambda m: attached(m, b"/Params<</CheckSum(1234567890123456)>>")),
    "attachment with subtype": ("a.pdf", lambda m: attached(m, b"/Subtype/text#2Fplain/Type/EmbeddedFile")),
    "attachment that says it is an image": (
        "a.pdf",
        lambda m: attached(m, b"/Subtype/Image/Params<<>>/Width 8/Height 8"),
    ),
    "zip in an attachment": ("a.pdf", lambda m: attached(zipped(m))),
    "zip in zip in an attachment": ("a.pdf", lambda m: attached(zipped(m, 3))),
    "attachment among object streams": ("a.pdf", lambda m: buat.in_object_streams(attached(m))),
    "page content": ("a.pdf", page_content),
    "page content deflated twice": ("a.pdf", lambda m: page_content(m, 2)),
    "page content deflated five times": ("a.pdf", lambda m: page_content(m, 5)),
    "content with a broken checksum": ("a.pdf", lambda m: broken_checksum(m)),
    "hexadecimal content": ("a.pdf", lambda m: encoded(m.hex().encode() + b">", b"/ASCIIHexDecode")),
    "stream nobody refers to": (
        "a.pdf",
        lambda m: buat.pdf({9: buat.stream(m, flate=1)}, hooked=False),
    ),
    "pdf in a pdf": ("a.pdf", lambda m: nested(m, 1)),
    "pdf in pdf in pdf": ("a.pdf", lambda m: nested(m, 3)),
    "metadata": ("a.pdf", lambda m: buat.pdf({4: buat.stream(m, b"/Type/Metadata", flate=1)})),
    "jpeg comment": ("a.jpg", jpeg),
    "zip behind a jpeg": ("a.jpg", lambda m: jpeg(b"") + zipped(m)),
}


def encoded(content: bytes, filters: bytes) -> bytes:
    return buat.pdf({4: buat.stream(content, b"/Filter[" + filters + b"]")})


def broken_checksum(payload: bytes) -> bytes:
    import zlib

    packed = zlib.compress(payload)
    return encoded(packed[:-4] + b"\0\0\0\0", b"/FlateDecode")


@pytest.mark.parametrize(("name", "made"), HOSTILE.values(), ids=HOSTILE.keys())
def test_malware_is_found(tmp_path: Path, scanner, name: str, made: Made) -> None:
    seen = look(tmp_path, made(EICAR), scanner, name)
    assert (seen.accepted, seen.reason_code) == (False, "terinfeksi")
    assert seen.scan
    assert seen.scan.verdict is ScanVerdict.INFECTED
    assert (seen.scan.signature or "").startswith("Local.Eicar")


NO_TWIN = ("attachment", "zip in", "zip behind")


@pytest.mark.parametrize(
    ("name", "made"),
    [value for key, value in HOSTILE.items() if not any(word in key for word in NO_TWIN)],
    ids=[key for key in HOSTILE if not any(word in key for word in NO_TWIN)],
)
def test_its_clean_twin_passes(tmp_path: Path, scanner, name: str, made: Made) -> None:
    seen = look(tmp_path, made(EICAR[::-1]), scanner, name)
    assert (seen.accepted, seen.reason_code) == (True, None)


REFUSED: dict[str, bytes] = {
    "encrypted with a password": buat.encrypted(page_content(EICAR), user="rahasia"),
    "encrypted with an empty password R6": buat.encrypted(attached(EICAR)),
    "encrypted with an empty password R4": buat.encrypted(attached(EICAR), revision=4),
    "encrypted with an empty password R3": buat.encrypted(attached(EICAR), revision=3),
    "encrypted with an empty password R2": buat.encrypted(attached(EICAR), revision=2),
    "too deep": nested(EICAR, 8),
    "zip twenty deep": attached(zipped(EICAR, 20)),
    "before the header": EICAR + buat.pdf(),
    "after the end": buat.pdf() + EICAR,
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_opened_or_is_too_deep_is_refused(tmp_path: Path, scanner, content: bytes) -> None:
    seen = look(tmp_path, content, scanner)
    assert not seen.accepted
    assert seen.reason_code in {"terenkripsi", "tidak_terpindai", "terinfeksi", "isi_aktif"}


def test_clean_nesting_beyond_the_depth_is_unscannable(tmp_path: Path, scanner) -> None:
    seen = look(tmp_path, nested(b"bersih", 8), scanner)
    assert seen.scan
    assert (seen.reason_code, seen.scan.verdict) == ("tidak_terpindai", ScanVerdict.UNSCANNABLE)
    assert (seen.scan.signature or "").startswith("Heuristics.Limits.Exceeded")


def test_more_pieces_than_a_scanner_has_time_for_are_unscannable(tmp_path: Path, scanner, monkeypatch) -> None:
    pieces = {4 + n: buat.stream(b"BT ET % " + str(n).encode()) for n in range(40)}
    monkeypatch.setattr(streams_child, "_MOST", 30)
    out = tmp_path / "potongan"
    out.mkdir()
    (tmp_path / "a.pdf").write_bytes(buat.pdf(pieces))
    shown = streams_child.write(str(tmp_path / "a.pdf"), str(out), 10**6, 10**6, 5)
    assert shown == {"files": 31, "exceeded": True}


def test_what_was_shown_is_not_shown_again(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(buat.pdf({4 + n: buat.stream(b"BT ET") for n in range(40)}))
    out = tmp_path / "potongan"
    out.mkdir()
    assert streams_child.write(str(tmp_path / "a.pdf"), str(out), 10**6, 10**6, 5) == {"files": 1, "exceeded": False}


def test_pictures_are_not_decoded_for_the_scanner(tmp_path: Path, scanner) -> None:
    keys = b"/Subtype/Image/Width 3000/Height 3000/BitsPerComponent 8/ColorSpace/DeviceGray"
    path = tmp_path / "a.pdf"
    path.write_bytes(buat.pdf({4: buat.stream(bytes(9_000_000), keys, flate=1)}))
    assert deep_scan(path, scanner, Policy(deep_bytes=1_000_000)).verdict is ScanVerdict.CLEAN


PICTURE = b"/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray/Width %d/Height %d"


def packed_picture(payload: bytes, width: int, height: int, filters: bytes = b"/FlateDecode") -> bytes:
    """Keys in front of the filter: there clamd itself does not unpack."""
    parts = (PICTURE % (width, height), len(payload), filters, payload)
    return buat.pdf({4: b"<<%b/Length %d/Filter%b>>stream\n%b\nendstream" % parts})


NOISE = random.Random(7).randbytes(100_000)
PICTURES: dict[str, Made] = {
    "more bytes than its measures": lambda it: packed_picture(zlib.compress(NOISE + it), 1, 1),
    "packed twice over": lambda it: packed_picture(
        base64.a85encode(zlib.compress(it)) + b"~>", 1, 1, b"[/ASCII85Decode/FlateDecode]"
    ),
    "packed under a picture's own": lambda it: packed_picture(
        zlib.compress(it).hex().encode() + b">", 9, 9, b"[/ASCIIHexDecode/FlateDecode/JPXDecode]"
    ),
    "at the beginning of true measures": lambda it: packed_picture(zlib.compress((it + NOISE)[:100_000]), 100, 1000),
}


@pytest.mark.parametrize("made", PICTURES.values(), ids=PICTURES.keys())
def test_what_only_says_it_is_a_picture_is_shown(tmp_path: Path, scanner, made: Made) -> None:
    assert look(tmp_path, made(EICAR), scanner).reason_code == "terinfeksi"
    assert look(tmp_path, made(EICAR[::-1]), scanner).accepted


def test_a_scanner_that_goes_away_between_two_streams_is_unavailable(tmp_path: Path, away) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(page_content(b"bersih"))
    assert deep_scan(path, away, Policy()).verdict is ScanVerdict.UNAVAILABLE


def test_a_full_temporary_disk_means_later_and_not_refused(small_disk: Path, tmp_path, scanner, monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(small_disk))
    path = tmp_path / "a.pdf"
    path.write_bytes(buat.pdf({4: buat.stream(os.urandom(3_000_000), flate=1)}))
    assert deep_scan(path, scanner, Policy()).verdict is ScanVerdict.UNAVAILABLE


def test_nothing_of_it_stays_in_the_temporary_folder(tmp_path: Path, scanner, monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "sementara"))
    (tmp_path / "sementara").mkdir()
    look(tmp_path, page_content(EICAR), scanner)
    assert list((tmp_path / "sementara").iterdir()) == []
