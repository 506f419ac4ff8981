"""The closing of a naskah: place and date, who signs, who else receives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from templates_sk.bahasa import nip_tampil, tanggal
from templates_sk.engine.blocks import CENTER, Cell, Reserved
from templates_sk.engine.pictures import qr
from templates_sk.engine.sheet import Sheet
from templates_sk.engine.tags import Element
from templates_sk.engine.text import spaced, wrap
from templates_sk.susunan.bagian import PenandaTangan
from templates_sk.susunan.kertas import CM
from templates_sk.susunan.susunan import Susunan

QR_SIDE = 2.0 * CM
FIELD = "TandaTangan1"
_ROOM, _GAP, _SHIFT = 2.2 * CM, 8.0, 1.0 * CM
"""Height kept free between office and name, width between QR and field, and how far a wide office moves left."""


def kolom(s: Susunan, oleh: PenandaTangan) -> float:
    """Where the signature column starts: the middle, or up to a centimetre before it when the office is wide."""
    middle = s.paper.text_width / 2
    widest = max(wrap(f"{text},", 10_000, s.type.size, s.type.style)[0].width for text in oleh.baris_jabatan())
    return max(middle - _SHIFT, min(middle, s.paper.text_width - widest))


def tanggal_draf(pada: date | None, nomor: str) -> str:
    """The date, or dots and the year of the draft's number."""
    year = re.search(r"\b\d{4}$", nomor)
    return tanggal(pada) if pada else f"…………… {year[0] if year else ''}".strip()


_WIDEST_DATE = "30 September 2026"


def tempat_lalu_tanggal(s: Susunan, element: Element, x: float, tempat: str, when: str, width: float = 0.0) -> Cell:
    """``Teluk Permai, 1 Oktober 2025``; a long place wraps where it would with the widest date, in draft and final."""
    room = width or s.paper.text_width - x
    lines = s.cell(element, x, f"{tempat},", room).lines
    tail = wrap(f" {when}", 10_000, s.type.size, s.type.style)[0]
    widest = wrap(f" {_WIDEST_DATE}", 10_000, s.type.size, s.type.style)[0].width
    if lines[-1].width + max(widest, tail.width) + s.type.size > room:
        lines = (*lines[:-1], spaced(lines[-1]), tail)
    else:
        lines = (*lines[:-1], wrap(f"{lines[-1].text} {when}", 10_000, s.type.size, s.type.style)[0])
    return Cell(element, s.paper.left + x, room, (*lines[:-1], spaced(lines[-1])), role="tanggal")


def tempat_tanggal(
    s: Susunan, sect: Element, tempat: str, pada: date | None, nomor: str, *, x: float, surat: bool = False
) -> None:
    """``Ditetapkan di …, pada tanggal …`` of a decree, ``Teluk Permai, …`` of a letter; a draft has dots."""
    when = tanggal_draf(pada, nomor)
    if surat:
        s.add(tempat_lalu_tanggal(s, sect.add("P"), x, tempat, when), gap=s.line, keep=True)
        return
    s.add(s.cell(sect.add("P"), x, f"Ditetapkan di {tempat}"), gap=2 * s.line, keep=True)
    s.add(s.varying(sect.add("P"), x, f"pada tanggal {when}", "tanggal"), keep=True)


def tanda_tangan(
    s: Susunan,
    sect: Element,
    oleh: PenandaTangan,
    *,
    x: float,
    url: str | None,
    elektronik: bool,
    bidang: str = FIELD,
) -> None:
    """Office, room for the signature, name: one block that is never split. Without *bidang* only the QR stands."""
    _jabatan(s, sect, oleh, x)
    if elektronik:
        s.blocks.append(_ruang(s, sect, url, x, bidang))
    else:
        s.blocks.append(Reserved([], height=_ROOM, keep_next=True))
    names = nama(s, oleh)
    for number, text in enumerate(names):
        style = s.type.style if number else s.type.bold
        s.add(s.cell(sect.add("P"), x, text, style=style), keep=number < len(names) - 1)


def sudah_ditandatangani(s: Susunan, sect: Element, oleh: PenandaTangan, *, x: float) -> None:
    """On a certified copy: the original bears the signature, here stands ``ttd.``."""
    _jabatan(s, sect, oleh, x)
    s.add(s.cell(sect.add("P"), x, "ttd."), gap=s.line, keep=True)
    for number, text in enumerate(nama(s, oleh)):
        s.add(s.cell(sect.add("P"), x, text), gap=0 if number else s.line, keep=True)


def nama(s: Susunan, oleh: PenandaTangan) -> list[str]:
    """Name, and below it rank and NIP where they are printed."""
    names = [oleh.nama]
    if oleh.cetak_gelar and oleh.pangkat:
        names.append(oleh.pangkat)
    if oleh.cetak_nip and oleh.nip:
        names.append(f"NIP {nip_tampil(oleh.nip) if s.gaya.nip_berspasi else oleh.nip}")
    return names


def _jabatan(s: Susunan, sect: Element, oleh: PenandaTangan, x: float) -> None:
    """``a.n.`` and ``u.b.`` on lines of their own; the last line ends with a comma."""
    lines = oleh.baris_jabatan()
    paragraph = sect.add("P")
    for number, text in enumerate(lines):
        last = number == len(lines) - 1
        align = CENTER if text == "u.b." else "left"
        cell = s.cell(paragraph, x, text + ("," if last else ""), align=align)
        s.add(cell, gap=0 if number else s.line, keep=True)


def _ruang(s: Susunan, sect: Element, url: str | None, x: float, bidang: str) -> Reserved:
    """The quiet space: QR at the left, signature field beside it, both fixed whatever the name's length."""
    figure = sect.add("Figure", alt="Kode QR menuju laman pemeriksaan naskah ini")
    form = sect.add("Form", alt="Tanda tangan elektronik pejabat penanda tangan", widget=bidang) if bidang else None
    left, right = round(s.paper.left + x, 3), s.paper.width - s.paper.right

    def paint(sheet: Sheet, top: float) -> None:
        y = top - (_ROOM + QR_SIDE) / 2
        if url:
            figure.box = (left, round(y, 3), left + QR_SIDE, round(y + QR_SIDE, 3))
            with sheet.part(figure, "qr"):
                qr(sheet, url, left, y, QR_SIDE)
        if form is not None:
            sheet.widgets.append((form, (left + QR_SIDE + _GAP, y, right, y + QR_SIDE)))

    return Reserved([], height=_ROOM, paint=paint, keep_next=True)


Pihak = tuple[str, PenandaTangan, str]
"""(caption such as PIHAK KEDUA, who, field name)."""


def berdampingan(s: Susunan, sect: Element, pihak: Sequence[Pihak], url: str | None) -> None:
    """Several signers, two side by side: each pair is one block, the left one read first."""
    for first in range(0, len(pihak), 2):
        pair = pihak[first : first + 2]
        columns = [_kolom_pihak(s, sect, one, place) for place, one in enumerate(pair)]
        above = max(sum(len(c.lines) for c in heads) for heads, _, _ in columns)
        below = max(sum(len(c.lines) for c in tails) for _, tails, _ in columns)
        paint = partial(_lukis_pihak, s, columns, above, url)
        height = (above + below) * s.line + _ROOM
        more = first + 2 < len(pihak)
        s.blocks.append(Reserved([], gap=s.line, height=height, paint=paint, keep_next=more, yields=more))


_Kolom = tuple[list[Cell], list[Cell], tuple[Element, Element | None, bool]]


def _kolom_pihak(s: Susunan, sect: Element, one: Pihak, place: int) -> _Kolom:
    sebutan, oleh, bidang = one
    half = s.paper.text_width / 2
    x, width = place * half, half - 6
    lines = [*([sebutan] if sebutan else []), *oleh.baris_jabatan()]
    heads = [s.cell(sect.add("P"), x, text + ("," if text == lines[-1] else ""), width) for text in lines]
    figure = sect.add("Figure", alt="Kode QR menuju laman pemeriksaan naskah ini")
    form = sect.add("Form", alt=f"Tanda tangan elektronik {sebutan or oleh.jabatan}", widget=bidang)
    tails = [
        s.cell(sect.add("P"), x, text, width, style=s.type.style if number else s.type.bold)
        for number, text in enumerate(nama(s, oleh))
    ]
    return heads, tails, (figure, form, bidang == FIELD)


def _lukis_pihak(s: Susunan, columns: list[_Kolom], above: int, url: str | None, sheet: Sheet, top: float) -> None:
    for heads, tails, (figure, form, main) in columns:
        y = _turun(s, sheet, heads, top)
        y = top - above * s.line - (_ROOM + QR_SIDE) / 2
        left = round(heads[0].x, 3)
        if url and main:
            figure.box = (left, round(y, 3), left + QR_SIDE, round(y + QR_SIDE, 3))
            with sheet.part(figure, "qr"):
                qr(sheet, url, left, y, QR_SIDE)
        if form is not None:
            sheet.widgets.append((form, (left + QR_SIDE + _GAP, y, left + heads[0].width, y + QR_SIDE)))
        _turun(s, sheet, tails, top - above * s.line - _ROOM)


def _turun(s: Susunan, sheet: Sheet, cells: list[Cell], top: float) -> float:
    for cell in cells:
        cell.draw(sheet, top, s.type.size, s.line, 0, len(cell.lines))
        top -= len(cell.lines) * s.line
    return top


def tembusan(s: Susunan, items: Sequence[str], *, judul: str = "Tembusan:") -> None:
    """``Tembusan:`` and its list; each item ends with a semicolon, the last with a full stop."""
    if not items:
        return
    s.add(s.cell(s.body.add("H2", bookmark="Tembusan"), 0, judul), gap=s.line, keep=True)
    listing = s.body.add("L", numbering="Decimal")
    for number, text in enumerate(items, start=1):
        item = listing.add("LI")
        end = "." if number == len(items) else ";"
        honour = "Yth. " if s.gaya.tembusan_yth and not text.startswith("Yth") else ""
        mark = s.label(item.add("Lbl"), 0, f"{number}.", 26)
        body = s.cell(item.add("LBody"), 28 if len(items) > 99 else 22, f"{honour}{text.rstrip('.;')}{end}")
        s.add(mark, body, keep=number == 1 < len(items))
