"""A field with the label people see, and the help that follows from its type where none is written."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

from templates_sk.bahasa import ribuan

_MOST_CHOICES = 12


def isian(label: str, bantuan: str = "", **batas: Any) -> Any:
    """A field with the label people see and a sentence of help; *batas*: default, ge, le, max_length …"""
    default = batas.pop("default", ...)
    return Field(default, title=label, description=bantuan or None, **batas)


def bantuan(field: FieldInfo) -> str:
    """How a field without help of its own is filled in: by its type, its limits, and whether it may stay empty."""
    sentences = [_cara(field.annotation, dict(_batas(field.metadata)))]
    return " ".join(filter(None, [*sentences, "" if field.is_required() else "Boleh kosong."]))


def _cara(kind: Any, batas: dict[str, Any]) -> str:
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return _cara(next(one for one in typing.get_args(kind) if one is not type(None)), batas)
    if hasattr(kind, "__metadata__"):
        return _cara(kind.__origin__, batas | dict(_batas(kind.__metadata__)))
    if typing.get_origin(kind) is typing.Literal:
        choices = [str(one) for one in typing.get_args(kind) if one != ""]
        listed = ", ".join(choices).rstrip(".")
        return f"Pilih salah satu: {listed}." if len(choices) <= _MOST_CHOICES else "Pilih dari daftar."
    if typing.get_origin(kind) is list:
        return f"Daftar, paling banyak {batas['max_length']}." if "max_length" in batas else "Daftar."
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return f"Isi {', '.join(str(one.title) for one in kind.model_fields.values())}."
    return _tunggal(kind, batas)


def _tunggal(kind: Any, batas: dict[str, Any]) -> str:
    if kind is bool:
        return "Ya atau tidak."
    if kind is date:
        return "Tulis seperti 2026-12-01."
    if kind is int and "ge" in batas and "le" in batas:
        return f"Angka bulat, {ribuan(batas['ge'])} sampai {ribuan(batas['le'])}, ditulis tanpa titik."
    if kind in (int, Decimal):
        return "Angka bulat." if kind is int else "Angka; pecahan ditulis dengan titik, misalnya 112.5."
    if "pattern" in batas:
        return "18 angka tanpa spasi." if "18" in batas["pattern"] else "Alamat lengkap, dimulai https://."
    return f"Paling panjang {batas['max_length']} huruf." if "max_length" in batas else "Tulis seperti akan dicetak."


def _batas(metadata: Any) -> Iterator[tuple[str, Any]]:
    for one in metadata:
        for name in ("ge", "le", "max_length", "pattern"):
            if getattr(one, name, None) is not None:
                yield name, getattr(one, name)
        yield from _batas(getattr(one, "metadata", ()))
