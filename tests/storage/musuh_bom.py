"""Hostile PDFs nobody has listed for us: loops, lies about sizes, and what is too much."""

from __future__ import annotations

import zlib

from tests.storage import pdf_buatan as buat
from tests.storage.musuh_alat import FORM, HEAD, deep_tree, doubled, drawn, filtered, jbig2, picture, tree, xref_stream

TILING = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 %d %d]/XStep %b/YStep 1"
BROKEN = {"rusak"}
BOMB = {"rusak", "tidak_terpindai", "gambar_terlalu_besar"}
SAFE = {"", "rusak"}
"""May be taken in (the empty code): no reader of ours does what it asks, and the child's limits hold."""

HOSTILE: dict[str, tuple[bytes, set[str]]] = {
    "fifty filters": (
        buat.pdf(
            {4: filtered(zlib.compress(bytes(9000)), b"[" + b"/FlateDecode" * 50 + b"]")}, page=b"/Contents 4 0 R"
        ),
        BOMB | SAFE,
    ),
    "ten thousand filters": (buat.pdf({4: filtered(b"x", b"[" + b"/ASCIIHexDecode" * 10_000 + b"]")}), BOMB | SAFE),
    "a billion objects, in a table": (
        HEAD
        + b"xref\n0 1000000000\n0000000000 65535 f \ntrailer\n<</Size 1000000000/Root 1 0 R>>\nstartxref\n15\n%%EOF\n",
        BROKEN,
    ),
    "a billion objects, in a stream": (xref_stream(10**9, b"[0 4]", b""), SAFE),
    "a billion entries, in a stream": (xref_stream(10**9, b"[0 1000000000]", b""), SAFE | BROKEN),
    "five million entries, in a stream": (xref_stream(5_000_004, b"[0 5000004]", bytes(8 * 5_000_000)), SAFE | BROKEN),
    "entries before the first": (xref_stream(4, b"[-5 9]", b""), SAFE | BROKEN),
    "a billion pages": (tree(b"3 0 R", count=10**9), BROKEN),
    "fewer pages than there are": (tree(b"3 0 R 4 0 R 5 0 R", {4: buat.PAGE % b"", 5: buat.PAGE % b""}, count=1), SAFE),
    "minus one page": (tree(b"3 0 R", count=-1), SAFE),
    "pages in a circle": (tree(b"2 0 R"), BROKEN | {"tanpa_halaman"}),
    "pages in a larger circle": (
        tree(b"4 0 R", {4: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 1/Parent 2 0 R>>"}),
        BROKEN,
    ),
    "the same page a thousand times": (tree(b"3 0 R " * 1000, count=1000), {"terlalu_banyak_halaman", "rusak"}),
    "a tree ten thousand deep": (deep_tree(10_000), BROKEN | SAFE),
    "a form that draws itself": (
        drawn(
            {4: buat.stream(b"/F Do"), 5: buat.stream(b"/F Do", FORM + b"/Resources<</XObject<</F 5 0 R>>>>")},
            b"/XObject<</F 5 0 R>>",
        ),
        SAFE,
    ),
    "forms that draw each other": (
        drawn(
            {
                4: buat.stream(b"/F Do"),
                5: buat.stream(b"/G Do", FORM + b"/Resources<</XObject<</G 6 0 R>>>>"),
                6: buat.stream(b"/F Do", FORM + b"/Resources<</XObject<</F 5 0 R>>>>"),
            },
            b"/XObject<</F 5 0 R>>",
        ),
        SAFE,
    ),
    "ten to the twelfth drawings": (doubled(12), BROKEN),
    "a pattern that paints with itself": (
        drawn(
            {
                4: buat.stream(b"/Pattern cs /P scn 0 0 595 842 re f"),
                5: buat.stream(
                    b"/Pattern cs /P scn 0 0 9 9 re f",
                    TILING % (9, 9, b"1") + b"/Resources<</Pattern<</P 5 0 R>>>>",
                ),
            },
            b"/Pattern<</P 5 0 R>>",
        ),
        SAFE,
    ),
    "a pattern of a billion tiles": (
        drawn(
            {
                4: buat.stream(b"/Pattern cs /P scn 0 0 595 842 re f"),
                5: buat.stream(
                    b"0 0 1 1 re f",
                    TILING % (1, 1, b"0.001") + b"/Resources<<>>",
                ),
            },
            b"/Pattern<</P 5 0 R>>",
        ),
        SAFE,
    ),
    "arrays a hundred thousand deep": (buat.pdf({4: b"[" * 100_000 + b"]" * 100_000}), BROKEN | SAFE),
    "dictionaries a hundred thousand deep": (buat.pdf({4: b"<</A" * 100_000 + b" 1" + b">>" * 100_000}), BROKEN | SAFE),
    "saved states without end": (buat.pdf({4: buat.stream(b"q " * 4_000_000, flate=1)}, page=b"/Contents 4 0 R"), SAFE),
    "length that refers to itself": (buat.pdf({4: b"<</Length 4 0 R>>stream\nx\nendstream"}), BROKEN | SAFE),
    "object streams that extend each other": (
        buat.pdf(
            {
                4: buat.stream(b"5 0 ", b"/Type/ObjStm/N 1/First 4/Extends 5 0 R"),
                5: buat.stream(b"4 0 ", b"/Type/ObjStm/N 1/First 4/Extends 4 0 R"),
            }
        ),
        SAFE,
    ),
    "tables in a circle": (buat.pdf(trailer=b"/Prev 15"), SAFE | BROKEN),
    "jbig2 of four billion points": (picture(65535, 65535, jbig2(65535, 65535), b"/JBIG2Decode"), BOMB),
    "jbig2 larger than it says": (picture(100, 100, jbig2(60000, 60000), b"/JBIG2Decode"), SAFE),
    "fax without an end": (
        picture(60_000, 60_000, b"\0" * 50, b"/CCITTFaxDecode", b"/DecodeParms<</K -1/Columns 60000/Rows 2000000000>>"),
        BOMB,
    ),
    "columns without number": (
        picture(
            8,
            8,
            zlib.compress(bytes(99)),
            b"/FlateDecode",
            b"/DecodeParms<</Predictor 15/Colors 2147483647/Columns 2147483647/BitsPerComponent 16>>",
        ),
        SAFE,
    ),
    "a picture as a text without measures": (
        buat.pdf({4: buat.stream(b"", b"/Subtype/Image/Width 99999 /Height 99999.0")}),
        {"gambar_terlalu_besar", ""},
    ),
    "a small picture whose jpeg is large": (
        picture(10, 10, b"\xff\xd8\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x01\x01\x11\0\xff\xd9", b"/DCTDecode"),
        SAFE | BOMB,
    ),
    "an inline picture without end": (
        buat.pdf(
            {4: buat.stream(b"BI /W 65535 /H 65535 /BPC 8 /CS /G /F /Fl ID " + zlib.compress(bytes(999)) + b" EI")},
            page=b"/Contents 4 0 R",
        ),
        SAFE | BOMB,
    ),
    "a page as large as a country": (buat.pdf().replace(b"[0 0 595 842]", b"[0 0 9e8 9e8]"), SAFE | BROKEN),
    "a page without measure": (buat.pdf().replace(b"[0 0 595 842]", b"[0 0 0 00000]"), SAFE | BROKEN),
    "a page turned inside out": (buat.pdf().replace(b"[0 0 595 842]", b"[595 842 0 0]"), SAFE),
    "a unit of a million inches": (buat.pdf(page=b"/UserUnit 72000000"), SAFE),
    "a function that calls itself": (
        drawn(
            {
                4: buat.stream(b"/C cs 1 scn 0 0 9 9 re f"),
                5: b"<</FunctionType 3/Domain[0 1]/Functions[5 0 R 5 0 R]/Bounds[.5]/Encode[0 1 0 1]>>",
            },
            b"/ColorSpace<</C[/Separation/X/DeviceGray 5 0 R]>>",
        ),
        SAFE | BROKEN,
    ),
    "a font that is its own child": (
        drawn(
            {
                4: buat.stream(b"BT /F 9 Tf (a) Tj ET"),
                5: b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[5 0 R]>>",
            },
            b"/Font<</F 5 0 R>>",
        ),
        SAFE | BROKEN,
    ),
    "letters that draw themselves": (
        drawn(
            {
                4: buat.stream(b"BT /F 9 Tf (a) Tj ET"),
                5: b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97"
                b"/Widths[9]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>",
                6: buat.stream(b"BT /F 9 Tf (a) Tj ET"),
            },
            b"/Font<</F 5 0 R>>",
        ),
        SAFE | BROKEN,
    ),
}

HEAVY = {
    "a pattern that paints with itself",
    "a pattern of a billion tiles",
    "five million entries, in a stream",
    "ten to the twelfth drawings",
    "fax without an end",
    "an inline picture without end",
}
"""Each costs its child seconds: these wait for the long trial."""
