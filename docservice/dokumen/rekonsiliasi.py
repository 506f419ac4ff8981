"""The index compared with the rows, and every difference mended: nightly, and as soon as it is plainly wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from docservice.antrean.errors import CobaLagi
from docservice.antrean.pekerjaan import Klaim
from docservice.dokumen.entri import revisi_dari
from docservice.dokumen.indeks import BATCH, bangun_ulang, indeks, kelompok, tulis
from docservice.dokumen.models import Dokumen, PesanIndeks
from search import IndexBroken, IndexBusy

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Selisih:
    """``basi``: documents that the index lacks or holds as they were; ``lebih``: what it holds of none."""

    jumlah: int
    basi: list[int]
    lebih: list[int]


def bandingkan(lapor: Callable[[int, int], None] = lambda sudah, semua: None) -> Selisih:
    """Raises what the index raises. Documents whose change is still in the outbox may be among the stale ones."""
    ada = indeks().ids()
    jumlah, basi = 0, []
    for nomor, semua in kelompok():
        for id_, revisi in revisi_dari(nomor).items():
            jumlah += 1
            if ada.pop(id_, None) != revisi:
                basi.append(int(id_))
        lapor(jumlah, semua)
    return Selisih(jumlah, basi, [int(id_) for id_ in ada])


def rekonsiliasi(lapor: Callable[[int, int], None] = lambda sudah, semua: None) -> Selisih:
    """Find every difference and mend it; an index that cannot be read is built anew.

    Raises :class:`CobaLagi` while the index cannot be written. What it wrote stays, so the next run has less to do.
    """
    try:
        beda = bandingkan(lapor)
    except IndexBusy:
        raise CobaLagi("indeks belum menjawab") from None
    except IndexBroken:
        return Selisih(bangun_ulang(lapor), [], [])
    if len(beda.basi) > max(BATCH, beda.jumlah // 2):  # a new schema, or a lost index: beside it is quicker
        bangun_ulang(lapor, lanjutkan=True)
        return beda
    salah = [*beda.basi, *beda.lebih]
    for awal in range(0, len(salah), BATCH):
        tulis(salah[awal : awal + BATCH])
    return beda


def rekonsiliasi_malam(subjek: str, klaim: Klaim) -> None:
    beda = rekonsiliasi()
    if beda.basi or beda.lebih:
        log.warning(
            "Search index: %d stale, %d superfluous of %d, mended", len(beda.basi), len(beda.lebih), beda.jumlah
        )


def jaga_indeks(subjek: str, klaim: Klaim) -> None:
    """Every few minutes: a lost, damaged or plainly short index does not wait for the night."""
    if PesanIndeks.objects.exists():
        return  # its writer is at work, and the counts differ for that reason
    try:
        utuh = indeks().count() == Dokumen.objects.filter(bersih=True).count()
    except IndexBroken:
        utuh = False
    except IndexBusy:
        raise CobaLagi("indeks belum menjawab") from None
    if not utuh:
        rekonsiliasi_malam(subjek, klaim)
