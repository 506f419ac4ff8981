"""Checking a decree's data: every finding at once, in Indonesian, each with the field it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from templates_sk.bahasa import ribuan
from templates_sk.errors import FieldError
from templates_sk.golongan import TanpaTabel, gaji_pokok, tabel_gaji

Fakta = SimpleNamespace
"""The fields that could be read, and ``hari_ini``."""


@dataclass(frozen=True)
class Rule:
    """A check across fields; it runs only when all fields it needs could be read."""

    needs: tuple[str, ...]
    check: Callable[[Fakta], FieldError | None]


def temuan_aturan(
    model: type[BaseModel], rules: Sequence[Rule], data: Mapping[str, Any], today: date, whole: BaseModel | None
) -> list[FieldError]:
    """Findings of all rules whose fields are readable, also when other fields are not.

    *whole* is the data as its model, when all of it could be read.
    """
    values = dict(whole) if whole is not None else dict(_readable(model, data))
    facts = Fakta(**values, hari_ini=today)
    found = [rule.check(facts) for rule in rules if all(name in values for name in rule.needs)]
    return [finding for finding in found if finding is not None]


def _readable(model: type[BaseModel], data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, field in model.model_fields.items():
        if name not in data:
            if not field.is_required():
                yield name, field.get_default(call_default_factory=True, validated_data={})
            continue
        try:
            yield name, _adapters(model)[name].validate_python(data[name])
        except ValidationError:
            continue


@cache
def _adapters(model: type[BaseModel]) -> dict[str, TypeAdapter[Any]]:
    """One reader per field; building one costs more than a whole page."""
    kinds: dict[str, Any] = {
        name: Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        for name, field in model.model_fields.items()
    }
    return {name: TypeAdapter(kind) for name, kind in kinds.items()}


def hari_pertama(field: str, label: str) -> Callable[[Fakta], FieldError | None]:
    """A TMT is the first day of a month."""

    def check(f: Fakta) -> FieldError | None:
        if getattr(f, field).day == 1:
            return None
        return FieldError(field, label, f"{label} harus tanggal 1.")

    return check


def gaji_sesuai_tabel(
    golongan: str, tmt: str, gaji: str = "gaji_pokok", masa_kerja: str = "mk_tahun", *, wajib: bool = False
) -> Callable[[Fakta], FieldError | None]:
    """Base pay equals the table in force on the TMT, for PNS and PPPK; the message names the right amount.

    A TMT older than the first table we hold is not judged, the paper decree being the source then; where the naskah
    itself sets the pay (*wajib*) it is refused.
    """

    def check(f: Fakta) -> FieldError | None:
        gol, lama = getattr(f, golongan), getattr(f, masa_kerja)
        tahun = lama if isinstance(lama, int) else lama.tahun
        try:
            peraturan = tabel_gaji(getattr(f, tmt), gol)[0]
        except TanpaTabel as salah:
            return FieldError(tmt, "TMT", f"{salah} Gaji dengan TMT itu ditetapkan di luar layanan.") if wajib else None
        try:
            benar = gaji_pokok(gol, tahun, on=getattr(f, tmt))
        except ValueError as salah:
            return FieldError(masa_kerja, "Masa kerja golongan (tahun)", str(salah))
        if getattr(f, gaji) == benar:
            return None
        dasar = f"Gaji pokok tidak sesuai tabel {peraturan} untuk {gol} masa kerja {tahun} tahun"
        return FieldError(gaji, "Gaji pokok", f"{dasar}: Rp{ribuan(benar)}.")

    return check


def tidak_sesudah(field: str, label: str, batas: str, kata: str) -> Callable[[Fakta], FieldError | None]:
    """Date *field* is not later than date *batas* (skipped while that is open); *kata* names the limit."""

    def check(f: Fakta) -> FieldError | None:
        limit = getattr(f, batas)
        if limit is None or _at(f, field) <= limit:
            return None
        return FieldError(field, label, f"{label} tidak boleh sesudah {kata}.")

    return check


def _at(f: Fakta, path: str) -> Any:
    value: Any = f
    for name in path.split("."):
        value = getattr(value, name)
    return value
