"""Planned maintenance: everybody waits with a sentence; the public check and the health page answer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client

from docservice.umum import pemeliharaan
from tests.docservice.halaman import teks

pytestmark = pytest.mark.django_db
KINI = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _rumah(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


def test_everybody_waits_but_the_public_check(client: Client):
    with time_machine.travel(KINI, tick=False):
        call_command("pemeliharaan", "mulai", sampai="2026-11-02 21:00")
        halaman = client.get("/masuk/")
        assert (halaman.status_code, halaman.headers["Retry-After"]) == (503, "7200")
        isi = teks(halaman)
        assert "Sedang dalam pemeliharaan Selesai sekitar pukul 21.00 WIB, 2 November 2026." in isi
        assert "(/cek) tetap berjalan." in isi
        api = client.get("/api/v1/saya/")
        assert (api.status_code, api.json()["kode"]) == (503, "pemeliharaan")
        assert client.get("/cek/").status_code == 200
        call_command("pemeliharaan", "selesai")
        assert client.get("/masuk/").status_code == 200


def test_what_takes_longer_says_so(client: Client):
    pemeliharaan.mulai(KINI)
    assert "Hampir selesai. Coba lagi beberapa menit lagi." in teks(client.get("/"))


def test_a_mark_that_cannot_be_read_still_closes(client: Client, tmp_path: Path):
    (tmp_path / "pemeliharaan").write_text("rusak")
    assert client.get("/").status_code == 503


@pytest.mark.parametrize("sampai", [None, "besok", "2020-01-01 10:00"])
def test_an_end_that_makes_no_sense_closes_nothing(sampai: str | None):
    with pytest.raises(CommandError):
        call_command("pemeliharaan", "mulai", sampai=sampai)
    assert pemeliharaan.sampai() is None
    assert not pemeliharaan.selesai()
