"""What is written to the search index, and its one writer (Law 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from django.conf import settings

from docservice.antrean.errors import CobaLagi
from docservice.antrean.pekerjaan import Klaim
from docservice.dokumen.akses import token_dokumen
from docservice.dokumen.models import Dokumen, PesanIndeks
from search import PAGE_BREAK, Entry, IndexBusy, SearchIndex, open_index

BATCH = 500
golongan_dari: list[Callable[[Dokumen], str]] = []
"""Filled by the riwayat room: the golongan a document is about, for the facet."""


@cache
def indeks() -> SearchIndex:
    """The configured engine: Tantivy, embedded, or the Elasticsearch of a cluster."""
    return open_index(settings.SEARCH_URL)


def entri(dokumen: Dokumen) -> Entry:
    """One document as the index knows it."""
    versi = dokumen.versi_terbuka
    teks = PAGE_BREAK.join(h.teks.replace(PAGE_BREAK, " ") for h in versi.halaman.all()) if versi else ""
    nomor = [dokumen.nomor, *([i.nilai for i in versi.isian.filter(nama="nomor")] if versi else [])]
    tanggal = dokumen.tanggal or dokumen.dibuat_pada.date()
    return Entry(
        id=str(dokumen.pk),
        revision=dokumen.diubah_pada.isoformat(),
        title=f"{dokumen.judul} {dokumen.jenis.nama}",
        text=teks,
        numbers=[n for n in nomor if n],
        nip=dokumen.pegawai.nip,
        nama=dokumen.pegawai.nama_lengkap,
        akses=token_dokumen(dokumen),
        facets={
            "jenis": dokumen.jenis_id,
            "unit": dokumen.pegawai.unit.nama,
            "tahun": str(tanggal.year),
            "golongan": next((g for f in golongan_dari if (g := f(dokumen))), ""),
            "status": dokumen.status,
            "kelas": dokumen.kelas,
        },
        date=tanggal.isoformat(),
    )


def tulis_indeks(subjek: str, klaim: Klaim) -> None:
    """Drain the outbox: messages are removed only after the index has committed."""
    while pesan := dict(PesanIndeks.objects.order_by("pk").values_list("pk", "dokumen")[:BATCH]):
        _tulis(pesan.values())
        PesanIndeks.objects.filter(pk__in=pesan).delete()


def _tulis(nomor: Iterable[int]) -> None:
    nomor = set(nomor)
    entri_baru = list(_entri_dari(nomor))
    hapus = {str(n) for n in nomor} - {e.id for e in entri_baru}
    try:
        indeks().write(entri_baru, hapus)
    except IndexBusy:
        raise CobaLagi("indeks sedang ditulis") from None


def bangun_ulang(lapor: Callable[[int], None] = lambda _: None) -> int:
    """Write the index anew from the rows; people search the old one until it is done. How many documents it holds."""

    def semua() -> Iterator[Entry]:
        nomor = list(Dokumen.objects.filter(bersih=True).values_list("pk", flat=True))
        for awal in range(0, len(nomor), BATCH):
            yield from _entri_dari(nomor[awal : awal + BATCH])
            lapor(min(awal + BATCH, len(nomor)))

    try:
        return indeks().rebuild(semua())
    except IndexBusy:
        raise CobaLagi("indeks sedang ditulis") from None


def _entri_dari(nomor: Iterable[int]) -> Iterator[Entry]:
    dapat = Dokumen.objects.filter(pk__in=nomor, bersih=True).select_related("pegawai__unit", "jenis")
    return (entri(dokumen) for dokumen in dapat)
