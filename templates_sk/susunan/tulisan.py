"""The wording of a kind as text that an office edits: sections, one sentence a line, and back again without loss.

``= MENIMBANG`` opens a section. In a body a line is a paragraph, or by its first sign: ``- Nama = {nama}`` a row
(``#`` numbered, ``#7`` from seven on, ``#|`` in a ruled frame), ``1.``/``a.`` an item of a list (two spaces deeper: a
list inside it), ``^`` a centred line, ``|`` a column of the table above it, ``[tabel …]``, ``[butir …]``,
``[paragraf …]`` what comes from a list of the data. ``[bila …]`` in front is its condition. Under DIKTUM a line is a
ruling; what it holds besides stands two spaces deeper.
A blank line parts groups.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from typing import Any

from templates_sk.susunan.wording import Wording

DAFTAR = ("menimbang", "mengingat", "memperhatikan", "diktum", "isi", "tembusan")
SEBARIS = ("tentang", "hal")
Bagian = str | Mapping[str, Any]


def tulis(kata: Wording) -> str:
    """The editable sections of *kata* as text."""
    bab = []
    for nama in (*SEBARIS, *DAFTAR):
        isi = getattr(kata, nama)
        if not isi:
            continue
        lines = [isi] if nama in SEBARIS else _bab(nama, isi)
        bab.append("\n".join([f"= {nama.upper()}", *lines]))
    for one in kata.lampiran:
        head = _bila(one) + ("LAMPIRAN REBAH" if one.get("rebah") else "LAMPIRAN")
        bab.append("\n".join([f"= {head}", *_bagian(one["isi"])]))
    return "\n\n".join(bab) + "\n"


def _bab(nama: str, isi: Sequence[Any]) -> list[str]:
    if nama == "isi":
        return _bagian(isi)
    if nama != "diktum":
        return [one if isinstance(one, str) else _bila(one) + one["teks"] for one in isi]
    lines = []
    for one in isi:
        if isinstance(one, str):
            lines.append(one)
            continue
        lines.append(f"[daftar {one['daftar']}]" if "daftar" in one else _bila(one) + one["teks"])
        lines += [f"  {line}" if line else "" for line in _bagian(one.get("bagian", []))]
    return lines


def _bila(one: Mapping[str, Any]) -> str:
    return f"[bila {one['bila']}] " if one.get("bila") else ""


def _bagian(parts: Sequence[Bagian]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        block = [part] if isinstance(part, str) else _satu(part)
        block[0] = (_bila(part) if not isinstance(part, str) else "") + block[0]
        lines += [*([""] if lines else []), *block]
    return [line.replace("\n", "\\n") for line in lines]


def _satu(part: Mapping[str, Any]) -> list[str]:
    if "teks" in part:
        return [part["teks"]]
    if "tengah" in part:
        return [f"^{part.get('ukuran', '')}{'' if part.get('tebal', True) else '~'} {part['tengah']}"]
    if "baris" in part:
        nomor, frame = part.get("nomor"), "|" if part.get("kotak") else ""
        first = f"#{nomor}" if isinstance(nomor, int) and nomor > 1 else "#" if nomor else "-"
        signs = chain([first], repeat(first[0]))
        return [f"{sign}{frame} {label} = {value}" for sign, (label, value) in zip(signs, part["baris"], strict=False)]
    if "paragraf" in part:
        return [f"[paragraf {part['paragraf']}]"]
    if "butir" in part:
        mark = part.get("tanda", "1")
        if isinstance(part["butir"], str):
            return [f"[butir {'a ' if mark == 'a' else ''}{part['butir']}]"]
        return _butir(part["butir"], mark, "")
    table = part["tabel"]
    head = f"[tabel {table['dari']}] {table.get('judul', '')}".rstrip()
    return [head, *(f"| {name} | {value} | {share:g}" for name, value, share in table["kolom"])]


def _butir(items: Sequence[Bagian], mark: str, indent: str) -> list[str]:
    lines = []
    for one in items:
        lines.append(f"{indent}{mark}. {one if isinstance(one, str) else one['teks']}")
        if not isinstance(one, str):
            lines += _butir(one["butir"], "1" if mark == "a" else "a", indent + "  ")
    return lines
