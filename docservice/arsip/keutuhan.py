"""Fixity: each blob of a store re-hashed, each row's blob there, findings classed, journalled, mended if possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from docservice.arsip.models import GudangTerjaga, PutaranKeutuhan
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.dikenal import Dikenal
from docservice.dokumen.yatim import toko_bernama
from storage import BlobMissing, BlobStore, Pace, State, StorageError, examine, repair

MB = 1_000_000
BARU = timedelta(hours=24)
"""A blob younger than this that no row knows is one that is just being stored."""


@dataclass
class Putaran:
    """How to walk: at most *mb* megabytes (0: all), at *mb_per_detik* (0: at full speed), on from where the last run
    stopped, mending from the second store. ``diperiksa`` counts blobs, ``dibaca`` their bytes."""

    mb: float = 0
    mb_per_detik: float = 0
    lanjut: bool = False
    pulihkan: bool = False
    gudang: GudangTerjaga = GudangTerjaga.ARSIP
    diperiksa: int = field(default=0)
    dibaca: int = field(default=0)


@dataclass(frozen=True)
class Temuan:
    """``jenis`` is a word of ``storage.State``: *berubah*, *terpotong*, *bertambah*, *tertukar*, *hilang*, *berlebih*,
    *amplop rusak* or *tak terbaca*."""

    sha256: str
    jenis: str
    pulih: bool = False


def periksa_keutuhan(
    langkah: Putaran | None = None, lapor: Callable[[int, int], None] = lambda a, b: None
) -> Iterator[Temuan]:
    """Walk one store; what is found is journalled as an event."""
    langkah = langkah or Putaran()
    nama = str(langkah.gudang.label)
    semua, dikenal, toko = Dikenal(nama, janji=True), Dikenal(nama), toko_bernama(nama)
    jumlah = len(semua)
    kedua = gudang.kedua(nama) if langkah.pulihkan else None
    mulai = _mulai(langkah)
    pelan = Pace(langkah.mb_per_detik * MB) if langkah.mb_per_detik else None
    for satu in examine(toko, semua, after=mulai, pace=pelan):
        langkah.diperiksa += 1
        langkah.dibaca += satu.size
        asing = satu.state is State.EXTRA
        if satu.state is not State.INTACT and not (asing and (satu.sha256 in dikenal or _baru(toko, satu.sha256))):
            yield _catat(toko, satu.sha256, satu.state, kedua)
        lapor(langkah.diperiksa, jumlah)
        if langkah.mb and langkah.dibaca >= langkah.mb * MB:
            _ingat(langkah, satu.sha256)
            return
    _ingat(langkah, "")


def _mulai(langkah: Putaran) -> str:
    if not langkah.lanjut:
        return ""
    putaran, _ = PutaranKeutuhan.objects.get_or_create(pk=langkah.gudang)
    if not putaran.setelah:
        PutaranKeutuhan.objects.filter(pk=langkah.gudang).update(mulai_pada=timezone.now())
    return putaran.setelah


def _ingat(langkah: Putaran, setelah: str) -> None:
    if not langkah.lanjut:
        return
    isi: dict[str, Any] = {"setelah": setelah}
    if not setelah:
        kini, mulai = timezone.now(), PutaranKeutuhan.objects.get(pk=langkah.gudang).mulai_pada
        isi |= {"tuntas_pada": kini, "lama": kini - mulai if mulai else None}
    PutaranKeutuhan.objects.filter(pk=langkah.gudang).update(**isi)


def _baru(toko: BlobStore, sidik: str) -> bool:
    """Its row may be on its way."""
    try:
        return toko.age(sidik) < BARU.total_seconds()
    except BlobMissing:
        return True  # swept meanwhile


def _catat(toko: BlobStore, sidik: str, keadaan: State, kedua: BlobStore | None) -> Temuan:
    pulih = keadaan is not State.EXTRA and kedua is not None and _pulihkan(toko, sidik, kedua)
    with transaction.atomic():
        aksi = f"keutuhan.{keadaan.value.replace(' ', '_')}"
        catat(aksi, by=None, objek=f"blob:{sidik}", pulih=pulih)
    return Temuan(sidik, keadaan.value, pulih)


def _pulihkan(toko: BlobStore, sidik: str, kedua: BlobStore) -> bool:
    try:
        return repair(toko, sidik, kedua)
    except StorageError:  # the second store is away or full: the finding stands, the next run tries again
        return False
