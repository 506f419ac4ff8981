"""A card (ID-1): text at the left, QR and signature field at the right. Not the agency's card art, plainly our own."""

from __future__ import annotations

from typing import Any

from templates_sk.engine.blocks import Reserved
from templates_sk.engine.faces import capitals
from templates_sk.engine.pictures import qr
from templates_sk.engine.sheet import Sheet
from templates_sk.engine.tags import Element
from templates_sk.susunan.kata import isi
from templates_sk.susunan.kertas import CM
from templates_sk.susunan.penutup import FIELD, tanggal_draf, tempat_lalu_tanggal
from templates_sk.susunan.susunan import Susunan
from templates_sk.susunan.wording import Wording

_QR, _GAP, _LABEL = 2.0 * CM, 6.0, 44.0
_FIELD_HEIGHT = 52.0


def susun(s: Susunan, data: Any, kata: Wording) -> None:
    """Adds the card to *s*; text that is too long goes on upon a second card, never over the edge."""
    left = s.paper.text_width - _QR - _GAP
    heading = s.body.add("H1")
    for number, text in enumerate((data.pemerintah, data.instansi, capitals(isi(kata.tentang or kata.judul, data)))):
        s.add(s.label(heading, 0, text, left), gap=2 if number == 2 else 0, keep=True)
    s.blocks.append(_kolom_kanan(s, None if s.draft else data.verification_url))
    nomor = data.nomor_draf if s.draft else data.nomor or data.nomor_draf
    s.add(s.varying(s.body.add("P"), 0, f"NOMOR {nomor}", "nomor", width=left), gap=2)
    listing = s.body.add("L", numbering="None")
    for label, value in _baris(kata, data):
        item = listing.add("LI")
        s.add(
            s.label(item.add("Lbl"), 0, f"{label}:", _LABEL),
            s.cell(item.add("LBody"), _LABEL, value, left - _LABEL),
        )
    _penutup(s, data, left)


def _baris(kata: Wording, data: Any) -> list[tuple[str, str]]:
    rows = (row for part in kata.isi if not isinstance(part, str) for row in part["baris"])
    filled = [(isi(label, data), isi(value, data)) for label, value in rows]
    return [(label, value) for label, value in filled if value]


def _kolom_kanan(s: Susunan, url: str | None) -> Reserved:
    """QR above, signature field below it, at fixed places of the first card."""
    figure: Element = s.body.add("Figure", alt="Kode QR menuju laman pemeriksaan kartu ini")
    form = s.body.add("Form", alt="Tanda tangan elektronik pejabat penerbit", widget=FIELD)
    right = s.paper.width - s.paper.right

    def paint(sheet: Sheet, top: float) -> None:
        y = sheet.height - s.paper.top_first - _QR
        if url:
            figure.box = (round(right - _QR, 3), round(y, 3), round(right, 3), round(y + _QR, 3))
            with sheet.part(figure, "qr"):
                qr(sheet, url, right - _QR, y, _QR)
        sheet.widgets.append((form, (right - _QR, s.paper.bottom, right, s.paper.bottom + _FIELD_HEIGHT)))

    return Reserved([], height=0, paint=paint, keep_next=True)


def _penutup(s: Susunan, data: Any, width: float) -> None:
    closing = s.body.add("Sect", title="Penerbitan")
    when = tanggal_draf(None if s.draft else data.tanggal, data.nomor_draf)
    s.add(tempat_lalu_tanggal(s, closing.add("P"), 0, data.tempat, when, width), gap=3, keep=True)
    for number, text in enumerate((*data.penanda_tangan.baris_jabatan(), data.penanda_tangan.nama)):
        last = number == len(data.penanda_tangan.baris_jabatan())
        style = s.type.bold if last else s.type.style
        s.add(s.cell(closing.add("P"), 0, text, width, style=style), keep=not last)
