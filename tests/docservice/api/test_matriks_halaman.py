"""Every page × every kind of person: who is let in, who is told why not, for whom the thing is not there (law 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.http.cookie import SimpleCookie
from django.template.backends.django import Template
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.safestring import SafeString

from tests.docservice.api import dunia as pembuat
from tests.docservice.api.conftest import Kantor, badan
from tests.docservice.api.dunia import Dunia
from tests.docservice.api.matriks import Tabel, peramban, sebagai, tanpa_akibat

TABEL = Tabel.baca("matriks_halaman.txt")


def rute(pola: list[URLPattern | URLResolver], awal: str = "") -> Iterator[str]:
    for satu in pola:
        jalur = awal + str(satu.pattern)
        if isinstance(satu, URLResolver):
            yield from rute(satu.url_patterns, jalur)
        elif not jalur.startswith("api/v1/"):
            yield bentuk(jalur)


def bentuk(jalur: str) -> str:
    """An address with nameless places, as both the resolver and the matrix can be written."""
    jalur = re.sub(r"\^|\(\?P<\w+>[^)]*\)|<[^>]*>|\{\w+\}", lambda m: "" if m[0] == "^" else "{}", jalur)
    return jalur.removesuffix("$") or "/"


def test_every_address_is_in_the_matrix():
    assert set(rute(get_resolver().url_patterns)) == {bentuk(jalur.partition("?")[0]) for _, jalur, *_ in TABEL.baris}


def alamat(dunia: Dunia, pola: str) -> str:
    lain = {"sidik": "0" * 64, "kelompok": "0" * 32, "karangan": "x", "nol": "0", "satu": "1"}
    lain |= {"layanan": "l", "cara": "nama", "tindakan": "teruskan"}
    return "/" + dunia.jalur(pola.removeprefix("/"), **lain)


def hasil(jawaban: Any, pola: str = "") -> str:
    """*ya* when the door is open, whatever stands behind it; *masuk* when one must first say who one is."""
    badan(jawaban)
    if pola == "sehat/":  # 200 or 503, as things are
        return "ya"
    ke = jawaban.headers.get("Location", "").split("?")[0]
    if jawaban.status_code == 401 or (jawaban.status_code == 302 and ke in ("/masuk/", "/masuk/ulang/")):
        return "masuk"
    return str(jawaban.status_code) if jawaban.status_code in (403, 404, 405) or jawaban.status_code >= 500 else "ya"


@contextmanager
def polos(ya: bool) -> Iterator[None]:
    """Nothing is drawn on what is to be a refusal: its status is all that is asked."""
    with pytest.MonkeyPatch.context() as tambal:
        if ya:
            tambal.setattr(Template, "render", lambda *_, **__: SafeString())
        yield


@pytest.mark.lama
@pytest.mark.ignore_template_errors  # what stands on the pages is other tests'
@pytest.mark.parametrize("bagian", TABEL.bertiga())
def test_each_page_opens_for_whom_it_should(bagian: list[str], kantor_lengkap: Kantor):
    dunia = pembuat.bangun(kantor_lengkap)
    salah = []
    for aktor in bagian:
        with sebagai(kantor_lengkap, aktor) as akun:
            salah += ketuk_semua(aktor, peramban(aktor, akun), dunia)
    assert not salah, "\n".join(salah)


def ketuk_semua(aktor: str, klien: Client, dunia: Dunia) -> list[str]:
    """What is not as the table says. A session that a page ends or renews is there again for the next."""
    salah, kuki = [], klien.cookies.output(header="")
    for cara, pola, perlu in TABEL.untuk(aktor):
        klien.cookies = SimpleCookie(kuki)
        tujuan = alamat(dunia, pola)
        with tanpa_akibat(), polos(perlu != "ya"):
            didapat = hasil(klien.get(tujuan) if cara == "GET" else klien.post(tujuan), pola)
        if didapat != perlu:
            salah.append(f"{aktor} {cara} {pola}: {didapat}, seharusnya {perlu}")
    return salah
