"""Passkeys in a real browser with a device of its own: made, used alone, used as second factor, used as proof."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from playwright.sync_api import Browser, expect

from tests.docservice.alur.dunia import PEMILIK, SEKDA, Rumah
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.orang import Layar
from tests.docservice.alur.ukur import keluhan

pytestmark = pytest.mark.peramban
PERANGKAT = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def _tanpa_faktor(rumah: Rumah) -> None:
    """The people of a module live on; what one test gave them is not the next one's."""
    Authenticator.objects.all().delete()


@contextmanager
def berperangkat(browser: Browser, rumah: Rumah, nomor: int) -> Iterator[tuple[Layar, Any, str]]:
    """A window whose machine reads fingers."""
    with jendela(browser, rumah, nomor, ponsel=True) as layar:
        cdp = layar.page.context.new_cdp_session(layar.page)
        cdp.send("WebAuthn.enable")
        nama = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": PERANGKAT})["authenticatorId"]
        yield layar, cdp, nama


def buat(layar: Layar) -> None:
    layar.page.goto("/akun/")
    layar.tekan("text=Tambah kunci sandi")
    assert not keluhan(layar, ponsel=True)
    layar.page.fill("#id_name", "Ponsel saya")
    layar.page.click("text=Buat kunci sandi")
    expect(layar.page.locator("h1")).to_have_text("Kode pemulihan")


def keluar(layar: Layar) -> None:
    layar.page.click("summary:has-text('Menu akun')")
    layar.page.click("button:has-text('Keluar')")
    expect(layar.page.locator("h1")).to_have_text("Masuk")


def test_a_passkey_is_made_and_opens_the_door_alone(rumah: Rumah, browser: Browser) -> None:
    with berperangkat(browser, rumah, PEMILIK) as (layar, _, _nama):
        buat(layar)
        layar.page.goto("/akun/")
        assert "Ponsel saya" in layar.teks
        assert not keluhan(layar, ponsel=True)
        keluar(layar)
        layar.page.goto("/masuk/?next=/kabar/")
        layar.page.click("text=Masuk dengan kunci sandi")
        expect(layar.page.locator("h1")).to_have_text("Kabar")


def test_beside_the_password_it_is_the_second_factor(rumah: Rumah, browser: Browser) -> None:
    with berperangkat(browser, rumah, PEMILIK) as (layar, _, _nama):
        buat(layar)
        keluar(layar)
        layar.page.fill("#id_username", rumah.orang(PEMILIK).nip)
        layar.page.fill("#id_password", settings.DEVELOPMENT_PASSWORD)
        layar.page.click("main form button.utama")
        expect(layar.page.locator("h1")).to_have_text("Masukkan kode")
        assert not keluhan(layar, ponsel=True)
        layar.page.click("text=Pakai kunci sandi")
        expect(layar.page.locator("h1")).not_to_have_text("Masukkan kode")
        layar.page.goto("/kabar/")
        expect(layar.page.locator("h1")).to_have_text("Kabar")


def test_it_opens_a_locked_screen_at_the_page_that_was_left(rumah: Rumah, browser: Browser) -> None:
    with berperangkat(browser, rumah, SEKDA) as (layar, _, _nama):
        buat(layar)
        layar.page.goto("/tanda-tangan/")
        layar.page.click("summary:has-text('Menu akun')")
        layar.page.click("text=Kunci layar")
        expect(layar.page.locator("h1")).to_have_text("Layar dikunci")
        assert not keluhan(layar, ponsel=True)
        layar.page.click("text=Pakai kunci sandi")
        layar.page.click("main button:has-text('Pakai kunci sandi')")
        expect(layar.page).to_have_url(f"{rumah.alamat}/tanda-tangan/")


def test_a_device_that_says_no_and_one_that_is_unknown_open_nothing(rumah: Rumah, browser: Browser) -> None:
    with berperangkat(browser, rumah, PEMILIK) as (layar, cdp, nama):
        buat(layar)
        keluar(layar)
        cdp.send("WebAuthn.setUserVerified", {"authenticatorId": nama, "isUserVerified": False})
        layar.page.click("text=Masuk dengan kunci sandi")
        expect(layar.page.locator("[data-galat]")).to_contain_text("Perangkat tidak memberikan kunci sandi.")
        cdp.send("WebAuthn.setUserVerified", {"authenticatorId": nama, "isUserVerified": True})
        Authenticator.objects.filter(user=rumah.kantor.akun(PEMILIK)).delete()
        layar.page.click("text=Masuk dengan kunci sandi")
        expect(layar.page.locator("main")).to_contain_text("Kunci sandi ini tidak dikenal.")
        layar.page.goto("/kabar/")
        expect(layar.page.locator("h1")).to_have_text("Masuk")
