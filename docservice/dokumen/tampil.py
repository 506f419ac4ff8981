"""What the viewer shows of a version: a page, and where words stand on the pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from docservice.dokumen.models import Halaman, VersiDokumen
from docservice.dokumen.status import BACAAN_TERBUKA
from search import words_met

Kotak = dict[int, list[list[float]]]
Baris = tuple[int, list[list[Any]]]
PALING_BANYAK = 200
"""Boxes drawn per page; a word that stands there more often is not what anyone looks for."""


@dataclass(frozen=True)
class HasilCari:
    """``kotak``: page number to boxes (fractions of the page)."""

    teks: str = ""
    kotak: dict[int, list[list[float]]] = field(default_factory=dict)

    @property
    def pertama(self) -> int | None:
        return min(self.kotak, default=None)

    @property
    def jumlah(self) -> int:
        return sum(map(len, self.kotak.values()))


def halaman_dari(versi: VersiDokumen, nomor: int) -> Halaman | None:
    """None while the image is being made, or where there is no such page."""
    return versi.halaman.filter(nomor=nomor).first()


def cari_kata(versi: VersiDokumen, teks: str) -> HasilCari:
    """What *teks* asks for, as the archive's search understands it; else words that begin with those typed."""
    teks = teks.strip()[:100]
    if not teks:
        return HasilCari()
    halaman = list(versi.halaman.values_list("nomor", "kata"))
    return HasilCari(teks, _menurut_arsip(halaman, teks) or _menurut_awal(halaman, teks))


def _menurut_arsip(halaman: list[Baris], teks: str) -> Kotak:
    hasil: Kotak = {}
    for nomor, kata in halaman:
        if tempat := words_met([str(satu[0]) for satu in kata], teks):
            hasil[nomor] = [list(kata[satu][1:5]) for satu in tempat[:PALING_BANYAK]]
    return hasil


def _menurut_awal(halaman: list[Baris], teks: str) -> Kotak:
    """Letters and digits compared without case."""
    cari = tuple({_polos(kata) for kata in teks.split()} - {""})
    hasil: Kotak = {}
    for nomor, kata in halaman if cari else ():
        kotak = [list(satu[1:5]) for satu in kata if _polos(satu[0]).startswith(cari)]
        if kotak:
            hasil[nomor] = kotak[:PALING_BANYAK]
    return hasil


def _polos(kata: str) -> str:
    return re.sub(r"[^0-9a-z]", "", kata.lower())


def mini(dokumen: Iterable[int]) -> dict[int, int]:
    """Per document (by its number) the newest version that has a small picture of its first page, in one query."""
    baris = VersiDokumen.objects.filter(dokumen__in=list(dokumen), status__in=BACAAN_TERBUKA, halaman__nomor=1)
    return dict(baris.order_by("nomor").values_list("dokumen", "nomor"))
