"""What lets one file show two faces, and cannot be put right without changing what its maker meant."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Name

from signing.errors import Refused

_SILENT = {"/Link", "/Popup"}
"""Annotations that cover nothing."""
_GO = {"/GoTo", "/URI"}
"""Actions that only lead somewhere, on a person's click."""


def is_signed(pdf: pikepdf.Pdf) -> bool:
    return any(field.get("/FT") == Name.Sig and "/V" in field for field in _fields(pdf))


def check_faces(pdf: pikepdf.Pdf) -> None:
    """Raises :class:`~signing.errors.Refused` with the first reason found."""
    root = pdf.Root
    if root.get("/OCProperties") is not None and len(root.OCProperties.get("/OCGs", [])):
        raise Refused("lapisan_tersembunyi")
    names = root.get("/Names", pikepdf.Dictionary())
    if "/AA" in root or "/JavaScript" in names or acts(root.get("/OpenAction")):
        raise Refused("skrip_di_dalam")
    form = root.get("/AcroForm", pikepdf.Dictionary())
    if "/XFA" in form or any(field.get("/FT", Name.Sig) != Name.Sig for field in _fields(pdf)):
        raise Refused("isian_terbuka")
    for page in pdf.pages:
        _check_page(page.obj)
    if any(lies_elsewhere(o) for o in pdf.objects if isinstance(o, pikepdf.Stream)):
        raise Refused("isi_di_luar")


def _check_page(page: pikepdf.Object) -> None:
    if "/AA" in page:
        raise Refused("skrip_di_dalam")
    for annotation in page.get("/Annots", []):
        if not isinstance(annotation, pikepdf.Dictionary):
            continue
        if "/AA" in annotation or acts(annotation.get("/A")):
            raise Refused("skrip_di_dalam")
        kind = str(annotation.get("/Subtype"))
        if kind == "/Widget":
            above = annotation.get("/Parent", pikepdf.Dictionary())
            if annotation.get("/FT", above.get("/FT")) != Name.Sig:
                raise Refused("isian_terbuka")
        elif kind not in _SILENT:
            raise Refused("catatan_di_atas_isi")


def acts(action: object) -> bool:
    """A destination is an array or a name; an action is a dictionary, perhaps with others after it."""
    if not isinstance(action, pikepdf.Dictionary):
        return False
    return str(action.get("/S")) not in _GO or "/Next" in action


def lies_elsewhere(stream: pikepdf.Object) -> bool:
    """Contents from outside the file, or another picture for printing."""
    if "/F" in stream and stream.get("/Type") != Name.EmbeddedFile:
        return True
    return any(key in stream for key in ("/Ref", "/OPI", "/Alternates"))


def _fields(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The terminal fields, each once even where a hostile tree goes in circles."""
    waiting = list(pdf.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", []))
    seen: set[tuple[int, int]] = set()
    while waiting:
        field = waiting.pop()
        if not isinstance(field, pikepdf.Dictionary) or (field.is_indirect and field.objgen in seen):
            continue
        seen.add(field.objgen)
        kids = [kid for kid in field.get("/Kids", []) if isinstance(kid, pikepdf.Dictionary) and "/T" in kid]
        waiting += kids
        if not kids:
            yield field
