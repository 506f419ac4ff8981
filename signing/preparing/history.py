"""What is not seen in a file but lies in it: older revisions, a second table of contents, forgotten objects."""

from __future__ import annotations

import re

import pikepdf

_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
_LINEARIZED = re.compile(rb"/Linearized\b")
_HYBRID = re.compile(rb"/XRefStm\s+\d+")


def untidiness(data: bytes, pdf: pikepdf.Pdf) -> list[str]:
    """Codes of what a single clean revision would not have; empty for a file as a printer driver writes it."""
    found = []
    if _HYBRID.search(data):
        found.append("bentuk_campuran_dirapikan")
    # A linearized file has two tables by nature (ISO 32000-1 annex F).
    if len(_END.findall(data)) > 1 + bool(_LINEARIZED.search(data[:2048])):
        found.append("riwayat_dihapus")
    if not data.startswith(b"%PDF-") or data[data.rfind(b"%%EOF") + 5 :].strip():
        found.append("tepi_dirapikan")
    if _unreachable(pdf):
        found.append("objek_lepas_dihapus")
    return found


def _unreachable(pdf: pikepdf.Pdf) -> bool:
    """Objects that nothing refers to: hidden contents wait in such places for a later change to uncover them."""
    seen: set[tuple[int, int]] = set()
    waiting: list[pikepdf.Object] = [pdf.trailer]
    while waiting:
        value = waiting.pop()
        if value.is_indirect:
            if value.objgen in seen:
                continue
            seen.add(value.objgen)
        if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            entries = value.stream_dict if isinstance(value, pikepdf.Stream) else value
            waiting.extend(entry for entry in entries.values() if isinstance(entry, pikepdf.Object))
        elif isinstance(value, pikepdf.Array):
            waiting.extend(entry for entry in value if isinstance(entry, pikepdf.Object))
    kinds = {"/ObjStm", "/XRef"}
    loose = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary | pikepdf.Stream) and o.objgen not in seen]
    loose = [o for o in loose if str(o.get("/Type")) not in kinds and "/Linearized" not in o]
    return len(loose) > (1 if pdf.is_linearized and any(map(_is_hint, loose)) else 0)


def _is_hint(value: pikepdf.Object) -> bool:
    """The hint stream of a linearized file (ISO 32000-1 annex F.3): found by its offset, not by a reference."""
    return isinstance(value, pikepdf.Stream) and "/Type" not in value and isinstance(value.get("/S"), int)
