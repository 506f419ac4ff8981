"""Template words of the design system: icons, chips, dates, numbers, form fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BoundField
from django.template import Context
from django.template.base import Node, Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as alamat_django
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from docservice.umum.kalimat import dalam_kalimat
from docservice.umum.navigasi import Tampil, bagi
from docservice.umum.rupa import rupa
from docservice.umum.waktu import bulan_tahun, hari_tanggal, jam, rentang_jam, sisa_hari, tanggal_jam, tanggal_panjang

register = template.Library()
register.filter("tanggal", lambda hari: tanggal_panjang(hari) if hari else "belum diisi")
register.filter("bulan", bulan_tahun)
register.filter("hari_tanggal", hari_tanggal)
register.filter("jam", jam)
register.filter("tanggal_jam", tanggal_jam)
register.filter("rentang_jam", rentang_jam)
register.filter("menunggu_sejak", sisa_hari)


class AlamatTetap(Node):
    """An address without arguments: the same on every page, so it is looked up once and not thirty times a page."""

    def __init__(self, asal: URLNode) -> None:
        self._asal, self._alamat = asal, ""

    def render(self, context: Context) -> str:
        self._alamat = self._alamat or str(self._asal.render(context))
        return self._alamat


@register.tag("url")
def url(parser: Parser, token: Token) -> Node:
    """Django's own; where nothing of it can change, remembered."""
    asal: URLNode = alamat_django(parser, token)
    berubah = asal.args or asal.kwargs or asal.asvar or not isinstance(asal.view_name.var, str)
    return asal if berubah else AlamatTetap(asal)


@register.simple_tag
@lru_cache(maxsize=512, typed=True)  # a page of hits has seventy of some twenty kinds
def ikon(nama: str, kelas: str = "") -> SafeString:
    """An icon of the sprite; decoration only, the word stands beside it."""
    lembar = static("umum/ikon.svg")
    return format_html('<svg class="ikon {}" aria-hidden="true"><use href="{}#{}"></use></svg>', kelas, lembar, nama)


@register.filter
def depan(butir: Sequence[Tampil], muat: int) -> Sequence[Tampil]:
    """The entries of a navigation bar with *muat* places that are seen at once."""
    return bagi(butir, muat)[0]


@register.inclusion_tag("bagian/nav_lain.html")
def nav_lain(butir: Sequence[Tampil], muat: int) -> dict[str, Any]:
    """The others, behind *Lainnya*; nothing when all fit."""
    lain = bagi(butir, muat)[1]
    return {"lain": lain, "jumlah": sum(satu.jumlah for satu in lain), "kini": any(satu.kini for satu in lain)}


@register.simple_tag
@lru_cache(maxsize=512, typed=True)  # typed: a text that was marked safe is another one than the same from a person
def chip(keadaan: str, kata: str = "") -> SafeString:
    """Word, icon and tone of a state, always together."""
    muka = rupa(keadaan)
    return format_html('<span class="chip nada-{}">{} {}</span>', muka.nada, ikon(muka.ikon), kata or muka.kata)


@register.filter
def saat_tanda_tangan(waktu: datetime) -> str:
    return tanggal_jam(waktu, detik=True)


@register.filter
def tanggal_iso(teks: str) -> str:
    """An ISO date of stored data as people read it."""
    return tanggal_panjang(date.fromisoformat(teks)) if teks else "belum diisi"


@register.filter
def nip(teks: str) -> SafeString:
    """8-6-1-3 by margins, copied as eighteen digits."""
    bagian = (teks[:8], teks[8:14], teks[14:15], teks[15:])
    sisa = format_html_join("", "<i>{}</i>", ((b,) for b in bagian[1:]))
    return format_html('<span class="nomor nip">{}{}</span>', bagian[0], sisa)


@register.filter
def nomor(teks: str) -> SafeString:
    """The number of a letter, broken between its segments only, copied as it is."""
    ruas = re.findall(r"[^/]*/|[^/]+$", str(teks))
    return format_html_join("", '<span class="ruas">{}</span>', ((satu,) for satu in ruas))


@register.filter
def ribuan(angka: int | None) -> str:
    """``1.250``."""
    return f"{angka:,}".replace(",", ".") if angka is not None else "belum diisi"


@register.filter
def rupiah(angka: int | str | None) -> str:
    """``Rp3.089.300``."""
    return f"Rp{ribuan(int(angka))}" if angka not in (None, "") else "belum diisi"


@register.filter
def ukuran(byte: int) -> str:
    """``1,8 MB``."""
    if byte < 1_000_000:
        return f"{max(1, round(byte / 1000))} kB"
    return f"{byte / 1_000_000:.1f} MB".replace(".", ",")


register.filter("huruf_kecil", dalam_kalimat)


@register.filter
def inisial(nama: str) -> str:
    return "".join(kata[0] for kata in nama.split()[:2]).upper()


@register.filter
def kunci(isi: dict[str, Any], nama: str) -> Any:
    """A value of a dictionary whose key is a variable."""
    return isi.get(nama, "")


@register.inclusion_tag("bagian/isian.html", takes_context=True)
def bidang(context: Context, isian: BoundField) -> dict[str, Any]:
    """One form field: label above, help under it, error under the control; filled with what was typed before."""
    kembali = getattr(context.get("request"), "isian_kembali", {})
    if isian.html_name in kembali and not isian.form.is_bound:
        isian.form.initial[isian.name] = kembali[isian.html_name]
    terikat = isian.field.widget
    uraian = [f"{isian.auto_id}_{akhir}" for akhir, ada in (("bantu", isian.help_text), ("galat", isian.errors)) if ada]
    atribut: dict[str, str | bool] = {"aria-describedby": " ".join(uraian)} if uraian else {}
    if isian.errors:
        atribut["aria-invalid"] = "true"
    return {
        "isian": isian,
        "kendali": isian.as_widget(attrs=atribut),
        "centang": terikat.__class__.__name__ == "CheckboxInput",
    }


@register.inclusion_tag("bagian/ringkasan_galat.html")
def ringkasan_galat(formulir: Any) -> dict[str, Any]:
    """*Ada n hal yang perlu diperbaiki*, each a link to its field."""
    butir = []
    for nama, pesan in formulir.errors.items():
        tujuan = f"#{formulir[nama].auto_id}" if nama in formulir.fields else ""
        butir += [(tujuan, satu) for satu in pesan]
    return {"butir": butir, "jumlah": len(butir)}


@register.filter
def kotak_svg(kotak: list[float]) -> SafeString:
    """Attributes of a <rect> in page fractions, a little larger than the words."""
    x0, y0, x1, y1 = kotak
    tepi = 0.004
    return format_html(
        'x="{}" y="{}" width="{}" height="{}" rx="0.003"',
        *(round(n, 4) for n in (x0 - tepi, y0 - tepi / 1.4, x1 - x0 + 2 * tepi, y1 - y0 + 2 * tepi / 1.4)),
    )


@register.inclusion_tag("bagian/potongan.html")
def potongan(alamat: str, lebar: int, tinggi: int, kotak: list[float], nada: str = "") -> dict[str, Any]:
    """The strip of a page where a value was read; zooming needs no script."""
    x0, y0, x1, y1 = kotak
    tengah, baris = (y0 + y1) / 2, max(y1 - y0, 0.012)
    luas = min(1.0, max(0.42, x1 - x0 + 0.1))  # the whole box with its surroundings, on a phone too
    kiri = max(0.0, min((x0 + x1 - luas) / 2, 1 - luas))
    pandang = (kiri * lebar, (tengah - 1.3 * baris) * tinggi, luas * lebar, 2.6 * baris * tinggi)
    kotak_px = (x0 * lebar - 6, y0 * tinggi - 4, (x1 - x0) * lebar + 12, (y1 - y0) * tinggi + 8)
    return {
        "alamat": alamat,
        "lebar": lebar,
        "tinggi": tinggi,
        "pandang": " ".join(f"{n:.0f}" for n in pandang),
        "kotak": [f"{n:.0f}" for n in kotak_px],
        "nada": nada,
    }
