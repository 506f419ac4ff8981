"""Cards of the home that fall alone."""

from __future__ import annotations

import logging

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString

register = template.Library()
log = logging.getLogger(__name__)


class Bagian(template.Node):
    """What is asked for inside it is asked when it is drawn; the rest of the page stands without it (screens §4.1)."""

    child_nodelists = ("isi",)

    def __init__(self, nama: FilterExpression, isi: NodeList) -> None:
        self.nama, self.isi = nama, isi

    def render(self, context: Context) -> SafeString:
        try:
            with context.push():
                return self.isi.render(context)
        except Exception:
            log.exception("a card of the home could not be drawn")
            gagal = context.template.engine.get_template("beranda/_gagal.html")  # type: ignore[union-attr]
            with context.push(nama=self.nama.resolve(context)):
                return gagal.render(context)


@register.tag
def bagian(parser: Parser, token: Token) -> Bagian:
    """``{% bagian "Kelengkapan arsip" %}…{% endbagian %}``: the name is what stands over it when it cannot be drawn."""
    _, nama = token.split_contents()
    isi = parser.parse(("endbagian",))
    parser.delete_first_token()
    return Bagian(parser.compile_filter(nama), isi)
