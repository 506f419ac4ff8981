"""Counts in the navigation: kept for a moment, yet one's own doing is seen at once."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from docservice.masukan.models import Masukan
from docservice.umum.hitungan import KUKI, MASA
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, PEMILIK, Situs, teks


@pytest.fixture
def situs(kantor_contoh: KantorUji, db: None) -> Situs:
    caches["proses"].clear()
    return Situs(kantor_contoh)


def masukan(situs: Situs) -> Masukan:
    return Masukan.objects.create(oleh=situs.akun(PEMILIK), isi="Tombolnya kecil.", halaman="/")


def lencana(klien: Client) -> str:
    return teks(klien.get(reverse("akun:kabar")))


def test_what_others_did_is_counted_when_the_moment_is_over(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    klien = situs.masuk(ADMINISTRATOR)
    assert "Masukan1" not in lencana(klien)
    masukan(situs)
    assert "Masukan1" not in lencana(klien)
    assert "Masukan1" in lencana(situs.masuk(ADMINISTRATOR)), "another session counts for itself"
    caches["proses"].clear()  # as MASA does
    assert "Masukan1" in lencana(klien)
    assert 0 < MASA <= 30


def test_what_one_did_oneself_is_counted_at_once(situs: Situs):
    klien = situs.masuk(ADMINISTRATOR)
    lencana(klien)
    masukan(situs)
    klien.post(reverse("umum:tampilan"), {"tema": "gelap", "kembali": "/"})
    assert klien.cookies[KUKI].value
    assert "Masukan1" in lencana(klien)


def test_a_page_that_counts_nothing_anew_asks_the_database_less(situs: Situs):
    klien = situs.masuk(ADMINISTRATOR)
    jumlah = []
    for _ in range(3):
        with CaptureQueriesContext(connection) as kueri:
            lencana(klien)
        jumlah.append(sum("COUNT(" in satu["sql"] for satu in kueri))
    assert jumlah[1] == jumlah[2] < jumlah[0]
