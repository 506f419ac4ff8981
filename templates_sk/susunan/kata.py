"""Wording as data: sentences with ``{isian:bentuk}`` in them, filled from the data of a naskah.

``[[…]]`` marks a stretch that disappears when a field inside it is empty, so one sentence serves both cases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Any

from templates_sk import bahasa
from templates_sk.engine.faces import capitals
from templates_sk.golongan import PANGKAT

CENTANG = "[x]"
"""A ticked box; the faces have no tick, so a table draws it."""
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")


def _tanggal(d: date | None) -> str:
    return bahasa.tanggal(d) if d else ""


def _pangkat(golongan: str) -> str:
    return PANGKAT.get(golongan, "")


BENTUK: dict[str, Callable[[Any], str]] = {
    "": str,
    "tanggal": _tanggal,
    "tanggal_angka": lambda d: bahasa.tanggal_angka(d),
    "hari": lambda d: bahasa.hari(d),
    "tanggal_kata": lambda d: bahasa.tanggal_kata(d),
    "rupiah": lambda n: bahasa.rupiah(n),
    "rupiah_kata": lambda n: f"{bahasa.rupiah(n)} ({bahasa.terbilang(n)} rupiah)",
    "bilangan": lambda n: f"{n} ({bahasa.terbilang(n)})",
    "terbilang": lambda n: bahasa.terbilang(n),
    "desimal": lambda n: bahasa.desimal(n),
    "desimal_satu": lambda n: f"{n:.1f}".replace(".", ","),
    "ribuan": lambda n: bahasa.ribuan(n),
    "centang": lambda yes: CENTANG if yes else "-",
    "pangkat": _pangkat,
    "pangkat_golongan": lambda g: f"{_pangkat(g)}, {g}" if _pangkat(g) else str(g),
    "kapital": lambda t: capitals(str(t)),
    "mk": lambda m: f"{m.tahun} tahun {m.bulan} bulan",
    "mk_dua_angka": lambda m: f"{m.tahun:02d} Tahun {m.bulan:02d} Bulan",
    "dua_angka": lambda n: f"{n:02d}",
    "tahun": lambda d: str(d.year),
}
"""How a value may be printed, by name."""


def isi(template: str, data: Any, **lain: Any) -> str:
    """*template* filled from the attributes of *data* and from *lain*."""

    def optional(match: re.Match[str]) -> str:
        empty = any(_blank(_nilai(path, data, lain)) for _, path, _ in _stretches(match[1]) if path)
        return "" if empty else match[1]

    kept = _OPTIONAL.sub(optional, template) if "[[" in template else template
    if "{" not in kept:
        return kept
    words = []
    for literal, path, form in _stretches(kept):
        words.append(literal)
        value = _nilai(path, data, lain) if path else None
        if value is not None and value != "":
            words.append(BENTUK[form](value))
    return "".join(words)


@lru_cache(maxsize=4_096)
def _stretches(template: str) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """What stands before each place to fill, the names leading to its value, and its form; taken apart once."""
    return tuple(
        (literal, () if name is None else tuple(name.split(".")), form or "")
        for literal, name, form, _ in Formatter().parse(template)
    )


def _nilai(path: Sequence[str], data: Any, lain: Mapping[str, Any]) -> Any:
    """``penanda_tangan.nama``: the first name is looked for in *lain*, then among the attributes of *data*.

    What is left open on the way leaves the value open.
    """
    value = lain[path[0]] if path[0] in lain else getattr(data, path[0])
    for name in path[1:]:
        value = None if value is None else getattr(value, name)
    return value


def _blank(value: Any) -> bool:
    return value is None or value == "" or value == [] or value is False


def fields(template: str) -> Iterator[tuple[str, str]]:
    """(field path, form) of every place to fill."""
    return ((".".join(path), form) for _, path, form in _stretches(template) if path)


def berlaku(syarat: str, data: Any) -> bool:
    """A condition: ``isian``, ``!isian`` or ``isian=nilai``; an empty one holds."""
    if not syarat:
        return True
    name, _, wanted = syarat.lstrip("!").partition("=")
    value = _nilai(name.split("."), data, {})
    holds = str(value) == wanted if wanted else not _blank(value)
    return holds != syarat.startswith("!")
