"""Makes the vendored faces again from the Debian packages fonts-texgyre and fonts-croscore.

Run by hand only (``python templates_sk/fonts/build.py``); nothing of it is needed at run time. The GUST
Font License asks a changed font to carry another name, so TeX Gyre Bonum becomes SK Bonum. The same input
gives the same bytes.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).parent
BONUM = Path("/usr/share/texmf/fonts/opentype/public/tex-gyre")
ARIMO = Path("/usr/share/fonts/truetype/croscore")
LICENCES = {
    "GUST-FONT-LICENSE.txt": Path("/usr/share/texmf/doc/fonts/tex-gyre/GUST-FONT-LICENSE.txt"),
    "ARIMO-COPYRIGHT.txt": Path("/usr/share/doc/fonts-croscore/copyright"),
}
# Latin letters of personal names and the signs naskah dinas uses.
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
SIGNS = [0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026]
FACES = {"regular": "Regular", "bold": "Bold"}


def build() -> None:
    for stem, style in FACES.items():
        font = TTFont(BONUM / f"texgyrebonum-{stem}.otf", recalcTimestamp=False)
        _to_latin(font)
        _to_quadratic(font)
        _rename(font, "SK Bonum", style)
        font.save(HERE / f"SKBonum-{style}.ttf", reorderTables=False)
    for style in FACES.values():
        font = TTFont(ARIMO / f"Arimo-{style}.ttf", recalcTimestamp=False)
        _to_latin(font)
        font.save(HERE / f"Arimo-{style}.ttf", reorderTables=False)
    for name, source in LICENCES.items():
        shutil.copyfile(source, HERE / name)


def _to_latin(font: TTFont) -> None:
    """Keep Latin; layout features and hints are of no use to a PDF writer that places each line itself."""
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"], glyph_names=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "FFTM", "DSIG", "kern"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*LATIN, *SIGNS])
    subsetter.subset(font)


def _to_quadratic(font: TTFont) -> None:
    """CFF outlines to glyf: ReportLab embeds TrueType outlines only."""
    glyphs = font.getGlyphSet()
    order = font.getGlyphOrder()
    converted: dict[str, Any] = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        converted[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, converted
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"
    font["post"].formatType = 2.0
    font["post"].extraNames, font["post"].mapping, font["post"].glyphOrder = [], {}, order
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("Zones", "TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(maxp, f"max{field}", 0)
    maxp.maxZones = 1
    maxp.maxSizeOfInstructions = maxp.maxComponentElements = 0


def _rename(font: TTFont, family: str, style: str) -> None:
    postscript = f"{family.replace(' ', '')}-{style}"
    words = {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}
    for record in list(font["name"].names):
        if record.nameID in words:
            record.string = words[record.nameID]
        elif record.nameID > 14:
            font["name"].names.remove(record)


if __name__ == "__main__":
    build()
