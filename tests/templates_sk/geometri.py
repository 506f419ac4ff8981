"""Where everything stands, read from the layout itself before it becomes a file: fast enough for thousands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from templates_sk import kind, validate
from templates_sk.engine.blocks import Block, Frame
from templates_sk.engine.flow import Page, Placed, paginate
from templates_sk.render import susun
from templates_sk.susunan.gaya import BAKU, Gaya

HAIR = 0.02


def temuan(kode: str, data: dict[str, Any], *, draft: bool = False, gaya: Gaya = BAKU) -> list[str]:
    """Defects as sentences: text outside its page or its column, parts lying on one another."""
    one = kind(kode)
    s = susun(one, validate(kode, data, draft=draft), draft=draft, gaya=gaya)
    pages = paginate(s.blocks, s.first_paper.frame, first_top=s.first_paper.height - s.first_paper.top_first)
    return [f"halaman {nomor}: {satu}" for nomor, page in enumerate(pages) for satu in _halaman(page, nomor, s)]


def _halaman(page: Page, nomor: int, s: Any) -> Iterator[str]:
    atas = s.first_paper.height - s.first_paper.top_first if nomor == 0 else page.frame.top
    for satu in page.placed:
        if satu.top > atas + HAIR:
            yield f"bagian mulai {satu.top - atas:.1f} poin terlalu tinggi: {_awal(satu)}"
        atas = satu.top - satu.block.height_of(satu.last - satu.first)
        yield from _kolom(satu.block, page.frame)
    if atas < page.frame.bottom - HAIR:
        yield f"isi melewati tepi bawah {page.frame.bottom - atas:.1f} poin"


def _kolom(block: Block, frame: Frame) -> Iterator[str]:
    kanan = frame.left
    for cell in sorted(block.cells, key=lambda c: c.x):
        lebar = max((min(line.width, cell.width) for line in cell.lines), default=0)
        if cell.x < kanan - HAIR:
            yield f"kolom bertumpuk: {cell.lines[0].text!r}"
        if cell.align != "left":
            lebar = cell.width
        kanan = cell.x + lebar
        if kanan > frame.width - frame.right + HAIR:
            yield f"melewati tepi kanan {kanan - frame.width + frame.right:.1f} poin: {cell.lines[0].text!r}"
        if not cell.role and any(line.width > cell.width + HAIR for line in cell.lines):
            yield f"melewati kolomnya: {cell.lines[0].text!r}"


def _awal(satu: Placed) -> str:
    return next((repr(c.lines[0].text) for c in satu.block.cells if c.lines), type(satu.block).__name__)
