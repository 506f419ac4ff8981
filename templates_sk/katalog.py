"""The kinds of naskah this package can make, each from its own folder under ``jenis``.

A folder holds ``naskah.json`` (facts and wording), ``schema.py`` (``Data`` and its rules), ``contoh.json`` (a filled
example). Copying a folder is adding a kind.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from templates_sk.aturan import Rule
from templates_sk.errors import UnknownKind
from templates_sk.susunan.bagian import Dasar as Isian
from templates_sk.susunan.hukum import Dasar, registri
from templates_sk.susunan.wording import Wording

FOLDER = Path(__file__).parent / "jenis"


@dataclass(frozen=True)
class Kind:
    """One kind of naskah."""

    code: str
    wording: Wording
    hukum: Mapping[str, Dasar] = field(default_factory=registri, compare=False, repr=False)
    """Legal bases its wording may cite, by key."""

    @property
    def title(self) -> str:
        return self.wording.judul

    @property
    def classification(self) -> str:
        """Archive code (Permendagri 83/2022)."""
        return self.wording.klasifikasi

    @property
    def paper(self) -> str:
        return self.wording.kertas

    @property
    def may_plt_plh(self) -> bool:
        return self.wording.plt_plh

    @property
    def electronic(self) -> bool:
        return self.wording.elektronik

    @cached_property
    def schema(self) -> type[Isian]:
        model: type[Isian] = self._module.Data
        return model

    @property
    def rules(self) -> Sequence[Rule]:
        rules: Sequence[Rule] = getattr(self._module, "ATURAN", ())
        return rules

    @property
    def sample(self) -> dict[str, Any]:
        """A filled example, invented, fresh at every call."""
        data: dict[str, Any] = json.loads(self._contoh)
        return data

    @cached_property
    def _contoh(self) -> str:
        return (FOLDER / self.code / "contoh.json").read_text(encoding="utf-8")

    @cached_property
    def _module(self) -> Any:
        return import_module(f"templates_sk.jenis.{self.code}.schema")


@cache
def codes() -> tuple[str, ...]:
    """Every folder with wording: decrees first, then letters, each by name."""
    found = (path.parent.name for path in FOLDER.glob("*/naskah.json"))
    return tuple(sorted(found, key=lambda code: (not code.startswith("sk_"), code)))


def kinds() -> list[Kind]:
    """All kinds, in the order of the catalogue."""
    return [kind(code) for code in codes()]


@cache
def kind(code: str) -> Kind:
    """Raises ``UnknownKind``."""
    if code not in codes():
        raise UnknownKind(f"Jenis naskah {code} tidak dikenal. Yang ada: {', '.join(codes())}.")
    text = (FOLDER / code / "naskah.json").read_text(encoding="utf-8")
    return Kind(code, Wording.model_validate_json(text))
