"""The search index and its one writer (Law 5): the outbox is drained, the whole can be built anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import timedelta
from functools import cache

from django.conf import settings

from docservice.antrean.errors import CobaLagi
from docservice.antrean.pekerjaan import Klaim
from docservice.dokumen.entri import entri_dari, revisi_dari
from docservice.dokumen.models import Dokumen, PesanIndeks
from search import Entry, IndexBusy, SearchIndex, open_index

BATCH = 500
SUNYI = timedelta(seconds=60)
"""The outbox is drained within seconds; older messages mean that its writer is away."""
Lapor = Callable[[int, int], None]


@cache
def indeks() -> SearchIndex:
    """The configured engine: Tantivy, embedded, or the Elasticsearch of a cluster."""
    return open_index(settings.SEARCH_URL)


def tulis_indeks(subjek: str, klaim: Klaim) -> None:
    """Drain the outbox: messages are removed only after the index has committed."""
    while pesan := dict(PesanIndeks.objects.order_by("pk").values_list("pk", "dokumen")[:BATCH]):
        tulis(set(pesan.values()))
        PesanIndeks.objects.filter(pk__in=pesan).delete()


def tulis(nomor: Collection[int]) -> None:
    """Write these documents as they are now; what is gone or not clean leaves the index."""
    baru = list(entri_dari(nomor))
    hapus = {str(n) for n in nomor} - {e.id for e in baru}
    try:
        indeks().write(baru, hapus)
    except IndexBusy:
        raise CobaLagi("indeks sedang ditulis") from None


def bangun_ulang(lapor: Lapor = lambda sudah, semua: None, *, lanjutkan: bool = False) -> int:
    """Write the index anew from the rows; people search the old one until it is done. How many documents it holds.

    With *lanjutkan* an interrupted run is taken up where it was. What changes meanwhile is put right by
    :func:`docservice.dokumen.rekonsiliasi.rekonsiliasi`.
    """
    try:
        sudah = indeks().unfinished() if lanjutkan else {}
        return indeks().rebuild(_belum(sudah, lapor), resume=bool(sudah))
    except IndexBusy:
        raise CobaLagi("indeks sedang ditulis") from None


def kelompok() -> Iterator[tuple[list[int], int]]:
    """Every clean document's number in batches, with how many there are up to and with the batch."""
    nomor = list(Dokumen.objects.filter(bersih=True).order_by("pk").values_list("pk", flat=True))
    for awal in range(0, len(nomor), BATCH):
        yield nomor[awal : awal + BATCH], len(nomor)


def _belum(sudah: dict[str, str], lapor: Lapor) -> Iterator[Entry]:
    """Entries that *sudah* does not hold as they are now."""
    jumlah = 0
    for nomor, semua in kelompok():
        kini = revisi_dari(nomor) if sudah else {}
        yield from entri_dari([n for n in nomor if str(n) not in kini or kini[str(n)] != sudah.get(str(n))])
        jumlah += len(nomor)
        lapor(jumlah, semua)
