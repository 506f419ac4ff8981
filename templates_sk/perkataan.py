"""An office's own wording of a kind: as text to edit, checked when it is saved, frozen with what was drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from templates_sk.errors import DataError, LayoutError
from templates_sk.katalog import Kind, kind
from templates_sk.render import render
from templates_sk.susunan.bacaan import baca
from templates_sk.susunan.hukum import Dasar, mengingat
from templates_sk.susunan.kata import berlaku, isi
from templates_sk.susunan.tulisan import DAFTAR, SEBARIS, tulis
from templates_sk.susunan.wording import Wording
from templates_sk.tinjau import salah, tinjau

_BAGIAN = (*SEBARIS, *DAFTAR, "lampiran")


def teks_kata(one: Kind) -> str:
    """The wording as an office edits it."""
    return tulis(one.wording)


def kata_baru(code: str, teks: str, *, hukum: Mapping[str, Dasar] | None = None) -> Kind:
    """The kind in the words of *teks*. Raises ``DataError`` with all that is wrong, in Indonesian.

    What was neither read nor known nor printable is refused; at last the sample is drawn in the new words, as draft
    and as final version. *hukum* are the legal bases it may cite, by default those we ship.
    """
    plain = kind(code)
    empty: dict[str, Any] = {name: "" if name in SEBARIS else [] for name in _BAGIAN}
    wording = Wording.model_validate(plain.wording.model_dump() | empty | baca(teks))
    one = replace(plain, wording=wording, hukum=plain.hukum if hukum is None else hukum)
    if findings := tinjau(one):
        raise DataError(findings)
    for draft in (True, False):
        try:
            render(one, one.sample, draft=draft)
        except LayoutError as error:
            raise DataError([salah("Kata naskah", str(error))]) from None
    return one


def tembusan_baku(one: Kind, data: Any) -> list[str]:
    """To whom a new naskah goes, filled from *data* (attributes by name)."""
    rows = [row if isinstance(row, str) else row["teks"] for row in one.wording.tembusan if _ada(row, data)]
    return [text for text in (isi(row, data) for row in rows) if text]


def _ada(row: str | dict[str, Any], data: Any) -> bool:
    return isinstance(row, str) or berlaku(str(row.get("bila", "")), data)


def dasar_hukum(one: Kind, pada: date) -> list[str]:
    """The legal bases a naskah of this kind cites on that day, in the order it prints them."""
    return mengingat(one.wording.mengingat, pada, one.hukum)


def bekukan(one: Kind) -> dict[str, Any]:
    """The wording and the legal bases it cites, as JSON: what a naskah keeps for its life."""
    cited = {key: asdict(one.hukum[key]) for key in one.wording.mengingat}
    for row in cited.values():
        row["sejak"] = row["sejak"].isoformat()
        row["sampai"] = row["sampai"] and row["sampai"].isoformat()
    return {"kata": one.wording.model_dump(mode="json"), "hukum": cited}


def cairkan(code: str, beku: Mapping[str, Any]) -> Kind:
    """The kind as it was frozen; with nothing frozen, as we ship it."""
    if not beku:
        return kind(code)
    return replace(
        kind(code),
        wording=Wording.model_validate(beku["kata"]),
        hukum={key: _dasar(row) for key, row in beku["hukum"].items()},
    )


def _dasar(row: Mapping[str, Any]) -> Dasar:
    until = row["sampai"] and date.fromisoformat(row["sampai"])
    return Dasar(**{**row, "sejak": date.fromisoformat(row["sejak"]), "sampai": until})
