"""Parts of hostile PDFs and of their honest twins, made by hand."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Mapping

from tests.storage import pdf_buatan as buat

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
ANNOTATED = b"/Annots[4 0 R]"
SCRIPT = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"


def parcel(comment: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("a.txt", "halo")
        out.comment = comment
    return made.getvalue()


def tape() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as out:
        out.addfile(tarfile.TarInfo("%PDF-1.7"))
    return made.getvalue()


def within(prelude: bytes) -> bytes:
    """*prelude* between the header and the first object; the table of offsets still right."""
    start = b"%PDF-1.7\n" + prelude
    return start + buat.body(
        {1: buat.CATALOG % b"", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: buat.PAGE % b""}, len(start)
    )


def annotation(keys: bytes) -> bytes:
    return buat.pdf({4: b"<</Type/Annot/Rect[0 0 9 9]%b>>" % keys}, page=ANNOTATED)


def filtered(content: bytes, names: bytes, keys: bytes = b"") -> bytes:
    return b"<</Length %d/Filter%b%b>>stream\n%b\nendstream" % (len(content), names, keys, content)


def drawn(objects: Mapping[int, bytes], resources: bytes) -> bytes:
    """Object 4 is the page's content."""
    return buat.pdf(objects, page=b"/Contents 4 0 R/Resources<<%b>>" % resources)


def jbig2(width: int, height: int) -> bytes:
    """One page-information segment that claims *width* by *height*, and an empty generic region of the same size."""
    page = struct.pack(">IBBBI", 0, 48, 0, 1, 19) + struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIB", width, height, 0, 0, 0) + b"\x08\x03\xff\xfd\xff\x02\xfe\xfe\xfe" + bytes(8)
    return page + struct.pack(">IBBBI", 1, 38, 0, 1, len(region)) + region


def picture(width: int, height: int, content: bytes, filters: bytes, keys: bytes = b"") -> bytes:
    image = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1%b"
    draw = buat.stream(b"595 0 0 842 0 0 cm /I Do")
    objects = {4: draw, 5: filtered(content, filters, image % (width, height, keys))}
    return drawn(objects, b"/XObject<</I 5 0 R>>")


def xref_stream(size: int, index: bytes, entries: bytes) -> bytes:
    """A file whose only table is a stream that speaks of *size* objects."""
    whole = {1: buat.CATALOG % b"", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: buat.PAGE % b""}
    content, table = HEAD, b"\0" + bytes(7)
    for number, text in whole.items():
        table += b"\x01" + struct.pack(">I", len(content)) + b"\0" + b"\0\0"
        content += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    packed = zlib.compress(table + entries)
    keys = b"<</Type/XRef/W[1 4 3]/Size %d/Index%b/Root 1 0 R/Filter/FlateDecode/Length %d>>"
    end = b"9 0 obj\n" + keys % (size, index, len(packed)) + b"stream\n" + packed + b"\nendstream\nendobj\n"
    return content + end + b"startxref\n%d\n%%%%EOF\n" % len(content)


def tree(kids: bytes, more: Mapping[int, bytes] = {}, count: int = 1) -> bytes:
    whole = {1: buat.CATALOG % b"", 2: b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count), 3: buat.PAGE % b"", **more}
    return HEAD + buat.body(whole, len(HEAD))


def deep_tree(levels: int) -> bytes:
    more = {10 + n: b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (9 + n, 11 + n) for n in range(levels)}
    more[10 + levels] = buat.PAGE % b""
    return tree(b"10 0 R", more)


def doubled(levels: int) -> bytes:
    """Each form draws the next one ten times."""
    forms = {
        5 + n: buat.stream(
            b"/F Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F %d 0 R>>>>" % (6 + n)
        )
        for n in range(levels)
    }
    forms[5 + levels] = buat.stream(b"0 0 9 9 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]")
    return drawn({4: buat.stream(b"/F Do"), **forms}, b"/XObject<</F 5 0 R>>")


def locked_in_object_streams() -> bytes:
    return buat.in_object_streams(buat.encrypted(buat.in_object_streams(buat.pdf({4: SCRIPT}))))


FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
