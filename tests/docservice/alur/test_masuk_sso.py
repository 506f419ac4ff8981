"""Single sign-on in a real browser, through a real Keycloak: there, back, and to the page one came for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Browser, expect

from tests.docservice.akun.test_sso import pengaturan
from tests.docservice.alur.dunia import Rumah
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.ukur import keluhan
from tests.server import keycloak

pytestmark = pytest.mark.peramban


@pytest.fixture
def ber_sso(rumah: Rumah, penyedia: str) -> Iterator[Rumah]:
    aturan: dict[str, Any] = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    csp = {"DIRECTIVES": aturan | {"form-action": ["'self'", penyedia.partition("/realms/")[0]]}}  # as SSO_URL makes it
    with override_settings(CONTENT_SECURITY_POLICY=csp, **pengaturan(penyedia)):
        yield rumah


def di_sana(page: Any, nama: str) -> None:
    page.click("text=Masuk lewat")
    page.fill("#username", nama)
    page.fill("#password", keycloak.SANDI)
    page.click("#kc-login")


@pytest.mark.syarat("BABEL-1-18", "BABEL-6-1")
def test_one_sign_in_for_all_of_the_governments_services(ber_sso: Rumah, browser: Browser) -> None:
    with jendela(browser, ber_sso, ponsel=True) as layar:
        layar.page.goto("/masuk/?next=/kabar/")
        assert not keluhan(layar, ponsel=True)
        di_sana(layar.page, "dengan-nip")
        expect(layar.page.locator("h1")).to_have_text("Kabar")
        expect(layar.page.locator("main")).to_contain_text("Akun SSO ditautkan ke akun Anda.")
        layar.page.goto("/akun/")
        expect(layar.page.locator("main")).to_contain_text("Tertaut dengan SSO")


def test_a_stranger_reads_what_to_do(ber_sso: Rumah, browser: Browser) -> None:
    with jendela(browser, ber_sso) as layar:
        layar.page.goto("/masuk/")
        di_sana(layar.page, "tak-dikenal")
        expect(layar.page.locator("h1")).to_have_text("Belum dapat masuk lewat SSO")
        expect(layar.page.locator("main")).to_contain_text("Hubungi BKPSDMD, atau masuk dengan kata sandi.")
