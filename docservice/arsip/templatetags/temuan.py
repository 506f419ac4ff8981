"""Template words of the search page for what stands on it sixty times and more: the template engine's own loops over
them would be a third of the page."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from docservice.arsip.pencarian import Pilihan
from docservice.umum.templatetags.rupa import ribuan

register = template.Library()


@register.filter
def ditandai(potongan: Iterable[tuple[str, bool]]) -> SafeString:
    """A snippet's pieces, those asked for as ``<mark>``."""
    bagian = (f"<mark>{escape(teks)}</mark>" if tanda else escape(teks) for teks, tanda in potongan)
    return SafeString("".join(bagian))


@register.simple_tag
def centang(nama: str, nomor: int, pilihan: Pilihan) -> SafeString:
    """One choice of a facet with its count; *nomor* keeps ids apart."""
    return format_html(
        '<label class="centang"><input type="checkbox" id="s-{}-{}" name="{}" value="{}"{}>'
        '<span>{}</span><span class="angka">{}</span></label>',
        *(nama, nomor, nama, pilihan.nilai, SafeString(" checked" if pilihan.dipilih else "")),
        *(pilihan.label, ribuan(pilihan.jumlah)),
    )
