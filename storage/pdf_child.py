"""The structure of a PDF, read in the limited child: what :mod:`storage.inspection` decides upon."""

from __future__ import annotations

from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Name, Pdf, Stream

from storage import active_content, signature_fields

PROBE_WIDTH = 200


def look(path: str, max_objects: int, max_pages: int) -> dict[str, Any]:
    """Facts about the PDF at *path*; ``{"encrypted": True}`` alone when it has any encryption.

    Raises whatever pikepdf and pdfium raise: the caller sees only that it was unsafe.
    """
    try:
        pdf = pikepdf.open(path)
    except pikepdf.PasswordError:
        return {"encrypted": True}
    with pdf:
        if pdf.is_encrypted or "/Encrypt" in pdf.trailer:
            return {"encrypted": True}
        if len(pdf.objects) > max_objects:
            raise ValueError("too many objects")
        facts = _facts(pdf)
    if 0 < facts["pages"] <= max_pages and not facts["active_content"]:
        facts["pages_agree"] = _second_opinion(path) == facts["pages"]
    return facts


def _facts(pdf: Pdf) -> dict[str, Any]:
    return {
        "encrypted": False,
        "pages": len(pdf.pages),
        "active_content": active_content.find(pdf),
        "signatures": signature_fields.count(pdf),
        "pixels": max((_pixels(thing) for thing in pdf.objects if isinstance(thing, Stream)), default=0),
        "optional_content": "/OCProperties" in pdf.Root,
    }


def _pixels(stream: Stream) -> int:
    if stream.get("/Subtype") != Name.Image:
        return 0
    sides: list[Any] = [stream.get("/Width"), stream.get("/Height")]
    return int(sides[0] * sides[1]) if all(isinstance(side, int) for side in sides) else 0


def _second_opinion(path: str) -> int:
    """Pages as pdfium counts them, after it has drawn the first: a file both agree on has no hidden face."""
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    page.render(scale=PROBE_WIDTH / max(page.get_size()))
    return len(document)
