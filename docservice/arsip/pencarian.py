"""Searching the archive: access inside the query, the row checked again before anything is shown (Law 5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from django.core.cache import caches

from docservice.akun.models import Pengguna
from docservice.arsip.darurat import TERTINGGAL, cari_di_basis_data, hilang, tertinggal
from docservice.arsip.tanya import LABEL_SARINGAN, Tanya
from docservice.dokumen.akses import token_pengguna
from docservice.dokumen.indeks import indeks
from docservice.dokumen.models import Dokumen, DokumenQuerySet, JenisDokumen
from docservice.dokumen.status import Kelas, StatusDokumen
from docservice.pegawai.models import nama_bergelar
from docservice.umum.errors import IsianSalah
from search import MAX_LETTERS, IndexBroken, IndexBusy, Query, Results

BERUBAH = "{} dokumen baru saja berubah dan tidak ditampilkan."
MASA_KATA = 20
"""Seconds that the new name of a kind of document may be missing beside the choices."""


KOLOM = (
    *("pk", "judul", "nomor", "tanggal", "status", "pegawai__unit__nama"),
    *("pegawai__gelar_depan", "pegawai__nama", "pegawai__gelar_belakang"),
)


class Ringkas(NamedTuple):
    """What the page shows of a document, :data:`KOLOM`: whole rows of three tables would be a tenth of its work."""

    pk: int
    judul: str
    nomor: str
    tanggal: date | None
    status: str
    unit: str
    gelar_depan: str
    nama: str
    gelar_belakang: str

    @property
    def nama_lengkap(self) -> str:
        return nama_bergelar(self.gelar_depan, self.nama, self.gelar_belakang)


D = TypeVar("D", Dokumen, Ringkas)
Baca = Callable[[DokumenQuerySet], list[D]]


@dataclass(frozen=True)
class Temuan(Generic[D]):
    """One hit: the row, the piece of text around the words as (text, marked) parts, and where it stands.

    ``halaman`` is None when the words are not on a page; ``halaman_lain`` counts further pages with them.
    """

    dokumen: D
    cuplikan: list[tuple[str, bool]]
    halaman: int | None = None
    halaman_lain: int = 0


class Pilihan(NamedTuple):
    """One choice of a facet."""

    nilai: str
    label: str
    jumlah: int
    dipilih: bool


@dataclass(frozen=True)
class HasilCari(Generic[D]):
    """``darurat``: the index is away, and this is what the database knows without it."""

    jumlah: int
    temuan: list[Temuan[D]]
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
) -> HasilCari[Dokumen]:
    """Documents that match *teks* among those *pengguna* may see; counts and facets of the same set.

    Raises :class:`IsianSalah` for a query over 200 letters.
    """
    return jawab(pengguna, Tanya(teks, saring or {}, urut, persis), offset=offset, limit=limit)


def jawab(pengguna: Pengguna, tanya: Tanya, *, offset: int = 0, limit: int = 20) -> HasilCari[Dokumen]:
    """As :func:`cari`, of a question already put together."""
    return _jawab(pengguna, tanya, offset, limit, _utuh)


def jawab_ringkas(pengguna: Pengguna, tanya: Tanya, *, offset: int = 0, limit: int = 20) -> HasilCari[Ringkas]:
    """As :func:`jawab`, with as much of each document as the page shows."""
    return _jawab(pengguna, tanya, offset, limit, _ringkas)


def _jawab(pengguna: Pengguna, tanya: Tanya, offset: int, limit: int, baca: Baca[D]) -> HasilCari[D]:
    if len(tanya.q) > MAX_LETTERS:  # the engine's own limit, which holds while it is away too
        pesan = f"Pencarian terlalu panjang. Pakai paling banyak {MAX_LETTERS} huruf."
        raise IsianSalah(pesan, isian={"q": "Terlalu panjang."})
    saring = {nama: nilai for nama, nilai in tanya.saring.items() if nama in LABEL_SARINGAN and nilai}
    akses = token_pengguna(pengguna)
    query = Query(tanya.q, akses, saring, exact=tanya.persis, offset=offset, limit=limit, order=tanya.urut)
    try:
        hasil = indeks().search(query)
    except (IndexBusy, IndexBroken):
        return _darurat(pengguna, tanya, offset, limit, baca)
    if not hasil.total and hilang():
        return _darurat(pengguna, tanya, offset, limit, baca)
    return _hasil(pengguna, hasil, saring, baca)


def _hasil(pengguna: Pengguna, hasil: Results, saring: dict[str, list[str]], baca: Baca[D]) -> HasilCari[D]:
    """The rows behind the hits are read through the rule of access once more."""
    terlihat = Dokumen.objects.visible_to(pengguna).filter(pk__in=[int(kena.id) for kena in hasil.hits])
    baris = {str(satu.pk): satu for satu in baca(terlihat.order_by())}
    temuan = [Temuan(baris[k.id], list(k.snippet), k.page, k.more) for k in hasil.hits if k.id in baris]
    catatan = list(hasil.notes)
    if selisih := len(hasil.hits) - len(temuan):
        catatan.append(BERUBAH.format(selisih))
    if tertinggal():
        catatan.append(TERTINGGAL)
    return HasilCari(hasil.total, temuan, _saringan(hasil.facets, saring), catatan, list(hasil.also), hasil.instead)


def _darurat(pengguna: Pengguna, tanya: Tanya, offset: int, limit: int, baca: Baca[D]) -> HasilCari[D]:
    """Without the index: what the rows themselves say."""
    jumlah, dokumen, catatan = cari_di_basis_data(pengguna, tanya, offset=offset, limit=limit)
    temuan = [Temuan(satu, []) for satu in baca(dokumen)]
    return HasilCari(jumlah, temuan, _saringan({}, dict(tanya.saring)), [catatan], darurat=True)


def _ringkas(dokumen: DokumenQuerySet) -> list[Ringkas]:
    return [Ringkas._make(baris) for baris in dokumen.values_list(*KOLOM)]


def _utuh(dokumen: DokumenQuerySet) -> list[Dokumen]:
    return list(dokumen.select_related("pegawai__unit"))


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
    label: dict[tuple[str, str], str] | None = caches["proses"].get("arsip.label")
    if label is None:
        label = {("jenis", kode): nama for kode, nama in JenisDokumen.objects.values_list("kode", "nama")}
        label |= {("status", nilai): nama for nilai, nama in StatusDokumen.choices}
        label |= {("kelas", nilai): nama for nilai, nama in Kelas.choices}
        caches["proses"].set("arsip.label", label, MASA_KATA)
    return label
