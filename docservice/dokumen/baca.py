"""Reading one accepted file: page images into the archive store, words and values into rows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

import sandbox
from docservice.dokumen import gudang
from docservice.dokumen.models import Halaman, Isian, VersiDokumen
from search import PAGE_LIMITS, Extraction, Page, box_of, extract, hidden, spot, turned
from storage import PageImage, render_pages, safe_copy

SISI = ("atas", "kanan", "bawah", "kiri")
"""Clockwise."""
FOTO_PONSEL = frozenset({"heic", "webp"})
"""Kept as they came and read from a PDF derivative, which is kept beside them: few programs open the original."""


@dataclass(frozen=True)
class Gambar:
    """Page images as blobs."""

    halaman: PageImage
    gambar: str
    kecil: str


@dataclass(frozen=True)
class Bacaan:
    gambar: list[Gambar]
    teks: Extraction
    turunan: str = ""
    """SHA-256 of the PDF it was read from, where that is not the file itself."""


def baca_berkas(
    path: Path, *, tipe: str, folder: Path, rahasia: bool = False, maju: Callable[[int], None] = lambda _halaman: None
) -> Bacaan:
    """Read, then draw each page upright, the pictures as closed as the file; *maju* is told the pages behind.

    One child does both where they are of one file: starting it costs a tenth of what a page does.
    Raises ``search.Unreadable``, ``storage.UnsafeToRender``, and the ``Busy`` of either.
    """
    terbuka = safe_copy(path, folder / "salinan.pdf") if tipe in FOTO_PONSEL else path
    with sandbox.Child([str(path)], writes=folder, limits=PAGE_LIMITS) if terbuka is path else nullcontext() as anak:
        teks = extract(terbuka, reader=settings.PEMBACA, done=maju, child=anak)
        putaran = {satu.number: satu.turn for satu in teks.pages if satu.turn}
        gambar = render_pages(path, type=tipe, out=folder, turns=putaran, child=anak)
    halaman = [Gambar(satu, _blob(satu.path, rahasia), _blob(satu.thumbnail, rahasia)) for satu in gambar]
    return Bacaan(halaman, teks, "" if terbuka is path else _blob(terbuka, rahasia))


def _blob(path: Path, rahasia: bool) -> str:
    with path.open("rb") as isi:
        return gudang.arsip(rahasia=rahasia).put(isi).sha256


def simpan_bacaan(versi: VersiDokumen, bacaan: Bacaan) -> dict[str, object]:
    """Replace whatever an earlier, interrupted run left of this version; no NIK or NPWP is kept but on the picture.

    What the version itself is to say of it, for its caller to write with its state.
    """
    versi.halaman.all().delete()
    versi.isian.all().delete()
    teks = {halaman.number: halaman for halaman in bacaan.teks.pages}
    Halaman.objects.bulk_create(_baris_halaman(versi, satu, teks.get(satu.halaman.number)) for satu in bacaan.gambar)
    Isian.objects.bulk_create(
        Isian(
            versi=versi,
            nama=bidang.name,
            nilai=hidden(f"{bidang.name}: {bidang.value}").partition(": ")[2][:200],
            halaman=bidang.page,
            kotak=list(turned(bidang.box, teks[bidang.page].turn) if bidang.box else ()),
            keyakinan=bidang.confidence,
        )
        for bidang in bacaan.teks.fields
    )
    return {
        "jumlah_halaman": len(bacaan.gambar),
        "tebakan_jenis": bacaan.teks.kind or "",
        "turunan": bacaan.turunan,
    }


def _baris_halaman(versi: VersiDokumen, satu: Gambar, teks: Page | None) -> Halaman:
    baris = Halaman(
        versi=versi,
        nomor=satu.halaman.number,
        lebar=satu.halaman.width,
        tinggi=satu.halaman.height,
        gambar=satu.gambar,
        kecil=satu.kecil,
        rupa=satu.halaman.fingerprint,
    )
    if teks is not None:
        baris.teks, baris.sumber_teks, baris.keyakinan = hidden(teks.text), teks.source, teks.confidence
        baris.temuan = [_temuan(kode, teks) for kode in teks.findings]
        baris.kata = [
            [tulisan, *(round(x, 4) for x in turned(kata.box, teks.turn)), round(kata.confidence)]
            for tulisan, kata in zip(samarkan([kata.text for kata in teks.words]), teks.words, strict=True)
        ]
    return baris


def _temuan(kode: str, teks: Page) -> str:
    """With the part of the page it lies in, as the page is shown."""
    tempat = teks.places.get(kode, "")
    if tempat in SISI:
        tempat = SISI[(SISI.index(tempat) + teks.turn // 90) % 4]
    elif kotak := box_of(tempat):
        tempat = spot(turned(kotak, teks.turn))
    return f"{kode}:{tempat}" if tempat else kode


def samarkan(kata: list[str]) -> list[str]:
    """The words of a page without its private numbers, also those printed in groups."""
    return hidden(" ".join(kata)).split(" ") if kata else []
