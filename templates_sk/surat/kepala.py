"""The heads of letters: correspondence, titled naskah, nota dinas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from templates_sk.engine.blocks import CENTER
from templates_sk.engine.faces import capitals
from templates_sk.susunan.kertas import CM
from templates_sk.susunan.penutup import tanggal_draf, tempat_lalu_tanggal
from templates_sk.susunan.susunan import Susunan

_COLON, _VALUE = 2.1 * CM, 2.4 * CM


def berjudul(s: Susunan, judul: str, nomor: str) -> None:
    """Centred title and number (surat izin, surat keterangan, SPMT, berita acara …)."""
    heading = s.body.add("H1")
    s.centred(heading, capitals(judul), bold=True, gap=s.line)
    s.add(s.varying(heading, 0, f"NOMOR {nomor}", "nomor", align=CENTER), keep=True)


def sertifikat(s: Susunan, judul: str, nomor: str) -> None:
    """The same in the size of a certificate (A4 landscape)."""
    heading = s.body.add("H1")
    s.centred(heading, capitals(judul), bold=True, size=22, gap=s.line)
    s.add(s.varying(heading, 0, f"NOMOR {nomor}", "nomor", align=CENTER), keep=True)


def surat_dinas(s: Susunan, data: Any, nomor: str, hal: str) -> None:
    """Place and date at the right, level with ``Nomor``; then to whom."""
    x = s.paper.text_width / 2
    when = tanggal_draf(None if s.draft else data.tanggal, data.nomor_draf)
    s.add(tempat_lalu_tanggal(s, s.body.add("P"), x, data.tempat, when), gap=s.line, keep=True)
    rows = [("Nomor", nomor), ("Sifat", data.sifat), ("Lampiran", data.lampiran), ("Hal", hal)]
    _baris(s, rows, width=x + 1.5 * CM, titled=True)
    s.add(s.prose(s.body.add("P"), 0, f"Yth. {data.kepada}", x + 1.5 * CM), gap=s.line, keep=True)
    s.add(s.cell(s.body.add("P"), 0, f"di {data.kepada_tempat}"), keep=True)


def nota_dinas(s: Susunan, data: Any, nomor: str, hal: str) -> None:
    """NOTA DINAS and its rows; no address, no place."""
    s.centred(s.body.add("H1"), "NOTA DINAS", bold=True, gap=s.line)
    when = tanggal_draf(None if s.draft else data.tanggal, data.nomor_draf)
    rows = [("Yth.", data.kepada), ("Dari", data.dari), ("Tanggal", when), ("Nomor", nomor)]
    _baris(s, [*rows, ("Sifat", data.sifat), ("Lampiran", data.lampiran), ("Hal", hal)])


def _baris(s: Susunan, rows: Sequence[tuple[str, str]], width: float = 0.0, *, titled: bool = False) -> None:
    """``Nomor : …``; number and date are the rows a draft leaves open. *titled*: ``Hal`` is the one heading."""
    listing = s.body.add("L", numbering="None")
    roles = {"Nomor": "nomor", "Tanggal": "tanggal"}
    for place, (name, value) in enumerate(rows):
        item = listing.add("LI")
        mark, body = item.add("Lbl"), item.add("LBody")
        if titled and name == "Hal":
            body = body.add("H1")
        room = (width or s.paper.text_width) - _VALUE
        shown = (
            s.varying(body, _VALUE, value, roles[name]) if name in roles else s.cell(body, _VALUE, value or "-", room)
        )
        head = [s.label(mark, 0, name, _COLON), s.label(mark, _COLON, ":")]
        s.add(*head, shown, gap=0 if place else s.line, keep=True)
