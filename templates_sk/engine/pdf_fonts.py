"""The faces as PDF objects: composite TrueType, whole program embedded, with a map back to Unicode."""

from __future__ import annotations

import zlib

from templates_sk.engine.faces import RESOURCES, Face, face
from templates_sk.engine.objects import Objects, array, dictionary, ref
from templates_sk.engine.sheet import n

_BLOCK = 100
"""A CMap operator takes at most this many entries."""


def embed(out: Objects, styles: tuple[str, ...]) -> str:
    """The ``Font`` resource dictionary shared by all pages: always all *styles*, so that files compare."""
    return dictionary({RESOURCES[style]: ref(_font(out, style)) for style in styles})


def _font(out: Objects, style: str) -> int:
    one = face(style)
    descendant = out.put(
        dictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{one.name}",
                "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
                "FontDescriptor": ref(_descriptor(out, one, style)),
                "CIDToGIDMap": "/Identity",
                "W": f"[0 {array(map(n, one.advances))}]",
            }
        )
    )
    unicode = out.stream(zlib.compress(_to_unicode(one), 9), "/Filter /FlateDecode")
    return out.put(
        dictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{one.name}",
                "Encoding": "/Identity-H",
                "DescendantFonts": array([ref(descendant)]),
                "ToUnicode": ref(unicode),
            }
        )
    )


def _descriptor(out: Objects, one: Face, style: str) -> int:
    symbolic = 4
    serif = 0 if style.startswith("sans") else 2
    program = out.stream(zlib.compress(one.program, 9), f"/Filter /FlateDecode /Length1 {len(one.program)}")
    return out.put(
        dictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{one.name}",
                "Flags": symbolic | serif,
                "FontBBox": array(one.metrics.box),
                "ItalicAngle": 0,
                "Ascent": one.metrics.ascent,
                "Descent": one.metrics.descent,
                "CapHeight": one.metrics.cap_height,
                "StemV": 140 if style.endswith("bold") else 85,
                "FontFile2": ref(program),
            }
        )
    )


def _to_unicode(one: Face) -> bytes:
    pairs = [f"<{glyph:04X}> <{code:04X}>" for glyph, code in sorted(one.unicode_of_glyphs().items())]
    blocks = [pairs[i : i + _BLOCK] for i in range(0, len(pairs), _BLOCK)]
    body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end""".encode("ascii")
