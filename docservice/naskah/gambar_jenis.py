"""Pictures of examples and previews: drawn small, kept in the work store, found again by their wording."""

from __future__ import annotations

import hashlib
import json

from django.core.cache import cache

import templates_sk
from docservice.dokumen import gudang
from docservice.naskah.gaya import baris_berlaku, gaya
from docservice.naskah.render import gambar
from templates_sk import Kind

LEMBAR, KECIL = 1000, 420
"""Longer side of a previewed page and of a picture in the catalogue, in pixels."""
_SEJAM, _SEBULAN = 3600, 30 * 86400
Lembar = tuple[str, int, int]


def lukis(jenis: Kind, *, draf: bool, lebar: int = LEMBAR) -> list[Lembar]:
    """The pages of the kind's example."""
    return gambar(templates_sk.render(jenis, jenis.sample, draft=draf, gaya=gaya()).pdf, (lebar,))


def simpan_pratinjau(lembar: list[Lembar]) -> list[Lembar]:
    """Those pages may be asked for during the next hour."""
    for sha256, _, _ in lembar:
        cache.set(f"pratinjau:{sha256}", True, _SEJAM)
    return lembar


def gambar_jenis(jenis: Kind) -> str:
    """SHA-256 of the picture of the first page; drawn once for each wording and style."""
    baris = baris_berlaku()
    kata = json.dumps([templates_sk.bekukan(jenis), baris.pk if baris else 0], sort_keys=True)
    kunci = f"jenis:{jenis.code}:{hashlib.sha256(kata.encode()).hexdigest()[:16]}"
    sha256: str | None = cache.get(kunci)
    if sha256 is None or not gudang.kerja().exists(sha256):
        sha256 = lukis(jenis, draf=False, lebar=KECIL)[0][0]
        cache.set(kunci, sha256, _SEBULAN)
    return sha256
