"""Proof that a final version says what its draft said.

Both files are ours. Every operator of every page is compared but those inside marks that carry a role; the fonts the
operators refer to, the page sizes and the form fields are compared too, so equal operators are equal pictures.
"""

from __future__ import annotations

import hashlib
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from templates_sk.engine.sheet import ROLE
from templates_sk.errors import Unreadable

ALLOWED = frozenset({"nomor", "tanggal", "qr", "draf"})
"""Roles in which a final version may differ from its draft."""


@dataclass(frozen=True)
class Comparison:
    """``same``: only number, date, QR and the DRAF mark differ; ``varied`` names those that do."""

    same: bool
    differences: list[str]
    varied: list[str]


@dataclass
class _Page:
    """Operators outside roles, in order, and the digest of what stands in each role."""

    fixed: list[bytes] = field(default_factory=list)
    roles: dict[str, bytes] = field(default_factory=dict)
    frame: tuple[Any, ...] = ()


def compare(draft_pdf: bytes, final_pdf: bytes) -> Comparison:
    """Compare two versions page by page. Raises :class:`Unreadable` when either is not a PDF of ours."""
    draft, final = _read(draft_pdf), _read(final_pdf)
    differences: list[str] = []
    if len(draft) != len(final):
        differences.append(f"jumlah halaman {len(draft)} menjadi {len(final)}")
    varied = set()
    for number, (before, after) in enumerate(zip(draft, final, strict=False), start=1):
        differences += _page_differences(number, before, after)
        varied |= {r for r in before.roles.keys() | after.roles.keys() if before.roles.get(r) != after.roles.get(r)}
    differences += [f"bagian “{role}” tidak boleh berbeda" for role in sorted(varied - ALLOWED)]
    return Comparison(not differences, differences, sorted(varied))


def _page_differences(number: int, before: _Page, after: _Page) -> list[str]:
    found = []
    if before.frame != after.frame:
        found.append(f"halaman {number}: ukuran, huruf, atau kolom isian berbeda")
    if before.fixed != after.fixed:
        place = next((i for i, (a, b) in enumerate(zip(before.fixed, after.fixed, strict=False)) if a != b), None)
        where = f"mulai baris gambar ke-{place + 1}" if place is not None else "di ujungnya"
        found.append(f"halaman {number}: isi berbeda {where}")
    return found


def _read(data: bytes) -> list[_Page]:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return [_page(page) for page in pdf.pages]
    except (pikepdf.PdfError, pikepdf.PdfParsingError, ValueError, TypeError, KeyError) as error:
        raise Unreadable("Naskah tidak dapat dibandingkan karena berkasnya rusak.") from error


def _page(page: pikepdf.Page) -> _Page:
    result, inside = _Page(frame=_frame(page)), defaultdict(list)
    for role, operation in _operations(page):
        if role:
            inside[role].append(operation)
        else:
            result.fixed.append(operation)
    result.roles = {role: hashlib.sha256(b"\n".join(ops)).digest() for role, ops in inside.items()}
    return result


def _operations(page: pikepdf.Page) -> Iterator[tuple[str, bytes]]:
    """(role of the innermost mark that has one, operator). MCIDs count marks, so they may shift with a QR."""
    marks: list[str] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name in ("BDC", "BMC"):
            marks.append(_role(operands))
            yield _current(marks), f"{name} {operands[0]}".encode()
            continue
        yield _current(marks), pikepdf.unparse_content_stream([instruction])
        if name == "EMC" and marks:
            marks.pop()


def _role(operands: Any) -> str:
    properties = operands[1] if len(operands) > 1 else None
    found = properties.get(f"/{ROLE}") if isinstance(properties, pikepdf.Dictionary) else None
    return str(found).lstrip("/") if found is not None else ""


def _current(marks: list[str]) -> str:
    return next((role for role in reversed(marks) if role), "")


def _frame(page: pikepdf.Page) -> tuple[Any, ...]:
    """Paper, fonts and pictures by their bytes, fields by name and place."""
    fonts = page.obj.Resources.get("/Font", pikepdf.Dictionary())
    programs = tuple(sorted((name, _font(font)) for name, font in fonts.items()))
    fields = tuple(_field(annot) for annot in page.obj.get("/Annots", []))
    pictures = tuple(sorted((name, _picture(one)) for name, one in page.obj.Resources.get("/XObject", {}).items()))
    return (tuple(float(v) for v in page.mediabox), programs, fields, pictures)


def _picture(one: Any) -> str:
    head = str(sorted((key, str(value)) for key, value in one.items() if key != "/Length"))
    return hashlib.sha256(head.encode() + one.read_raw_bytes()).hexdigest()


def _font(font: Any) -> str:
    descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    return hashlib.sha256(descendant.FontDescriptor.FontFile2.read_raw_bytes()).hexdigest()


def _field(annot: Any) -> tuple[Any, ...]:
    rect = tuple(round(float(v), 3) for v in annot.Rect)
    return (str(annot.get("/Subtype")), str(annot.get("/FT")), str(annot.get("/T")), rect)
