"""Pages and structure into one PDF/A-2a and PDF/UA-1 file, the same bytes every time."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from templates_sk.engine import outline, pdf_fonts, xmp
from templates_sk.engine.images import Picture
from templates_sk.engine.objects import Objects, array, ref, text
from templates_sk.engine.sheet import Sheet, n
from templates_sk.engine.structure import write_structure
from templates_sk.engine.tags import Element

PROFILE = Path(__file__).parent.parent / "data" / "sRGB.icc"
PRODUCER = "templates_sk"


@dataclass(frozen=True)
class Info:
    """What a reader's title bar and a catalogue show; ``author`` is an office, never a person."""

    title: str
    author: str
    subject: str = ""
    """Archive classification (Permendagri 83/2022)."""
    keywords: str = ""
    """The number of the naskah."""


def write(sheets: Sequence[Sheet], root: Element, info: Info, styles: tuple[str, ...]) -> bytes:
    """The finished file. Nothing in it depends on the clock, the machine or the process."""
    base, fonts, profile = _shared(styles)
    out = base.fork()
    pages = [out.reserve() for _ in sheets]
    tree = out.reserve()
    structure = write_structure(out, sheets, root, pages)
    bookmarks = outline.write_outline(out, structure.drawn, pages)
    pictures = {name: out.stream(one.data, one.entries) for name, one in _pictures(sheets).items()}
    for number, sheet, fields in zip(pages, sheets, structure.on_page, strict=True):
        content = out.stream(zlib.compress(sheet.content(), 1), "/Filter /FlateDecode")
        annots = f" /Annots {array(map(ref, fields))}" if fields else ""
        drawn = " ".join(f"/{name} {ref(pictures[name])}" for name in sheet.pictures)
        xobjects = f" /XObject <<{drawn}>>" if drawn else ""
        out.put(
            f"<</Type /Page /Parent {ref(tree)} /MediaBox [0 0 {n(sheet.width)} {n(sheet.height)}] "
            f"/Resources <</Font {ref(fonts)}{xobjects}>> /Contents {ref(content)} "
            f"/StructParents {sheet.index} /Tabs /S{annots}>>",
            number,
        )
    out.put(f"<</Type /Pages /Count {len(pages)} /Kids {array(map(ref, pages))}>>", tree)
    packet = xmp.packet(info.title, info.author, info.subject, info.keywords, PRODUCER)
    metadata = out.stream(packet, "/Type /Metadata /Subtype /XML")
    shown = f" /Outlines {ref(bookmarks)} /PageMode /UseOutlines" if bookmarks else ""
    form = f" /AcroForm <</Fields {array(map(ref, structure.fields))}>>" if structure.fields else ""
    catalogue = out.put(
        f"<</Type /Catalog /Pages {ref(tree)} /Lang (id-ID) /MarkInfo <</Marked true>> "
        f"/ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot {ref(structure.tree)} "
        f"/Metadata {ref(metadata)} /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 "
        f"/OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile {ref(profile)}>>]{form}{shown}>>"
    )
    keywords = f" /Keywords {text(info.keywords)}" if info.keywords else ""
    about = f"<</Title {text(info.title)} /Author {text(info.author)}{keywords} /Producer {text(PRODUCER)}>>"
    return out.finish(catalogue, out.put(about))


def _pictures(sheets: Sequence[Sheet]) -> dict[str, Picture]:
    return {name: one for sheet in sheets for name, one in sheet.pictures.items()}


@cache
def _shared(styles: tuple[str, ...]) -> tuple[Objects, int, int]:
    """The beginning of every file with these faces; numbers of its font dictionary and colour profile."""
    out = Objects()
    fonts = out.put(pdf_fonts.embed(out, styles))
    profile = out.stream(zlib.compress(PROFILE.read_bytes(), 9), "/Filter /FlateDecode /N 3")
    return out, fonts, profile
