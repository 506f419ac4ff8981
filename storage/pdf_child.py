"""The structure of a PDF, read in the limited child: what :mod:`storage.inspection` decides upon."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name, Pdf, Stream

from storage import active_content, active_trace, scan_child, signature_fields, streams_child

PROBE_WIDTH = 200
LOCKED = "(encryption dictionary"
"""Where qpdf says it stopped at a kind of encryption it does not know, as by a certificate."""
SHORT = 1.0
"""CPU seconds after which the rest is left to a child of its own, with limits of its own."""


def look(path: str, max_objects: int, max_pages: int, show: tuple[str, int] | None = None) -> dict[str, Any]:
    """Facts about the PDF at *path*; ``{"encrypted": True}`` alone when it has any encryption.

    *show* (a folder, bytes): also write its decoded streams there, ``shown`` says how many; None where that is too
    much for this look, which is meant to be short. Raises whatever pikepdf and pdfium raise: the caller sees only
    that it was unsafe.
    """
    begun = time.process_time()
    try:
        pdf = pikepdf.open(path)
    except pikepdf.PasswordError:
        return {"encrypted": True}
    except pikepdf.PdfError as error:
        if LOCKED in str(error):
            return {"encrypted": True}
        raise
    with pdf:
        if pdf.is_encrypted or "/Encrypt" in pdf.trailer:
            return {"encrypted": True}
        if len(pdf.objects) > max_objects:
            raise ValueError("too many objects")
        facts = _facts(pdf, Path(path).read_bytes())
        if facts["encrypted"]:
            return facts
        if 0 < facts["pages"] <= max_pages and not facts["active_content"]:
            count, facts["side"] = _second_opinion(path, pdf)
            facts["pages_agree"] = count == facts["pages"]
        facts["shown"] = _shown(pdf, *show) if show and time.process_time() - begun < SHORT else None
    return facts


def _shown(pdf: Pdf, folder: str, allowed: int) -> int | None:
    try:
        done = streams_child.shown(pdf, folder, allowed, allowed, 2)
    except Exception:  # the long look will say what it is
        return None
    return None if done["exceeded"] else int(done["files"])


def _facts(pdf: Pdf, content: bytes) -> dict[str, Any]:
    traces = active_trace.find(content, pdf)
    return {
        "encrypted": "Encrypt" in traces,
        "pages": len(pdf.pages),
        "count_holds": _count(pdf) == len(pdf.pages),
        "active_content": sorted({*active_content.find(pdf), *traces} - {active_trace.STRAY}),
        "strays": active_trace.STRAY in traces,
        "signatures": signature_fields.count(pdf),
        "pixels": max((_pixels(thing) for thing in pdf.objects if isinstance(thing, Stream)), default=0),
        "optional_content": "/OCProperties" in pdf.Root,
    }


def _count(pdf: Pdf) -> Any:
    """Pages the file says it has: a reader that believes it would not show those beyond."""
    tree = pdf.Root.get("/Pages")
    return tree.get("/Count") if isinstance(tree, Dictionary) else None


def _pixels(stream: Stream) -> int:
    if stream.get("/Subtype") != Name.Image:
        return 0
    sides: list[Any] = [stream.get("/Width"), stream.get("/Height")]
    return int(sides[0] * sides[1]) if all(isinstance(side, int) for side in sides) else 0


def _second_opinion(path: str, pdf: Pdf) -> tuple[int, float]:
    """Pages as pdfium counts them, after it has drawn the first: a file both agree on has no hidden face. And the
    longest side of a page as it would be drawn, in points.

    Of a scan both see the same bytes; there is nothing else to be drawn.
    """
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    if not scan_child.find(page, pdf, 1):
        page.render(scale=PROBE_WIDTH / max(page.get_size()))
    return len(document), max(max(document.get_page_size(number)) for number in range(len(document)))
