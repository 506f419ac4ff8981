"""Fixity: every blob re-hashed, every row's blob there, every finding classed and journalled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import transaction

from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.models import Halaman, VersiDokumen
from docservice.dokumen.status import BACAAN_TERBUKA
from storage import BlobMissing


@dataclass(frozen=True)
class Temuan:
    """``jenis`` is ``hilang`` (row without blob) or ``rusak`` (bytes that do not hash to their name)."""

    sha256: str
    jenis: str


def sidik_arsip() -> list[str]:
    """Every hash that a row of the archive promises."""
    versi = VersiDokumen.objects.filter(status__in=BACAAN_TERBUKA).values_list("sha256", flat=True)
    gambar = Halaman.objects.values_list("gambar", "kecil")
    return sorted({*versi, *(sidik for pasang in gambar for sidik in pasang)})


def periksa_keutuhan(lapor: Callable[[int, int], None] = lambda a, b: None) -> Iterator[Temuan]:
    """Walk all of them; what is found is journalled as an event."""
    semua = sidik_arsip()
    for nomor, sidik in enumerate(semua, 1):
        if temuan := _periksa(sidik):
            with transaction.atomic():
                catat(f"keutuhan.{temuan.jenis}", by=None, objek=f"blob:{sidik}")
            yield temuan
        lapor(nomor, len(semua))


def _periksa(sidik: str) -> Temuan | None:
    try:
        return None if gudang.arsip().verify(sidik) else Temuan(sidik, "rusak")
    except BlobMissing:
        return Temuan(sidik, "hilang")
