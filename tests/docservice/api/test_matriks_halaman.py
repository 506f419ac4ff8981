"""Every page × every kind of person: who is let in, who is told why not, for whom the thing is not there (law 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from docservice.akun.models import Penugasan
from tests.docservice.api import dunia as pembuat
from tests.docservice.api.conftest import Kantor, badan
from tests.docservice.api.dunia import Dunia
from tests.docservice.halaman import BACKEND

MATRIKS = Path(__file__).parent / "matriks_halaman.txt"
_BARIS = [b.split() for b in MATRIKS.read_text().splitlines() if b.strip() and not b.startswith("#")]
AKTOR, BARIS = _BARIS[0][2:], _BARIS[1:]
BERAKHIR = "berakhir"
"""The fasilitator the day after their role ended."""


@pytest.fixture
def dunia(kantor: Kantor) -> Dunia:
    return pembuat.bangun(kantor)


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
    assert set(rute(get_resolver().url_patterns)) == {bentuk(jalur) for _, jalur, *_ in BARIS}


def alamat(dunia: Dunia, pola: str) -> str:
    lain = {"sidik": "0" * 64, "kelompok": "0" * 32, "karangan": "x", "nol": "0", "satu": "1"}
    lain |= {"layanan": "l", "cara": "nama", "tindakan": "teruskan"}
    return "/" + dunia.jalur(pola.removeprefix("/"), **lain)


def masuk(kantor: Kantor, aktor: str) -> Client:
    klien = Client()
    if aktor != "anonim":
        klien.force_login(kantor.akun("fasilitator" if aktor == BERAKHIR else aktor), backend=BACKEND)
    return klien


def hasil(jawaban: Any, pola: str = "") -> str:
    """*ya* when the door is open, whatever stands behind it; *masuk* when one must sign in first."""
    badan(jawaban)
    if pola == "sehat/":  # 200 or 503, as things are
        return "ya"
    ke = jawaban.headers.get("Location", "").split("?")[0]
    if jawaban.status_code == 401 or (jawaban.status_code == 302 and ke == "/masuk/"):
        return "masuk"
    return str(jawaban.status_code) if jawaban.status_code in (403, 404, 405) or jawaban.status_code >= 500 else "ya"


@pytest.mark.ignore_template_errors  # what stands on the pages is other tests'
@pytest.mark.parametrize("aktor", AKTOR)
def test_each_page_opens_for_whom_it_should(aktor: str, kantor: Kantor, dunia: Dunia):
    salah = []
    if aktor == BERAKHIR:
        kemarin = timezone.localdate() - timedelta(days=1)
        Penugasan.objects.filter(pengguna=kantor.akun("fasilitator")).update(berlaku_sampai=kemarin)
    klien = masuk(kantor, aktor)
    for cara, pola, *harap in BARIS:
        perlu = harap[AKTOR.index(aktor)]
        with transaction.atomic():
            tujuan = alamat(dunia, pola)
            jawaban = klien.get(tujuan) if cara == "GET" else klien.post(tujuan)
            didapat = hasil(jawaban, pola)
            transaction.set_rollback(True)
        if settings.SESSION_COOKIE_NAME in jawaban.cookies:  # one that was ended or begun
            klien = masuk(kantor, aktor)
        if didapat != perlu:
            salah.append(f"{cara} {pola}: {didapat}, seharusnya {perlu}")
    assert not salah, "\n".join(salah)
