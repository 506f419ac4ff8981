"""Wording as data: sentences with ``{isian:bentuk}`` in them, filled from the data of a naskah.

``[[…]]`` marks a stretch that disappears when a field inside it is empty, so one sentence serves both cases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
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


class _Words(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        return "" if value is None or value == "" else BENTUK[format_spec](value)

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:
        return getattr(kwargs[""], str(key)) if str(key) not in kwargs else kwargs[str(key)]


_WORDS = _Words()


def isi(template: str, data: Any, **lain: Any) -> str:
    """*template* filled from the attributes of *data* and from *lain*."""
    values = {"": data, **lain}

    def optional(match: re.Match[str]) -> str:
        inner = match[1]
        empty = any(_blank(_WORDS.get_field(name, (), values)[0]) for name, _ in fields(inner))
        return "" if empty else inner

    kept = _OPTIONAL.sub(optional, template) if "[[" in template else template
    return _WORDS.vformat(kept, (), values) if "{" in kept else kept


def _blank(value: Any) -> bool:
    return value is None or value == "" or value == [] or value is False


def fields(template: str) -> Iterator[tuple[str, str]]:
    """(field path, form) of every place to fill."""
    for _, name, form, _ in Formatter().parse(template):
        if name is not None:
            yield name, form or ""


def berlaku(syarat: str, data: Any) -> bool:
    """A condition: ``isian``, ``!isian`` or ``isian=nilai``; an empty one holds."""
    if not syarat:
        return True
    name, _, wanted = syarat.lstrip("!").partition("=")
    value = _WORDS.get_field(name, (), {"": data})[0]
    holds = str(value) == wanted if wanted else not _blank(value)
    return holds != syarat.startswith("!")
