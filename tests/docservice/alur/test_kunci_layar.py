"""The lock of the screen in a real browser: a warning, nothing left to read, and every typed word back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Browser, expect

from tests.docservice.alur.dunia import PEMILIK, Rumah
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.ukur import keluhan

pytestmark = pytest.mark.peramban


@pytest.fixture
def gelisah(rumah: Rumah) -> Iterator[Rumah]:
    """Six seconds are idle here."""
    with override_settings(IDLE_MINUTES=0.1):
        yield rumah


def test_idle_the_page_steps_aside_and_comes_back_with_what_was_typed(gelisah: Rumah, browser: Browser) -> None:
    with jendela(browser, gelisah, PEMILIK) as layar:
        page = layar.page
        page.goto("/token/")
        page.fill("#id_nama", "Aplikasi kinerja, setengah jad")
        expect(page.locator(".kunci-pita")).to_be_visible(timeout=20_000)
        expect(page.locator(".kunci-pita")).to_contain_text("Layar akan dikunci")
        expect(page.locator("h1")).to_have_text("Layar dikunci", timeout=20_000)
        assert "Aplikasi kinerja" not in page.content()
        assert not page.locator("nav").count()
        assert page.title().startswith("Layar dikunci")
        assert not keluhan(layar, ponsel=False)
        page.fill("#id_password", "salah")
        page.click("main button.utama")
        expect(page.locator("main")).to_contain_text("Kata sandi tidak sesuai.")
        page.fill("#id_password", settings.DEVELOPMENT_PASSWORD)
        page.click("main button.utama")
        expect(page.locator("h1")).to_have_text("Token API")
        assert page.input_value("#id_nama") == "Aplikasi kinerja, setengah jad"
        page.check("[name=cakupan][value=baca]")
        page.click("main button.utama")
        expect(page.locator("main")).to_contain_text("Token baru Anda")


def test_a_locked_page_that_is_loaded_again_is_still_locked(gelisah: Rumah, browser: Browser) -> None:
    with jendela(browser, gelisah, PEMILIK) as layar:
        layar.page.goto("/token/")
        layar.page.goto("/kabar/")
        for pindah in (lambda: None, lambda: layar.page.reload(), lambda: layar.page.go_back()):
            pindah()
            expect(layar.page.locator("h1")).to_have_text("Layar dikunci", timeout=20_000)


def test_who_works_is_not_locked_out(gelisah: Rumah, browser: Browser) -> None:
    with jendela(browser, gelisah, PEMILIK) as layar:
        layar.page.goto("/token/")
        for _ in range(9):
            layar.page.locator("#id_nama").press_sequentially("a")
            layar.page.wait_for_timeout(1000)
        expect(layar.page.locator("h1")).to_have_text("Token API")
        assert layar.page.locator(".kunci-pita").is_hidden()
