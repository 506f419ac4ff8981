"""Wording as an office edits it, read back into data (the form is told in :mod:`.tulisan`)."""

from __future__ import annotations

import re
from typing import Any

from templates_sk.errors import DataError, FieldError
from templates_sk.susunan.tulisan import DAFTAR, SEBARIS

BILA = re.compile(r"\[bila ([^\]]+)\] ?")
SEBUT = re.compile(r"\[(butir a|butir|paragraf|daftar|tabel) ([\w.]+)\] ?(.*)")
TENGAH = re.compile(r"\^(\d*)(~?) (.*)")
BARIS = re.compile(r"(#(\d*)|-)(\|?) (.+?) = (.*)")
BUTIR = re.compile(r"(1|a)\. (.*)")


class _Pembaca:
    """Lines with their numbers; every defect is kept until the end."""

    def __init__(self) -> None:
        self.salah: list[FieldError] = []

    def tolak(self, nomor: int, pesan: str) -> None:
        self.salah.append(FieldError(f"baris.{nomor}", f"Baris {nomor}", pesan))


Baris = tuple[int, str]


def baca(teks: str) -> dict[str, Any]:
    """The sections as :class:`Wording` takes them. Raises ``DataError`` naming every line that cannot be read."""
    p, bab = _Pembaca(), dict[str, Any](lampiran=[])
    for nama, bila, lines in _bagi(p, teks):
        if nama in SEBARIS:
            bab[nama] = " ".join(line.strip() for _, line in lines if line.strip())
        elif nama.startswith("lampiran"):
            annex: dict[str, Any] = {"isi": _baca_bagian(p, lines)}
            bab["lampiran"].append(annex | ({"rebah": True} if nama.endswith("rebah") else {}) | bila)
        else:
            bab[nama] = _baca_bab(p, nama, lines)
    if p.salah:
        raise DataError(p.salah)
    return bab


def _bagi(p: _Pembaca, teks: str) -> list[tuple[str, dict[str, Any], list[Baris]]]:
    found: list[tuple[str, dict[str, Any], list[Baris]]] = []
    for nomor, raw in enumerate(teks.replace("\r\n", "\n").split("\n"), start=1):
        line = raw.rstrip()
        if line.startswith("= "):
            name, bila = _lepas_bila(line[2:])
            known = name.lower() in (*SEBARIS, *DAFTAR, "lampiran", "lampiran rebah")
            if not known or name.lower() in {one for one, _, _ in found if not one.startswith("lampiran")}:
                p.tolak(nomor, f"Bagian {name} tidak dikenal atau muncul dua kali.")
            found.append((name.lower(), bila, []))
        elif found:
            found[-1][2].append((nomor, line))
        elif line:
            p.tolak(nomor, "Mulai dengan nama bagian, misalnya = MENIMBANG.")
    return [one for one in found if one[0] in (*SEBARIS, *DAFTAR, "lampiran", "lampiran rebah")]


def _lepas_bila(line: str) -> tuple[str, dict[str, Any]]:
    match = BILA.match(line)
    return (line[match.end() :], {"bila": match[1]}) if match else (line, {})


def _baca_bab(p: _Pembaca, nama: str, lines: list[Baris]) -> list[Any]:
    if nama == "isi":
        return _baca_bagian(p, lines)
    if nama == "diktum":
        return _baca_diktum(p, lines)
    found: list[Any] = []
    for _, line in lines:
        text, bila = _lepas_bila(line.strip())
        if text:
            found.append({"teks": text, **bila} if bila else text)
    return found


def _baca_diktum(p: _Pembaca, lines: list[Baris]) -> list[Any]:
    groups: list[tuple[str, list[Baris]]] = []
    for nomor, line in lines:
        if line and not line.startswith("  "):
            groups.append((line, []))
        elif groups:
            groups[-1][1].append((nomor, line[2:]))
        elif line:
            p.tolak(nomor, "Baris ini menjorok, padahal belum ada diktum di atasnya.")
    found: list[Any] = []
    for head, below in groups:
        named = SEBUT.fullmatch(head)
        if named and named[1] == "daftar":
            found.append({"daftar": named[2]})
            continue
        text, bila = _lepas_bila(head)
        more = _baca_bagian(p, below)
        found.append({"teks": text, **bila, **({"bagian": more} if more else {})} if bila or more else text)
    return found


def _baca_bagian(p: _Pembaca, lines: list[Baris]) -> list[Any]:
    parts: list[Any] = []
    group: list[Baris] = []
    for nomor, line in [*lines, (0, "")]:
        if line:
            group.append((nomor, line.replace("\\n", "\n")))
            continue
        parts += _baca_kelompok(p, group)
        group = []
    return parts


def _baca_kelompok(p: _Pembaca, group: list[Baris]) -> list[Any]:
    """Lines without a blank one between them: rows, items and columns join what stands above them."""
    parts: list[Any] = []
    for nomor, line in group:
        indent = (len(line) - len(line.lstrip())) // 2
        text, bila = _lepas_bila(line.strip())
        if row := BARIS.fullmatch(text):
            _gabung(parts, _baris_isian(row) | bila)
        elif item := BUTIR.fullmatch(text):
            _tambah_butir(p, nomor, parts, item[1], item[2], indent, bila)
        elif text.startswith("|"):
            _tambah_kolom(p, nomor, parts, text)
        elif named := SEBUT.fullmatch(text):
            parts.append({**_sebutan(named), **bila})
        elif middle := TENGAH.fullmatch(text):
            size = {"ukuran": int(middle[1])} if middle[1] else {}
            parts.append({"tengah": middle[3], **size, **({"tebal": False} if middle[2] else {}), **bila})
        elif re.match(r"[#|^=\[-]( |$)", text) or re.match(r"\[\w+ ", text):
            p.tolak(nomor, "Bentuk baris ini tidak dikenal. Baris isian ditulis: - Nama = {nama}.")
        else:
            parts.append({"teks": text, **bila} if bila else text)
    return parts


def _baris_isian(row: re.Match[str]) -> dict[str, Any]:
    nomor = {"nomor": int(row[2]) if row[2] else True} if row[1] != "-" else {}
    return {**nomor, **({"kotak": True} if row[3] else {}), "baris": [[row[4], row[5]]]}


def _gabung(parts: list[Any], part: dict[str, Any]) -> None:
    """Joins the rows above when they are of the same make and neither a condition nor a count begins anew."""
    last = parts[-1] if parts and isinstance(parts[-1], dict) else {}
    same = bool(last.get("nomor")) == bool(part.get("nomor")) and last.get("kotak") == part.get("kotak")
    if "baris" in last and same and part.get("nomor", True) is True and "bila" not in part:
        last["baris"] += part["baris"]
    else:
        parts.append(part)


def _tambah_butir(
    p: _Pembaca, nomor: int, parts: list[Any], mark: str, text: str, indent: int, bila: dict[str, Any]
) -> None:
    last = parts[-1] if parts and isinstance(parts[-1], dict) and "butir" in parts[-1] else None
    if indent == 0:
        if last and not isinstance(last["butir"], str) and last.get("tanda", "1") == mark and not bila:
            last["butir"].append(text)
        else:
            parts.append({"butir": [text], **({"tanda": "a"} if mark == "a" else {}), **bila})
        return
    items = last["butir"] if last and not isinstance(last["butir"], str) else None
    for _ in range(indent):
        if not items:
            p.tolak(nomor, "Butir ini menjorok, padahal tidak ada butir di atasnya.")
            return
        if isinstance(items[-1], str):
            items[-1] = {"teks": items[-1], "butir": []}
        items = items[-1]["butir"] if items[-1]["butir"] or _ == indent - 1 else None
    if items is not None:
        items.append(text)


def _tambah_kolom(p: _Pembaca, nomor: int, parts: list[Any], text: str) -> None:
    cells = [cell.strip() for cell in text.strip("| ").split(" | ")]
    table = parts[-1].get("tabel") if parts and isinstance(parts[-1], dict) else None
    if table is None or len(cells) != 3 or not re.fullmatch(r"\d+(\.\d+)?", cells[2]) or float(cells[2]) <= 0:
        p.tolak(nomor, "Kolom tabel ditulis di bawah [tabel …]: | Judul | {baris.isian} | lebar.")
        return
    table["kolom"].append([cells[0], cells[1], float(cells[2])])


def _sebutan(named: re.Match[str]) -> dict[str, Any]:
    kind, field, rest = named[1], named[2], named[3]
    if kind == "tabel":
        return {"tabel": {"dari": field, "judul": rest, "kolom": []}}
    if kind == "butir a":
        return {"butir": field, "tanda": "a"}
    return {kind: field}
