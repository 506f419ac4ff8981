"""What the search index knows of a document, and by what one sees that it knows it no longer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from docservice.dokumen.akses import token_dokumen
from docservice.dokumen.models import Dokumen, Halaman, Isian, VersiDokumen
from docservice.dokumen.status import BACAAN_TERBUKA
from search import PAGE_BREAK, Entry

golongan_dari: list[Callable[[Collection[int]], Mapping[int, str]]] = []
"""Filled by the riwayat room: of documents the golongan each is about, for the facet."""


def entri_dari(nomor: Collection[int]) -> Iterator[Entry]:
    """Entries of those that may be found (clean ones), with text."""
    kerangka, versi = _kerangka(nomor)
    teks, bacaan = _teks(versi.values()), _nomor_terbaca(versi.values())
    for pk, satu in kerangka.items():
        v = versi.get(pk, 0)
        yield replace(satu, text=teks.get(v, ""), numbers=[*satu.numbers, *bacaan.get(v, ())])


def revisi_dari(nomor: Collection[int]) -> dict[str, str]:
    """Ids and revisions as an index that is up to date has them; without reading any text."""
    return {satu.id: satu.revision for satu in _kerangka(nomor)[0].values()}


def _kerangka(nomor: Collection[int]) -> tuple[dict[int, Entry], dict[int, int]]:
    """Entries without text, and the version whose text belongs to each.

    The revision is made of all that is in the entry and of that version: whatever changes (a person's unit or
    name, a class, a new version), an entry written before is known to be old.
    """
    # Kinds, people and units are few beside the papers: read once for all of them, not once for each.
    dapat = Dokumen.objects.filter(pk__in=nomor, bersih=True).prefetch_related("pegawai__unit", "jenis")
    baris = {satu.pk: satu for satu in dapat}
    terbuka = VersiDokumen.objects.filter(dokumen__in=baris, status__in=BACAAN_TERBUKA).order_by("nomor")
    versi = {d: (pk, status) for d, pk, status in terbuka.values_list("dokumen", "pk", "status")}
    golongan: dict[int, str] = {}
    for satu in golongan_dari:
        golongan |= satu(list(baris))
    kerangka = {}
    for pk, dokumen in baris.items():
        kosong = _entri(dokumen, golongan.get(pk, ""))
        sidik = hashlib.sha256(f"{kosong!r}{versi.get(pk)}".encode()).hexdigest()[:20]
        kerangka[pk] = replace(kosong, revision=sidik)
    return kerangka, {d: pk for d, (pk, _) in versi.items()}


def _entri(dokumen: Dokumen, golongan: str) -> Entry:
    tanggal = dokumen.tanggal or dokumen.dibuat_pada.date()
    return Entry(
        id=str(dokumen.pk),
        revision="",
        title=f"{dokumen.judul} {dokumen.jenis.nama}",
        text="",
        numbers=[dokumen.nomor] if dokumen.nomor else [],
        nip=dokumen.pegawai.nip,
        nama=dokumen.pegawai.nama_lengkap,
        akses=token_dokumen(dokumen),
        facets={
            "jenis": dokumen.jenis_id,
            "unit": dokumen.pegawai.unit.nama,
            "tahun": str(tanggal.year),
            "golongan": golongan,
            "status": dokumen.status,
            "kelas": dokumen.kelas,
        },
        date=tanggal.isoformat(),
    )


def _teks(versi: Collection[int]) -> dict[int, str]:
    """Pages in order, so that a hit can name its own."""
    halaman: dict[int, list[str]] = {}
    for pk, teks in Halaman.objects.filter(versi__in=versi).order_by("nomor").values_list("versi", "teks"):
        halaman.setdefault(pk, []).append(teks.replace(PAGE_BREAK, " "))
    return {pk: PAGE_BREAK.join(isi) for pk, isi in halaman.items()}


def _nomor_terbaca(versi: Collection[int]) -> dict[int, list[str]]:
    nomor: dict[int, list[str]] = {}
    for pk, nilai in Isian.objects.filter(versi__in=versi, nama="nomor").values_list("versi", "nilai"):
        nomor.setdefault(pk, []).append(nilai)
    return nomor
