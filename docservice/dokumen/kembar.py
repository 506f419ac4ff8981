"""Papers that look like another one of the same person: a hint for eyes, never a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen, Halaman
from docservice.dokumen.status import BACAAN_TERBUKA

BEDA_RUPA = 40
"""Bits of 256 in which two pictures of one sheet may differ: another scan, another photo of it."""
SAMA_KATA = 0.6
"""Share of words two readings of one sheet have in common; two sheets of one form share less."""
PALING_BANYAK = 5


@dataclass(frozen=True)
class Kembar:
    """Another paper whose page *lain* looks like page *halaman* of this one, by *persen* of its fingerprint."""

    dokumen: Dokumen
    halaman: int
    lain: int
    persen: int


def kembaran(dokumen: Dokumen, pengguna: Pengguna) -> list[Kembar]:
    """Of what *pengguna* may see, the most alike first; pages without a fingerprint are alike nothing."""
    versi = dokumen.versi_terbuka
    if versi is None:
        return []
    milik = list(versi.halaman.exclude(rupa=""))
    if not milik:
        return []
    terlihat = Dokumen.objects.visible_to(pengguna).milik(dokumen.pegawai).exclude(pk=dokumen.pk)
    lain = Halaman.objects.filter(versi__dokumen__in=terlihat, versi__status__in=BACAAN_TERBUKA).exclude(rupa="")
    serupa = {pk for pk, rupa in lain.values_list("pk", "rupa") if any(_beda(m.rupa, rupa) <= BEDA_RUPA for m in milik)}
    calon = list(Halaman.objects.filter(pk__in=serupa).select_related("versi__dokumen")) if serupa else []
    hasil: dict[int, Kembar] = {}
    for _, kembar in sorted(_cocok(milik, calon), key=lambda c: c[0]):
        hasil.setdefault(kembar.dokumen.pk, kembar)
    return list(hasil.values())[:PALING_BANYAK]


def _cocok(milik: list[Halaman], lain: list[Halaman]) -> Iterator[tuple[int, Kembar]]:
    for satu, dua in product(milik, lain):
        beda = _beda(satu.rupa, dua.rupa)
        if beda <= BEDA_RUPA and _sama_kata(satu.teks, dua.teks) >= SAMA_KATA:
            yield beda, Kembar(dua.versi.dokumen, satu.nomor, dua.nomor, int(100 - beda / 2.56))


def _beda(satu: str, dua: str) -> int:
    return (int(satu, 16) ^ int(dua, 16)).bit_count()


def _sama_kata(satu: str, dua: str) -> float:
    """Words in common of all words; 1 for two pages without any."""
    a, b = (set(re.findall(r"\w{3,}", teks.lower())) for teks in (satu, dua))
    return len(a & b) / len(a | b) if a | b else 1.0
