"""Signature fields that are there before anybody signs: placed, tagged, and with an empty but final picture."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from signing.errors import Refused

_PRINT_LOCKED = 132
_OUTSIDE = [-9999, -9999, -9999, -9999]
"""Off every page: PDF/UA-1 7.18.1 exempts what lies outside the crop box from tagging."""

_GROUPS = {"/Document", "/Part", "/Art", "/Sect", "/Div"}
"""Structure elements that may hold a Form element (ISO 32000-1 table 333)."""


def add_fields(pdf: pikepdf.Pdf, plans: list[dict[str, Any]]) -> None:
    """Raises :class:`~signing.errors.Refused`: ``bidang_ganda``, ``bidang_bertumpuk``, ``tata_letak_salah``."""
    form = pdf.Root.get("/AcroForm")
    if form is None:
        form = pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array()))
    names = [str(field.get("/T")) for field in form.Fields] + [plan["name"] for plan in plans]
    if len(set(names)) < len(names) or any(not name or "." in name for name in names):
        raise Refused("bidang_ganda")
    for plan in plans:
        _require_place(pdf, plan)
        field = _field(pdf, plan)
        form.Fields.append(field)
        page = pdf.pages[plan["page"]].obj
        page.Annots = Array([*page.get("/Annots", []), field])


def _require_place(pdf: pikepdf.Pdf, plan: dict[str, Any]) -> None:
    """On a page that exists, inside it, and over no other field."""
    if not 0 <= plan["page"] < len(pdf.pages):
        raise Refused("tata_letak_salah")
    if plan["box"] is None:
        return
    page = pdf.pages[plan["page"]]
    left, bottom, right, top = plan["box"]
    edges = [float(edge) for edge in page.cropbox]
    if not (edges[0] <= left < right <= edges[2] and edges[1] <= bottom < top <= edges[3]):
        raise Refused("tata_letak_salah")
    for other in page.obj.get("/Annots", []):
        x1, y1, x2, y2 = (float(edge) for edge in other.Rect)
        if other.get("/Subtype") == Name.Widget and left < x2 and x1 < right and bottom < y2 and y1 < top:
            raise Refused("bidang_bertumpuk")


def _field(pdf: pikepdf.Pdf, plan: dict[str, Any]) -> pikepdf.Object:
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=plan["name"],
            TU=plan["label"],
            Contents=plan["label"],
            F=_PRINT_LOCKED,
            Rect=Array(plan["box"] or _OUTSIDE),
            P=pdf.pages[plan["page"]].obj,
        )
    )
    if plan["box"]:
        left, bottom, right, top = plan["box"]
        look = pdf.make_stream(b"q Q")  # an empty stream is no valid Flate data
        look.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, right - left, top - bottom], Resources=Dictionary()
        )
        field.AP = Dictionary(N=look)
        _tag(pdf, field)
    if plan["lock"]:
        field.Lock = pdf.make_indirect(_lock(plan["lock"]))
    return field


def _lock(lock: dict[str, Any]) -> pikepdf.Object:
    made = Dictionary(Type=Name.SigFieldLock, Action=Name.Include if lock["fields"] else Name.All)
    if lock["fields"]:
        made.Fields = Array(lock["fields"])
    if lock["final"]:
        made.P = 1
    return made


def _tag(pdf: pikepdf.Pdf, field: pikepdf.Object) -> None:
    """A Form element in the tree of a tagged file (PDF/UA-1 7.18.4); other files have no tree."""
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return
    first = tree.get("/K")
    above = first[0] if isinstance(first, pikepdf.Array) and len(first) else first
    if not isinstance(above, pikepdf.Dictionary) or str(above.get("/S")) not in _GROUPS:
        above = tree
    link = Dictionary(Type=Name.OBJR, Obj=field, Pg=field.P)
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=above, Pg=field.P, K=link))
    kids = above.get("/K", Array())
    above.K = Array([*kids, element]) if isinstance(kids, pikepdf.Array) else Array([kids, element])
    if "/ParentTree" not in tree:
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array()))
    parents = pikepdf.NumberTree(tree.ParentTree)
    key = max([int(tree.get("/ParentTreeNextKey", 0)), *(k + 1 for k in parents)])
    parents[key] = element
    tree.ParentTreeNextKey = key + 1
    field.StructParent = key
    field.P.Tabs = Name.S
