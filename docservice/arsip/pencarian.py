"""Searching the archive: access inside the query, the row checked again before anything is shown (Law 5)."""

from __future__ import annotations

from dataclasses import dataclass, field

from docservice.akun.models import Pengguna
from docservice.dokumen.akses import token_pengguna
from docservice.dokumen.indeks import indeks
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import Kelas, StatusDokumen
from docservice.umum.errors import IsianSalah
from search import Query, QueryTooLong

LABEL_SARINGAN = {
    "jenis": "Jenis",
    "unit": "Unit kerja",
    "tahun": "Tahun",
    "golongan": "Golongan",
    "status": "Status",
    "kelas": "Kerahasiaan",
}


@dataclass(frozen=True)
class Temuan:
    """One hit: the row, and the piece of text around the words as (text, marked) parts."""

    dokumen: Dokumen
    cuplikan: list[tuple[str, bool]]


@dataclass(frozen=True)
class Pilihan:
    """One choice of a facet."""

    nilai: str
    label: str
    jumlah: int
    dipilih: bool


@dataclass(frozen=True)
class HasilCari:
    jumlah: int
    temuan: list[Temuan]
    saringan: dict[str, list[Pilihan]]
    catatan: list[str] = field(default_factory=list)


def cari(
    pengguna: Pengguna,
    teks: str,
    saring: dict[str, list[str]] | None = None,
    *,
    offset: int = 0,
    limit: int = 20,
    persis: bool = False,
) -> HasilCari:
    """Documents that match *teks* among those *pengguna* may see; counts and facets of the same set.

    Raises :class:`IsianSalah` for a query over 200 letters.
    """
    saring = {nama: nilai for nama, nilai in (saring or {}).items() if nama in LABEL_SARINGAN and nilai}
    tanya = Query(text=teks, akses=token_pengguna(pengguna), filters=saring, exact=persis, offset=offset, limit=limit)
    try:
        hasil = indeks().search(tanya)
    except QueryTooLong:
        raise IsianSalah(
            "Pencarian terlalu panjang. Pakai paling banyak 200 huruf.", isian={"q": "Terlalu panjang."}
        ) from None
    baris = _baris(pengguna, [int(kena.id) for kena in hasil.hits])
    temuan = [Temuan(baris[int(k.id)], list(k.snippet)) for k in hasil.hits if int(k.id) in baris]
    return HasilCari(hasil.total, temuan, _saringan(hasil.facets, saring), list(hasil.notes))


def _baris(pengguna: Pengguna, pk: list[int]) -> dict[int, Dokumen]:
    """The rows behind the hits, through the rule of access once more."""
    terlihat = Dokumen.objects.visible_to(pengguna).filter(pk__in=pk)
    return {d.pk: d for d in terlihat.select_related("pegawai__unit", "jenis")}


def _saringan(facet: dict[str, list[tuple[str, int]]], dipilih: dict[str, list[str]]) -> dict[str, list[Pilihan]]:
    label = _label()
    return {
        nama: [
            Pilihan(nilai, label.get((nama, nilai), nilai), jumlah, nilai in dipilih.get(nama, []))
            for nilai, jumlah in facet.get(nama, [])
            if nilai
        ]
        for nama in LABEL_SARINGAN
    }


def _label() -> dict[tuple[str, str], str]:
    """Words for the coded values."""
    label = {("jenis", kode): nama for kode, nama in JenisDokumen.objects.values_list("kode", "nama")}
    label |= {("status", nilai): nama for nilai, nama in StatusDokumen.choices}
    return label | {("kelas", nilai): nama for nilai, nama in Kelas.choices}
