"""What a field says of itself beside its shape: how BKN calls it, where its choices come from, where it is folded.

BKN writes one name in three ways (*tmtGolongan* in its service, *tmt_golongan* in its tables, *TMT GOLONGAN* in an
export); here stands the middle one, and whoever compares looks at letters and digits only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict, TypeVar

from django import forms

Isian = TypeVar("Isian", bound=forms.Field)


@dataclass(frozen=True)
class Tanda:
    """``bkn``: the field's name at BKN, empty where it is ours alone; ``induk``: how BKN's data utama repeats it.

    ``tabel`` names BKN's table of the values, ``kode`` turns a value of ours into BKN's id where they differ.
    ``rinci``: the heading under which the form folds a field that most papers do not have.
    """

    bkn: str = ""
    induk: str = ""
    tabel: str = ""
    kode: Mapping[str, str] = field(default_factory=dict)
    rinci: str = ""


class Ciri(TypedDict, total=False):
    """The same, as the makers of fields take it."""

    bkn: str
    induk: str
    tabel: str
    kode: Mapping[str, str]
    rinci: str


def tandai(isian: Isian, **ciri: Any) -> Isian:
    vars(isian)["tanda"] = Tanda(**ciri)
    return isian


def tanda(isian: forms.Field) -> Tanda:
    ada: Tanda = vars(isian).get("tanda", Tanda())
    return ada
