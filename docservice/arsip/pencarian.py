"""Searching the archive: access inside the query, the row checked again before anything is shown (Law 5)."""

from __future__ import annotations

from dataclasses import dataclass, field

from docservice.akun.models import Pengguna
from docservice.arsip.darurat import TERTINGGAL, cari_di_basis_data, hilang, tertinggal
from docservice.arsip.tanya import LABEL_SARINGAN, Tanya
from docservice.dokumen.akses import token_pengguna
from docservice.dokumen.indeks import indeks
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import Kelas, StatusDokumen
from docservice.umum.errors import IsianSalah
from search import IndexBroken, IndexBusy, Query, QueryTooLong, Results

BERUBAH = "{} dokumen baru saja berubah dan tidak ditampilkan."


@dataclass(frozen=True)
class Temuan:
    """One hit: the row, the piece of text around the words as (text, marked) parts, and where it stands.

    ``halaman`` is None when the words are not on a page; ``halaman_lain`` counts further pages with them.
    """

    dokumen: Dokumen
    cuplikan: list[tuple[str, bool]]
    halaman: int | None = None
    halaman_lain: int = 0


@dataclass(frozen=True)
class Pilihan:
    """One choice of a facet."""

    nilai: str
    label: str
    jumlah: int
    dipilih: bool


@dataclass(frozen=True)
class HasilCari:
    """``darurat``: the index is away, and this is what the database knows without it."""

    jumlah: int
    temuan: list[Temuan]
    saringan: dict[str, list[Pilihan]]
    catatan: list[str] = field(default_factory=list)
    dicari_juga: list[str] = field(default_factory=list)
    mungkin: str = ""
    darurat: bool = False


def cari(
    pengguna: Pengguna,
    teks: str,
    saring: dict[str, list[str]] | None = None,
    *,
    offset: int = 0,
    limit: int = 20,
    persis: bool = False,
    urut: str = "sesuai",
) -> HasilCari:
    """Documents that match *teks* among those *pengguna* may see; counts and facets of the same set.

    Raises :class:`IsianSalah` for a query over 200 letters.
    """
    return jawab(pengguna, Tanya(teks, saring or {}, urut, persis), offset=offset, limit=limit)


def jawab(pengguna: Pengguna, tanya: Tanya, *, offset: int = 0, limit: int = 20) -> HasilCari:
    """As :func:`cari`, of a question already put together."""
    saring = {nama: nilai for nama, nilai in tanya.saring.items() if nama in LABEL_SARINGAN and nilai}
    akses = token_pengguna(pengguna)
    query = Query(tanya.q, akses, saring, exact=tanya.persis, offset=offset, limit=limit, order=tanya.urut)
    try:
        hasil = indeks().search(query)
    except QueryTooLong:
        pesan = "Pencarian terlalu panjang. Pakai paling banyak 200 huruf."
        raise IsianSalah(pesan, isian={"q": "Terlalu panjang."}) from None
    except (IndexBusy, IndexBroken):
        return _darurat(pengguna, tanya, offset, limit)
    if not hasil.total and hilang():
        return _darurat(pengguna, tanya, offset, limit)
    return _hasil(pengguna, hasil, saring)


def _hasil(pengguna: Pengguna, hasil: Results, saring: dict[str, list[str]]) -> HasilCari:
    baris = _baris(pengguna, [int(kena.id) for kena in hasil.hits])
    temuan = [Temuan(baris[int(k.id)], list(k.snippet), k.page, k.more) for k in hasil.hits if int(k.id) in baris]
    catatan = list(hasil.notes)
    if selisih := len(hasil.hits) - len(temuan):
        catatan.append(BERUBAH.format(selisih))
    if tertinggal():
        catatan.append(TERTINGGAL)
    return HasilCari(hasil.total, temuan, _saringan(hasil.facets, saring), catatan, list(hasil.also), hasil.instead)


def _darurat(pengguna: Pengguna, tanya: Tanya, offset: int, limit: int) -> HasilCari:
    """Without the index: what the rows themselves say."""
    jumlah, dokumen, catatan = cari_di_basis_data(pengguna, tanya, offset=offset, limit=limit)
    temuan = [Temuan(satu, []) for satu in dokumen]
    return HasilCari(jumlah, temuan, _saringan({}, dict(tanya.saring)), [catatan], darurat=True)


def _baris(pengguna: Pengguna, pk: list[int]) -> dict[int, Dokumen]:
    """The rows behind the hits, through the rule of access once more."""
    terlihat = Dokumen.objects.visible_to(pengguna).filter(pk__in=pk)
    return {d.pk: d for d in terlihat.select_related("pegawai__unit").order_by()}


def _saringan(facet: dict[str, list[tuple[str, int]]], dipilih: dict[str, list[str]]) -> dict[str, list[Pilihan]]:
    """Choices with their counts, those in use first: they stay to be taken back, were their count 0."""
    label = label_nilai()
    hasil = {}
    for nama in LABEL_SARINGAN:
        pakai = dipilih.get(nama, [])
        jumlah = {nilai: n for nilai, n in facet.get(nama, []) if nilai}
        semua = {nilai: jumlah.get(nilai, 0) for nilai in pakai} | jumlah
        hasil[nama] = [Pilihan(nilai, label.get((nama, nilai), nilai), n, nilai in pakai) for nilai, n in semua.items()]
    return hasil


def label_nilai() -> dict[tuple[str, str], str]:
    """Words for the coded values."""
    label = {("jenis", kode): nama for kode, nama in JenisDokumen.objects.values_list("kode", "nama")}
    label |= {("status", nilai): nama for nilai, nama in StatusDokumen.choices}
    return label | {("kelas", nilai): nama for nilai, nama in Kelas.choices}
