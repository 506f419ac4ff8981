"""Signed signature fields of a PDF: those that have a value. Runs in the limited child only."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf


def count(pdf: Pdf) -> int:
    """Fields of type ``/Sig`` with ``/V``, time stamps included; types inherit (ISO 32000-2, 12.7.4)."""
    form = pdf.Root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, Dictionary) else None
    waiting: list[tuple[object, object]] = [(field, None) for field in _entries(fields)]
    signed, seen = 0, set()
    while waiting:
        field, inherited = waiting.pop()
        if not isinstance(field, Dictionary) or (field.is_indirect and field.objgen in seen):
            continue
        seen.add(field.objgen)
        kind = field.get("/FT", inherited)
        signed += kind == Name.Sig and isinstance(field.get("/V"), Dictionary)
        waiting.extend((kid, kind) for kid in _entries(field.get("/Kids")))
    return signed


def _entries(value: object) -> list[object]:
    return list(value) if isinstance(value, Array) else []
