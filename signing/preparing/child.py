"""Inside the child: look, put right, draw both and compare."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2 as pdfium

from signing.errors import Refused
from signing.preparing.faces import check_faces, is_signed
from signing.preparing.history import untidiness
from signing.preparing.layout import add_fields

_LONGEST = 1200
"""Pixels of a page's longer side when the two files are compared."""


def prepare(source: str, target: str, plans: list[dict[str, Any]]) -> dict[str, Any]:
    """``refused``: a code or None; ``changes``: codes. *target* is written when there are changes."""
    try:
        changes = _prepare(Path(source), Path(target), plans)
    except Refused as refusal:
        return {"refused": refusal.code, "changes": []}
    except pikepdf.PasswordError:
        return {"refused": "pdf_terenkripsi", "changes": []}
    return {"refused": None, "changes": changes}


def _prepare(source: Path, target: Path, plans: list[dict[str, Any]]) -> list[str]:
    with pikepdf.open(source) as pdf:
        if pdf.is_encrypted:
            raise Refused("pdf_terenkripsi")
        if is_signed(pdf):
            if plans:
                raise Refused("sudah_ditandatangani")
            return []
        check_faces(pdf)
        changes = untidiness(source.read_bytes(), pdf)
        if plans:
            add_fields(pdf, plans)
            changes.append("bidang_disiapkan")
        if changes:
            pdf.remove_unreferenced_resources()
            pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
            _require_same_look(source, target)
    return changes


def _require_same_look(source: Path, target: Path) -> None:
    """The proof that tidying changed nothing a person sees: pixel for pixel, page for page."""
    old, new = pdfium.PdfDocument(source), pdfium.PdfDocument(target)
    if len(old) != len(new):
        raise Refused("tampilan_berubah")
    for number in range(len(old)):
        scale = _LONGEST / max(*old[number].get_size(), 1)
        pictures = [document[number].render(scale=scale).to_numpy() for document in (old, new)]
        if not np.array_equal(*pictures):
            raise Refused("tampilan_berubah")
