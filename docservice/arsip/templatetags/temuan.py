"""Template words of the search page for what stands on it twenty to seventy times: the template engine's own loops and
conditions over them would be a third of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from docservice.arsip.pencarian import Pilihan, Temuan
from docservice.umum.templatetags.rupa import chip, ikon, ribuan
from docservice.umum.waktu import tanggal_panjang

register = template.Library()
TEMPAT = 9_876_543_210
"""A number that stands in no address of its own accord."""


@register.simple_tag
def kena(satu: Temuan, mini: Mapping[int, int], lihat: str) -> SafeString:
    """One hit; *lihat* is the question as the document's page understands it."""
    dokumen, di = satu.dokumen, f"&hal={satu.halaman}" if satu.halaman else ""
    return format_html(
        '<li><a class="baris kena" href="{}?{}">{}<span class="isi"><b>{}, {}</b>'
        "<span>{}{}{}</span>{}{}</span>{}</a></li>",
        *(_alamat("dokumen:dokumen", dokumen.pk), f"{lihat}{di}", _gambar(dokumen.pk, mini.get(dokumen.pk))),
        *(dokumen.judul, dokumen.pegawai.nama_lengkap),
        format_html('<span class="nomor">{}</span> · ', dokumen.nomor) if dokumen.nomor else "",
        f"{tanggal_panjang(dokumen.tanggal)} · " if dokumen.tanggal else "",
        *(dokumen.pegawai.unit, _cuplikan(satu.cuplikan), _tempat(satu), chip(dokumen.status)),
    )


@cache
def _pola(nama: str, banyak: int) -> str:
    return reverse(nama, args=[TEMPAT] * banyak).replace(str(TEMPAT), "{}")


def _alamat(nama: str, *angka: int) -> str:
    """An address with numbers in it, taken apart once and not forty times a page."""
    return _pola(nama, len(angka)).format(*angka)


def _gambar(pk: int, versi: int | None) -> SafeString:
    """The small picture of the first page, or an icon in its place."""
    if not versi:
        return format_html('<span class="mini mini-kosong">{}</span>', ikon("berkas"))
    alamat = _alamat("arsip:mini", pk, versi)
    return format_html('<img class="mini" src="{}" alt="" width="48" height="64" loading="lazy">', alamat)


def _cuplikan(potongan: Iterable[tuple[str, bool]]) -> SafeString:
    """A snippet's pieces, those asked for as ``<mark>``."""
    isi = "".join(f"<mark>{escape(teks)}</mark>" if tanda else escape(teks) for teks, tanda in potongan)
    return SafeString(isi and f'<span class="kecil blok-rapat cuplikan">{isi}</span>')


def _tempat(satu: Temuan) -> SafeString:
    """Where it stands, and on how many other pages."""
    if not satu.halaman:
        return SafeString("")
    lain = f" · +{satu.halaman_lain} halaman lain" if satu.halaman_lain else ""
    return format_html('<span class="kecil warna-utama">Buka di halaman {}{}</span>', satu.halaman, lain)


@register.simple_tag
def pilihan_saring(nama: str, pilihan: Iterable[Pilihan]) -> SafeString:
    """The choices of a facet with their counts."""
    return SafeString("".join(_centang(nama, nomor, satu) for nomor, satu in enumerate(pilihan, 1)))


def _centang(nama: str, nomor: int, satu: Pilihan) -> SafeString:
    """*nomor* keeps ids apart."""
    return format_html(
        '<label class="centang"><input type="checkbox" id="s-{}-{}" name="{}" value="{}"{}>'
        '<span>{}</span><span class="angka">{}</span></label>',
        *(nama, nomor, nama, satu.nilai, SafeString(" checked" if satu.dipilih else "")),
        *(satu.label, ribuan(satu.jumlah)),
    )
