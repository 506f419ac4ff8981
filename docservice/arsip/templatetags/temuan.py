"""Template words of the search page for what stands on it twenty to seventy times: the template engine's own loops and
conditions over them would be a third of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from html import escape

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from docservice.arsip.pencarian import Pilihan, Ringkas, Temuan
from docservice.umum.templatetags.rupa import chip, ikon, ribuan
from docservice.umum.waktu import tanggal_panjang

register = template.Library()
TEMPAT = 9_876_543_210
"""A number that stands in no address of its own accord."""


@register.simple_tag
def kena(satu: Temuan[Ringkas], mini: Mapping[int, int], lihat: str) -> SafeString:
    """One hit; *lihat* is the question as the document's page understands it. Every text in it is escaped here."""
    dokumen, di = satu.dokumen, f"&amp;hal={satu.halaman}" if satu.halaman else ""
    nomor = f'<span class="nomor">{escape(dokumen.nomor)}</span> · ' if dokumen.nomor else ""
    tanggal = f"{tanggal_panjang(dokumen.tanggal)} · " if dokumen.tanggal else ""
    return SafeString(
        f'<li><a class="baris kena" href="{_alamat("dokumen:dokumen", dokumen.pk)}?{escape(lihat)}{di}">'
        f"{_gambar(dokumen.pk, mini.get(dokumen.pk))}"
        f'<span class="isi"><b>{escape(dokumen.judul)}, {escape(dokumen.nama_lengkap)}</b>'
        f"<span>{nomor}{tanggal}{escape(dokumen.unit)}</span>{_cuplikan(satu.cuplikan)}{_tempat(satu)}</span>"
        f"{chip(dokumen.status)}</a></li>"
    )


@cache
def _pola(nama: str, banyak: int) -> str:
    return reverse(nama, args=[TEMPAT] * banyak).replace(str(TEMPAT), "{}")


def _alamat(nama: str, *angka: int) -> str:
    """An address with numbers in it, taken apart once and not forty times a page."""
    return _pola(nama, len(angka)).format(*angka)


def _gambar(pk: int, versi: int | None) -> str:
    """The small picture of the first page, or an icon in its place."""
    if not versi:
        return f'<span class="mini mini-kosong">{ikon("berkas")}</span>'
    return f'<img class="mini" src="{_alamat("arsip:mini", pk, versi)}" alt="" width="48" height="64" loading="lazy">'


def _cuplikan(potongan: Iterable[tuple[str, bool]]) -> str:
    """A snippet's pieces, those asked for as ``<mark>``."""
    isi = "".join(f"<mark>{escape(teks)}</mark>" if tanda else escape(teks) for teks, tanda in potongan)
    return isi and f'<span class="kecil blok-rapat cuplikan">{isi}</span>'


def _tempat(satu: Temuan[Ringkas]) -> str:
    """Where it stands, and on how many other pages."""
    if not satu.halaman:
        return ""
    lain = f" · +{satu.halaman_lain} halaman lain" if satu.halaman_lain else ""
    return f'<span class="kecil warna-utama">Buka di halaman {satu.halaman}{lain}</span>'


@register.simple_tag
def pilihan_saring(nama: str, pilihan: Iterable[Pilihan]) -> SafeString:
    """The choices of a facet with their counts."""
    return SafeString("".join(_centang(nama, nomor, satu) for nomor, satu in enumerate(pilihan, 1)))


def _centang(nama: str, nomor: int, satu: Pilihan) -> str:
    """*nomor* keeps ids apart."""
    nilai, pakai = escape(satu.nilai), " checked" if satu.dipilih else ""
    return (
        f'<label class="centang"><input type="checkbox" id="s-{nama}-{nomor}" name="{nama}" value="{nilai}"{pakai}>'
        f'<span>{escape(satu.label)}</span><span class="angka">{ribuan(satu.jumlah)}</span></label>'
    )
