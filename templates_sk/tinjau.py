"""Is this wording fit for its kind? Every finding at once, each with the sentence it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from templates_sk.engine.faces import FILES, face, normal
from templates_sk.errors import FieldError
from templates_sk.katalog import Kind
from templates_sk.susunan.kata import BENTUK, CENTANG, berlaku, fields, isi

_SHOWN = 60


def salah(label: str, pesan: str) -> FieldError:
    return FieldError(label.lower(), label, pesan)


def tak_tercetak(teks: str) -> list[str]:
    """Characters some face lacks, once each."""
    return list(dict.fromkeys(c for c in normal(teks) if not all(c in face(style).drawable for style in FILES)))


def tinjau(one: Kind) -> list[FieldError]:
    """Unknown fields, forms, conditions and legal bases, letters no face has, and what a naskah of its form needs."""
    sample = one.schema.model_validate(one.sample)
    found = [*_bagian_wajib(one), *_hukum(one)]
    for sentence in _kalimat(one.wording.model_dump()):
        found += _satu(one, sentence, sample)
    first = {(finding.label, finding.message): finding for finding in found}
    return list(first.values())


def _bagian_wajib(one: Kind) -> Iterator[FieldError]:
    kata = one.wording
    if kata.bentuk == "keputusan" and not kata.diktum:
        yield salah("Diktum", "Diktum belum diisi; keputusan tanpa diktum tidak memutuskan apa pun.")
    if kata.bentuk != "keputusan" and not kata.isi:
        yield salah("Isi", "Isi belum diisi.")
    for text in (row if isinstance(row, str) else row["teks"] for row in kata.menimbang):
        if not text.startswith(("bahwa ", "{")) or not text.endswith(";"):
            yield salah("Menimbang", f"Tiap pertimbangan dimulai dengan bahwa dan diakhiri titik koma: {_pendek(text)}")


def _hukum(one: Kind) -> Iterator[FieldError]:
    for key in one.wording.mengingat:
        if key not in one.hukum:
            yield salah(
                "Mengingat", f"Dasar hukum {key} tidak ada dalam daftar. Tambahkan dulu, atau periksa kuncinya."
            )


@dataclass(frozen=True)
class _Kalimat:
    """A sentence or condition; *dari* names the list whose rows it prints."""

    teks: str
    dari: str = ""
    syarat: bool = False
    daftar: bool = False


def _kalimat(part: Any, dari: str = "") -> Iterator[_Kalimat]:
    """Everything in a wording that may name fields of the data."""
    if isinstance(part, str):
        yield _Kalimat(part, dari)
    elif isinstance(part, Mapping):
        table = str(part.get("dari", ""))
        for key, value in part.items():
            if key == "bila":
                yield _Kalimat(str(value), syarat=True)
            elif key in ("daftar", "paragraf", "dari") or (key == "butir" and isinstance(value, str)):
                yield _Kalimat(str(value), daftar=True)
            elif key not in ("mengingat", "judul", "klasifikasi", "bentuk", "kertas", "penanda", "lambang", "tanda"):
                yield from _kalimat(value, table if key == "kolom" else dari)
        if "kolom" in part:
            yield _Kalimat(str(part.get("judul", "")))
    elif isinstance(part, Sequence):
        for inner in part:
            yield from _kalimat(inner, dari)


def _satu(one: Kind, k: _Kalimat, sample: Any) -> Iterator[FieldError]:
    if k.daftar or k.syarat:
        name = k.teks.lstrip("!").partition("=")[0]
        if not _ada(one, name):
            kind_of = "Syarat" if k.syarat else "Daftar"
            yield salah("Isian", f"{kind_of} {name} tidak ada pada naskah ini. {_yang_ada(one)}")
        elif k.syarat:
            berlaku(k.teks, sample)
        return
    try:
        places = list(fields(k.teks))
    except ValueError:
        yield salah("Kalimat", f"Kurung kurawal tidak berpasangan: {_pendek(k.teks)}")
        return
    unknown = list(_tak_dikenal(one, k, places))
    yield from unknown
    if not unknown:
        yield from _tercetak(k, sample)


def _tak_dikenal(one: Kind, k: _Kalimat, places: list[tuple[str, str]]) -> Iterator[FieldError]:
    for path, form in places:
        name = path.split(".")[0]
        if form not in BENTUK:
            yield salah(
                "Bentuk", f"Bentuk :{form} pada {{{path}}} tidak dikenal. Yang ada: {', '.join(sorted(BENTUK)[1:])}."
            )
        if not (_ada(one, name) or (k.dari and name in ("baris", "n"))):
            yield salah("Isian", f"Isian {{{path}}} tidak ada pada naskah ini. {_yang_ada(one)}")
    if odd := tak_tercetak(k.teks.replace("\n", " ")):
        shown = ", ".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in odd)
        yield salah("Huruf", f"Huruf yang tidak dapat dicetak: {shown}, pada: {_pendek(k.teks)}")


def _tercetak(k: _Kalimat, sample: Any) -> Iterator[FieldError]:
    """The sentence filled from the sample: a part that does not exist, or a form that does not suit its field."""
    rows = list(getattr(sample, k.dari, None) or [None])[:1] if k.dari else [None]
    if k.dari and rows == [None]:
        return
    if any(_kosong(sample, path) for path, _ in fields(k.teks)):
        return
    try:
        isi(k.teks, sample, **({"baris": rows[0], "n": 1} if k.dari else {}))
    except (AttributeError, TypeError, ValueError, KeyError, IndexError):
        yield salah("Kalimat", f"Isian atau bentuknya tidak cocok: {_pendek(k.teks)}")


def _kosong(sample: Any, path: str) -> bool:
    """The sample leaves open what the path goes through."""
    value = sample
    for name in path.split(".")[:-1]:
        value = getattr(value, name, "")
        if value is None:
            return True
    return False


def _ada(one: Kind, name: str) -> bool:
    return name in one.schema.model_fields or isinstance(getattr(one.schema, name, None), property)


def _yang_ada(one: Kind) -> str:
    own = [name for name in vars(one.schema) if isinstance(getattr(one.schema, name, None), property)]
    return f"Yang ada: {', '.join([*one.schema.model_fields, *own])}."


def _pendek(text: str) -> str:
    text = text.replace(CENTANG, "")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
