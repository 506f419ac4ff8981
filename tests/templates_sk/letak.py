"""Where text stands on a page, read back from the finished file."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2 as pdfium

from templates_sk.susunan.kertas import CM, PAPERS, Paper

EDGE = 0.6
"""Ink may pass an advance width by this many points (a slanting stroke, a serif)."""


@dataclass(frozen=True)
class Kata:
    """A stretch of ink on one baseline, in points from the lower left."""

    teks: str
    kiri: float
    bawah: float
    kanan: float
    atas: float


def halaman(pdf: bytes) -> list[tuple[float, float, list[Kata]]]:
    """(width, height, stretches) of every page."""
    with pdfium.PdfDocument(pdf) as dokumen:
        return [(hal.get_width(), hal.get_height(), _kata(hal.get_textpage())) for hal in dokumen]


def kertas(nama: str, lebar: float) -> Paper:
    """The paper of a page: the kind's own, or an annex of it turned on its side."""
    paper = PAPERS[nama]
    return paper if abs(paper.width - lebar) < 1 else paper.rebah()


def badan(paper: Paper, semua: list[Kata]) -> list[Kata]:
    """What is neither the note at the foot nor the page number at the head."""
    if not paper.catatan_kaki:
        return semua
    return [k for k in semua if k.bawah > 2.0 * CM and not re.fullmatch(r"- \d+ -", k.teks)]


def _kata(teks: pdfium.PdfTextPage) -> list[Kata]:
    kotak = (teks.get_rect(i) for i in range(teks.count_rects()))
    return [Kata(teks.get_text_bounded(*satu).strip(), *satu) for satu in kotak]


def bertumpuk(kata: list[Kata]) -> list[tuple[str, str]]:
    """Pairs whose ink overlaps by more than descenders do between neighbouring lines."""
    found = []
    for i, a in enumerate(kata):
        for b in kata[i + 1 :]:
            lebar = min(a.kanan, b.kanan) - max(a.kiri, b.kiri)
            tinggi = min(a.atas, b.atas) - max(a.bawah, b.bawah)
            if lebar > EDGE and tinggi > 0.35 * min(a.atas - a.bawah, b.atas - b.bawah):
                found.append((a.teks, b.teks))
    return found
