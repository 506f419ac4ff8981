"""Single keys: they lead where they say, keep still while something is typed, and can be switched off (WCAG 2.1.4)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.docservice.alur.dunia import FASILITATOR, SEKDA, Rumah
from tests.docservice.alur.jendela import jendela

pytestmark = pytest.mark.peramban


def test_g_and_a_letter_lead_to_the_rooms(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, FASILITATOR) as layar:
        page = layar.page
        page.goto("/")
        page.keyboard.press("?")
        page.wait_for_url(f"{rumah.alamat}/bantuan/")
        expect(page.get_by_role("heading", name="Tombol cepat")).to_be_visible()
        for huruf, alamat in (("v", "/verifikasi/"), ("b", "/")):
            page.keyboard.press("g")
            page.keyboard.press(huruf)
            page.wait_for_url(f"{rumah.alamat}{alamat}")
    with jendela(browser, rumah, SEKDA, peran="pejabat_penandatangan") as layar:
        layar.page.goto("/")
        layar.page.keyboard.press("g")
        layar.page.keyboard.press("t")
        layar.page.wait_for_url(re.compile("/tanda-tangan/|/masuk/ulang/"))


def test_a_key_that_is_typed_is_text(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, FASILITATOR) as layar:
        page = layar.page
        page.goto("/")
        page.keyboard.press("/")
        page.keyboard.type("gvb")
        expect(page.get_by_role("searchbox")).to_have_value("gvb")
        expect(page).to_have_url(f"{rumah.alamat}/")


def test_switched_off_they_do_nothing_until_they_are_switched_on(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, FASILITATOR) as layar:
        page = layar.page
        page.goto("/")
        page.locator("summary:has(.siapa)").click()
        page.locator("[name=tombol][value=mati]").click()
        expect(page.locator("html")).to_have_attribute("data-tombol-cepat", "mati")
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox")).not_to_be_focused()
        page.locator("summary:has(.siapa)").click()
        page.locator("[name=tombol][value=aktif]").click()
        expect(page.locator("html")).not_to_have_attribute("data-tombol-cepat", "mati")
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox")).to_be_focused()
