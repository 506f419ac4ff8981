"""What is wrong with the data of a naskah: missing, malformed, against a rule, or not printable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from templates_sk.aturan import temuan_aturan
from templates_sk.engine.faces import FILES, face, normal
from templates_sk.errors import FieldError
from templates_sk.katalog import Kind
from templates_sk.susunan.bagian import Dasar

Path = tuple[str | int, ...]


def temuan(kind: Kind, data: Mapping[str, Any], *, draft: bool, today: date) -> tuple[Dasar | None, list[FieldError]]:
    """The data as its model when it has the right shape, and every finding, in the order of the form."""
    model, shape = _bentuk(kind, data)
    found = [*shape, *_huruf(kind, data), *temuan_aturan(kind.schema, kind.rules, data, today, model)]
    found += _alamat(kind, data)
    if not draft:
        found += [_wajib(kind, name) for name in ("nomor", "tanggal") if data.get(name) in (None, "")]
    first = {finding.field: finding for finding in reversed(found)}
    order = list(kind.schema.model_fields)
    return model, sorted(first.values(), key=lambda f: _rank(order, f.field))


def _rank(order: list[str], field: str) -> int:
    top = field.split(".")[0]
    return order.index(top) if top in order else len(order)


def _wajib(kind: Kind, name: str) -> FieldError:
    label = _label(kind.schema, (name,))
    return FieldError(name, label, f"{label} belum diisi.")


def _alamat(kind: Kind, data: Mapping[str, Any]) -> Iterator[FieldError]:
    """What a QR leads to is printed for everybody: no number of a person stands in it."""
    url, nip = str(data.get("verification_url") or ""), str(data.get("nip") or "")
    if nip and nip in url:
        label = _label(kind.schema, ("verification_url",))
        yield FieldError("verification_url", label, f"{label} tidak boleh memuat NIP. Pakai kode acak.")


def _bentuk(kind: Kind, data: Mapping[str, Any]) -> tuple[Dasar | None, list[FieldError]]:
    try:
        return kind.schema.model_validate(data), []
    except ValidationError as salah:
        found = []
        for one in salah.errors():
            path = tuple(part for part in one["loc"] if not _is_branch(part))
            label = _label(kind.schema, path)
            found.append(FieldError(".".join(map(str, path)), label, _kalimat(one["type"], one.get("ctx", {}), label)))
        return None, found


def _is_branch(part: str | int) -> bool:
    """Pydantic names the branch of a union in the path; people must not see it."""
    return isinstance(part, str) and (
        part.startswith(("literal[", "list[", "constrained", "function-")) or part == "date"
    )


def _kalimat(kind: str, ctx: Mapping[str, Any], label: str) -> str:
    if kind in ("missing", "string_too_short", "too_short") or ctx.get("actual_length") == 0:
        return f"{label} belum diisi."
    if kind.startswith("date"):
        return f"{label} bukan tanggal yang dikenal. Tulis seperti 2026-12-01."
    if kind in ("string_too_long", "too_long"):
        return f"{label} terlalu panjang, paling banyak {ctx['max_length']}."
    if kind.startswith(("int", "decimal", "float", "greater", "less")):
        batas = {"ge": "paling sedikit", "le": "paling banyak"}
        atas = [f"{kata} {ctx[k]}" for k, kata in batas.items() if k in ctx]
        return f"{label} harus berupa angka{', ' + atas[0] if atas else ''}."
    lain = {
        "extra_forbidden": f"{label} bukan isian naskah ini. Hapus.",
        "literal_error": f"{label} tidak dikenal. Pilih salah satu: {ctx.get('expected', '')}.".replace(
            " or ", " atau "
        ),
        "string_pattern_mismatch": f"{label} tidak sesuai bentuknya. Periksa angka dan hurufnya.",
    }
    return lain.get(kind, f"{label} tidak sesuai bentuknya. Periksa isian ini.")


def _label(model: type[BaseModel], path: Path) -> str:
    """Title of the field at *path*, of the innermost one that has a title."""
    label, here = str(path[0]) if path else "Data", model
    for part in path:
        field = here.model_fields.get(str(part)) if isinstance(part, str) else None
        if field is None:
            break
        label = field.title or str(part)
        inner = [t for t in (field.annotation, *get_args(field.annotation)) if isinstance(t, type)]
        models = [t for t in inner if issubclass(t, BaseModel)]
        if not models:
            break
        here = models[0]
    return label


def _huruf(kind: Kind, data: Any) -> Iterator[FieldError]:
    """Characters the faces lack would print as empty boxes, and ``**`` is our own mark for bold."""
    if _tercetak(data):
        return
    for path, text in _texts(data, ()):
        bad = list(dict.fromkeys(c for style in FILES for c in face(style).missing(normal(text))))
        if not bad and "**" not in text:
            continue
        label = _label(kind.schema, path)
        shown = ", ".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in bad)
        field = ".".join(map(str, path))
        if bad:
            yield FieldError(field, label, f"{label} memuat huruf yang tidak dapat dicetak: {shown}. Ganti huruf itu.")
        else:
            yield FieldError(field, label, f"{label} memuat tanda **. Hapus tanda itu.")


@cache
def _aman() -> frozenset[str]:
    """Letters every face draws."""
    return frozenset.intersection(*(face(style).drawable for style in FILES))


def _tercetak(data: Any) -> bool:
    """Does all text in *data* print? Asked of the whole at once first, for it nearly always does."""
    texts: list[str] = []
    left = [data]
    while left:
        value = left.pop()
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dict | Mapping):
            left += value.values()
        elif isinstance(value, list | tuple):
            left += value
    whole = " ".join(texts)
    return "**" not in whole and _aman().issuperset(whole)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))
