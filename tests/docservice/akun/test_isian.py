"""A form that came too late: who gets it back, for how long, and what is never kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from docservice.akun.isian import KEMBALI, PALING_BESAR
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import BACKEND

pytestmark = pytest.mark.django_db
HALAMAN = "/token/"
ASAL = "http://testserver/token/"
ISI = {"nama": "Aplikasi kinerja", "cakupan": ["baca"], "hari": "7"}


@pytest.fixture
def penulis(kantor_contoh: KantorUji) -> Client:
    """Signed in through the page, so that the browser is marked; then the session ends."""
    klien = Client()
    isi = {"username": kantor_contoh.nip[13], "password": "contoh-masuk-2026"}
    assert klien.post("/masuk/", isi).status_code == 302
    klien.cookies.pop("sesi")
    return klien


def masuk_lagi(klien: Client, kantor: KantorUji, nomor: int = 13) -> str:
    klien.force_login(kantor.akun(nomor), backend=BACKEND)
    return klien.get(HALAMAN).content.decode()


def kirim(klien: Client, isi: dict[str, Any] = ISI, asal: str = ASAL) -> Any:
    return klien.post(HALAMAN, isi, headers={"referer": asal})


def test_the_writer_finds_it_on_the_page_once(penulis: Client, kantor_contoh: KantorUji) -> None:
    jawaban = kirim(penulis)
    assert jawaban.headers["Location"] == "/masuk/?next=%2Ftoken%2F"
    halaman = masuk_lagi(penulis, kantor_contoh)
    assert KEMBALI in halaman
    assert 'value="Aplikasi kinerja"' in halaman
    assert 'value="7"' in halaman
    assert 'value="baca" checked' in halaman.replace('id="id_cakupan_0" ', "")
    assert "Aplikasi kinerja" not in penulis.get(HALAMAN).content.decode()


def test_somebody_else_at_the_same_browser_does_not(penulis: Client, kantor_contoh: KantorUji) -> None:
    kirim(penulis)
    assert "Aplikasi kinerja" not in masuk_lagi(penulis, kantor_contoh, 25)


def test_after_half_an_hour_it_is_gone(penulis: Client, kantor_contoh: KantorUji) -> None:
    kirim(penulis)
    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=False):
        assert "Aplikasi kinerja" not in masuk_lagi(penulis, kantor_contoh)


def test_what_the_server_keeps_cannot_be_read_there(penulis: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    disimpan: list[Any] = []
    monkeypatch.setattr(cache, "set", lambda *isi, **lain: disimpan.append(isi))
    kirim(penulis)
    [(letak, isi, _)] = disimpan
    kata = penulis.cookies["isian"].value
    assert b"Aplikasi" not in isi
    assert kata not in letak


@pytest.mark.parametrize("asal", ["", "https://lain.example/token/", "http://testserver.lain.example/token/"])
def test_only_a_form_of_our_own_pages_is_kept(penulis: Client, asal: str) -> None:
    kirim(penulis, asal=asal)
    assert "isian" not in penulis.cookies


@pytest.mark.parametrize("rahasia", ["passphrase", "password", "otp"])
def test_a_form_with_a_secret_leaves_nothing(penulis: Client, rahasia: str) -> None:
    kirim(penulis, {**ISI, rahasia: "rahasia-sekali"})
    assert "isian" not in penulis.cookies


def test_more_than_a_person_types_is_not_kept(penulis: Client) -> None:
    kirim(penulis, {"nama": "x" * PALING_BESAR})
    assert "isian" not in penulis.cookies


def test_whoever_never_signed_in_here_leaves_nothing(kantor_contoh: KantorUji) -> None:
    klien = Client()
    assert kirim(klien).status_code == 302
    assert "isian" not in klien.cookies


def test_signing_out_forgets_what_waits(penulis: Client, kantor_contoh: KantorUji) -> None:
    kirim(penulis)
    penulis.force_login(kantor_contoh.akun(13), backend=BACKEND)
    penulis.post("/keluar/")
    assert penulis.cookies["isian"].value == penulis.cookies["penulis"].value == ""


def test_signing_out_after_the_session_ended_is_no_lost_form(penulis: Client) -> None:
    jawaban = penulis.post("/keluar/", headers={"referer": ASAL})
    assert jawaban.headers["Location"] == "/masuk/"
    assert b"Sesi Anda sudah berakhir" not in penulis.get("/masuk/").content


def test_a_stranger_who_plants_a_word_gets_nothing(kantor_contoh: KantorUji) -> None:
    klien = Client()
    klien.cookies["isian"] = "kata-karangan"
    assert KEMBALI not in masuk_lagi(klien, kantor_contoh)
